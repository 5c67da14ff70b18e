#pragma once

#include <utility>  // before Asio: Boost 1.74 uses std::exchange without including it

#include <boost/asio/ip/address.hpp>
#include <string>

namespace pl::net {

struct PeerAddress {
  std::string text;     // for people: 192.0.2.1, 2001:db8::1
  std::string network;  // whose connections are counted together: the same, or the first 64 bits
};

// A socket for both families shows IPv4 peers as ::ffff:192.0.2.1; the latter half is meant.
PeerAddress peer_address(const boost::asio::ip::address& address);

// The `network` of a `text`; what is no address is its own.
std::string network_of(const std::string& text);

}  // namespace pl::net
