#include "net/peer_address.h"

#include <algorithm>

namespace pl::net {

namespace ip = boost::asio::ip;

PeerAddress peer_address(const ip::address& address) {
  if (address.is_v4()) return {address.to_string(), address.to_string()};
  ip::address_v6 v6 = address.to_v6();
  if (v6.is_v4_mapped()) return peer_address(ip::make_address_v4(ip::v4_mapped, v6));
  v6.scope_id(0);  // the interface it came in by
  auto network = v6.to_bytes();
  std::fill(network.begin() + 8, network.end(), std::uint8_t{0});
  return {v6.to_string(), ip::make_address_v6(network).to_string()};
}

std::string network_of(const std::string& text) {
  boost::system::error_code failed;
  const auto address = boost::asio::ip::make_address(text, failed);
  return failed ? text : peer_address(address).network;
}

}  // namespace pl::net
