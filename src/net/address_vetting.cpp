#include "net/address_vetting.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>

namespace pl::net {
namespace {

template <class Bytes>
struct Range {
  Bytes first;
  unsigned bits;  // how many of them all addresses of the range have in common
};

constexpr Range<Ipv4Bytes> kNotPublic4[] = {
    {{0}, 8},                  // "this" network
    {{10}, 8},                 // private
    {{100, 64}, 10},           // between a carrier and its customers
    {{127}, 8},                // loopback
    {{168, 63, 129, 16}, 32},  // Azure's platform as its machines see it: public by number alone
    {{169, 254}, 16},          // link-local, and the metadata of most clouds
    {{172, 16}, 12},           // private
    {{192, 0, 0}, 24},         // protocol assignments
    {{192, 0, 2}, 24},         // documentation
    {{192, 88, 99}, 24},       // relays of 6to4, given up
    {{192, 168}, 16},          // private
    {{198, 18}, 15},           // benchmarks
    {{198, 51, 100}, 24},      // documentation
    {{203, 0, 113}, 24},       // documentation
    {{224}, 4},                // multicast
    {{240}, 4},                // reserved, and broadcast
};

constexpr Range<Ipv6Bytes> kGlobalUnicast = {{0x20}, 3};

// Within kGlobalUnicast.
constexpr Range<Ipv6Bytes> kNotPublic6[] = {
    {{0x20, 0x01}, 23},              // protocol assignments: Teredo, benchmarks, ORCHID
    {{0x20, 0x01, 0x0D, 0xB8}, 32},  // documentation
    {{0x20, 0x02}, 16},              // 6to4
    {{0x3F, 0xFE}, 16},              // 6bone, given back
    {{0x3F, 0xFF}, 20},              // documentation
};

template <class Bytes>
bool is_in(const Bytes& address, const Range<Bytes>& range) {
  const std::size_t whole = range.bits / 8;
  if (!std::equal(address.begin(), address.begin() + whole, range.first.begin())) return false;
  const unsigned rest = range.bits % 8;
  return rest == 0 || (address[whole] ^ range.first[whole]) >> (8 - rest) == 0;
}

template <class Bytes>
bool is_in_any(const Bytes& address, std::span<const Range<Bytes>> ranges) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const Range<Bytes>& range) { return is_in(address, range); });
}

}  // namespace

bool is_public(const Ipv4Bytes& address) {
  return !is_in_any<Ipv4Bytes>(address, kNotPublic4);
}

bool is_public(const Ipv6Bytes& address) {
  return is_in(address, kGlobalUnicast) && !is_in_any<Ipv6Bytes>(address, kNotPublic6);
}

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    Ipv4Bytes bytes;
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in&>(address).sin_addr,
                bytes.size());
    return is_public(bytes);
  }
  if (address.sa_family == AF_INET6) {
    Ipv6Bytes bytes;
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr,
                bytes.size());
    return is_public(bytes);
  }
  return false;
}

}  // namespace pl::net
