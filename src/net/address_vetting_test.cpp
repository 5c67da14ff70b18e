#include "net/address_vetting.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/un.h>

#include <string>

namespace pl::net {
namespace {

bool vet(const std::string& text) {
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  if (inet_pton(AF_INET, text.c_str(), &v4.sin_addr) == 1) {
    return is_public(reinterpret_cast<const sockaddr&>(v4));
  }
  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  EXPECT_EQ(inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr), 1) << text;
  return is_public(reinterpret_cast<const sockaddr&>(v6));
}

TEST(AddressVetting, AcceptsPublicAddressesUpToTheEdgesOfWhatIsNot) {
  for (const char* address : {"1.0.0.0",
                              "1.1.1.1",
                              "8.8.8.8",
                              "9.255.255.255",
                              "11.0.0.0",
                              "93.184.215.14",
                              "100.63.255.255",
                              "100.128.0.0",
                              "126.255.255.255",
                              "128.0.0.0",
                              "168.63.129.15",
                              "168.63.129.17",
                              "169.253.255.255",
                              "169.255.0.0",
                              "172.15.255.255",
                              "172.32.0.0",
                              "191.255.255.255",
                              "192.0.1.0",
                              "192.0.3.0",
                              "192.88.98.255",
                              "192.88.100.0",
                              "192.167.255.255",
                              "192.169.0.0",
                              "198.17.255.255",
                              "198.20.0.0",
                              "198.51.99.255",
                              "198.51.101.0",
                              "203.0.112.255",
                              "203.0.114.0",
                              "223.255.255.255",
                              "2000::",
                              "2001:200::1",
                              "2001:db7:ffff::",
                              "2001:db9::",
                              "2001:4860:4860::8888",
                              "2003::1",
                              "2606:4700::1111",
                              "2a00:1450::1",
                              "3ffd:ffff::1",
                              "3fff:1000::"}) {
    EXPECT_TRUE(vet(address)) << address;
  }
}

TEST(AddressVetting, RefusesIpv4ThatIsNotOneHostOfThePublicInternet) {
  for (const char* address :
       {"0.0.0.0",         "0.0.0.1",         "0.255.255.255",  "10.0.0.0",
        "10.1.2.3",        "10.255.255.255",  "100.64.0.0",     "100.100.100.200",
        "100.127.255.255", "127.0.0.0",       "127.0.0.1",      "127.0.1.1",
        "127.255.255.255", "168.63.129.16",   "169.254.0.0",    "169.254.169.254",
        "169.254.170.2",   "169.254.255.255", "172.16.0.0",     "172.17.0.1",
        "172.31.255.255",  "192.0.0.0",       "192.0.0.192",    "192.0.0.255",
        "192.0.2.0",       "192.0.2.255",     "192.88.99.1",    "192.168.0.0",
        "192.168.1.1",     "192.168.255.255", "198.18.0.0",     "198.19.255.255",
        "198.51.100.7",    "203.0.113.255",   "224.0.0.1",      "239.255.255.255",
        "240.0.0.0",       "255.255.255.254", "255.255.255.255"}) {
    EXPECT_FALSE(vet(address)) << address;
  }
}

TEST(AddressVetting, RefusesIpv6ThatIsNotOneHostOfThePublicInternet) {
  for (const char* address : {"::",
                              "::1",
                              "::2",
                              "100::1",
                              "1fff:ffff::",
                              "2001::1",
                              "2001:1::1",
                              "2001:2::1",
                              "2001:10::1",
                              "2001:20::1",
                              "2001:1ff:ffff::",
                              "2001:db8::",
                              "2001:db8:ffff::1",
                              "3ffe::1",
                              "3fff::1",
                              "3fff:fff:ffff::1",
                              "4000::",
                              "5f00::1",
                              "fc00::1",
                              "fd00:ec2::254",
                              "fdff:ffff::1",
                              "fe80::1",
                              "febf::1",
                              "fec0::1",
                              "feff::1",
                              "ff00::1",
                              "ff02::1",
                              "ff0e::1"}) {
    EXPECT_FALSE(vet(address)) << address;
  }
}

// Each in front of an address that is private, and of one that is public.
TEST(AddressVetting, RefusesIpv6ThatOnlyCarriesAnotherAddress) {
  for (const char* address :
       {"::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:8.8.8.8", "::127.0.0.1", "::8.8.8.8",
        "::ffff:0:127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::8.8.8.8", "64:ff9b:1::10.0.0.1",
        "2002:7f00:1::1", "2002:a9fe:a9fe::1", "2002:808:808::1", "2001:0:7f00:1::80ff:fefe"}) {
    EXPECT_FALSE(vet(address)) << address;
  }
}

TEST(AddressVetting, RefusesWhatIsNoIpAddress) {
  sockaddr_un local{};
  local.sun_family = AF_UNIX;
  EXPECT_FALSE(is_public(reinterpret_cast<const sockaddr&>(local)));
}

}  // namespace
}  // namespace pl::net
