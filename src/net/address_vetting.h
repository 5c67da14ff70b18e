// Which addresses a request that strangers have a say in may go to.
#pragma once

#include <array>
#include <cstdint>

struct sockaddr;

namespace pl::net {

// In network order.
using Ipv4Bytes = std::array<std::uint8_t, 4>;
using Ipv6Bytes = std::array<std::uint8_t, 16>;

// Whether the address is one of a single host on the public internet, going by the registries of
// special-purpose addresses (IANA, RFC 6890) as of September 2026. Ranges that only carry other
// addresses inside, such as ::ffff:0:0/96, 64:ff9b::/96, 2002::/16 and 2001::/32, are never public,
// whatever they carry: who is at the other end is a translator's choice. An IPv6 address outside of
// 2000::/3 has not been given to anybody.
bool is_public(const Ipv4Bytes& address);
bool is_public(const Ipv6Bytes& address);

// False for any family but AF_INET and AF_INET6.
bool is_public(const sockaddr& address);

}  // namespace pl::net
