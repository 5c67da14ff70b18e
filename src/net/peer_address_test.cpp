#include "net/peer_address.h"

#include <gtest/gtest.h>

namespace pl::net {
namespace {

std::string both(const char* text) {
  const PeerAddress peer = peer_address(boost::asio::ip::make_address(text));
  return peer.text + " of " + peer.network;
}

TEST(PeerAddress, CountsIpv4ByTheAddress) {
  EXPECT_EQ(both("192.0.2.1"), "192.0.2.1 of 192.0.2.1");
  EXPECT_EQ(both("::ffff:192.0.2.1"), "192.0.2.1 of 192.0.2.1");
}

TEST(PeerAddress, CountsIpv6ByItsFirst64Bits) {
  EXPECT_EQ(both("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2:3:4:5:6 of 2001:db8:1:2::");
  EXPECT_EQ(both("2001:db8:1:3::1"), "2001:db8:1:3::1 of 2001:db8:1:3::");
  EXPECT_EQ(both("::1"), "::1 of ::");
  EXPECT_EQ(both("fe80::1%1"), "fe80::1 of fe80::");
}

}  // namespace
}  // namespace pl::net
