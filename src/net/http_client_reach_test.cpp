// Where a request with Reach::kPublicOnly gets to, and where it does not.
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <array>
#include <cstdlib>

#include "net/http_client.h"
#include "net/loopback.h"
#include "net/test_client.h"

namespace pl::net {
namespace {

using loopback::Door;
using loopback::Peer;

bool everything(const sockaddr&) {
  return true;
}

std::string at_port(const std::string& host, const Door& door) {
  return "https://" + host + ":" + std::to_string(door.port()) + "/hook?token=secret";
}

ClientRequest public_only(const std::string& url) {
  ClientRequest request = to(url, "POST", "body");
  request.reach = Reach::kPublicOnly;
  request.connect_time = Millis(2'000);
  return request;
}

TEST(HttpClientReach, RefusesEverySpellingOfALoopbackAddress) {
  const auto client = make_client();
  Door door;
  for (const char* host : {"127.0.0.1",
                           "127.1",
                           "127.0.1",
                           "0x7f000001",
                           "0x7f.1",
                           "2130706433",
                           "017700000001",
                           "0177.0.0.1",
                           "0",
                           "0.0.0.0",
                           "[::1]",
                           "[0:0:0:0:0:0:0:1]",
                           "[::]",
                           "[::ffff:127.0.0.1]",
                           "[::ffff:7f00:1]",
                           "[::127.0.0.1]",
                           "[64:ff9b::7f00:1]",
                           "[2002:7f00:1::]",
                           "169.254.169.254",
                           "[fd00:ec2::254]",
                           "10.0.0.1",
                           "192.168.0.1"}) {
    SCOPED_TRACE(host);
    const Outcome outcome = begin(*client, public_only(at_port(host, door))).get();
    EXPECT_EQ(code_of(outcome), Code::kInvalid);
    EXPECT_TRUE(outcome.error().message.ends_with(": it has no public address"))
        << outcome.error().message;
    EXPECT_EQ(outcome.error().message.find("secret"), std::string::npos);
  }
  EXPECT_FALSE(door.is_knocked(0));
}

TEST(HttpClientReach, RefusesANameThatStandsForNoPublicAddress) {
  const auto client = make_client();
  Door door;
  for (const char* host : {"localhost", "LOCALHOST", "door.localhost"}) {
    SCOPED_TRACE(host);
    EXPECT_EQ(code_of(begin(*client, public_only(at_port(host, door))).get()), Code::kInvalid);
  }
  EXPECT_FALSE(door.is_knocked(0));
}

TEST(HttpClientReach, CallsItUnavailableWhenANameStandsForNothing) {
  const auto client = make_client();
  ClientRequest request = public_only("https://nobody.invalid/");
  request.connect_time = Millis(500);
  EXPECT_EQ(code_of(begin(*client, request).get()), Code::kUnavailable);
}

TEST(HttpClientReach, CallsItUnavailableWhenAPublicAddressTakesNoConnection) {
  const auto client = make_client({.trusted_file = {}, .is_public = &everything});
  std::string refused;
  {
    const Door closed;
    refused = at_port("127.0.0.1", closed);
  }
  EXPECT_EQ(code_of(begin(*client, public_only(refused)).get()), Code::kUnavailable);
}

TEST(HttpClientReach, ConnectsToWhatIsPublic) {
  const auto client = make_client({.trusted_file = {}, .is_public = &everything});
  Door door;
  auto outcome = begin(*client, public_only(at_port("127.0.0.1", door)));
  Peer peer = door.accept();
  EXPECT_EQ(peer.read_exactly(1), "\x16");  // a TLS handshake
  peer.close();
  EXPECT_EQ(code_of(outcome.get()), Code::kUnavailable);
}

// The door is open for 127.0.0.1 alone, and `localhost` mostly stands for ::1 as well.
TEST(HttpClientReach, VetsEachAddressOfANameByItself) {
  const auto client = make_client({.trusted_file = {}, .is_public = [](const sockaddr& address) {
                                     return address.sa_family == AF_INET;
                                   }});
  Door door;
  auto outcome = begin(*client, public_only(at_port("localhost", door)));
  Peer peer = door.accept();
  EXPECT_EQ(peer.read_exactly(1), "\x16");
  peer.close();
  EXPECT_EQ(code_of(outcome.get()), Code::kUnavailable);
}

TEST(HttpClientReach, LetsOtherRequestsGoAnywhere) {
  const auto client = make_client();
  Door door;
  auto outcome = begin(*client, to(door.url()));
  Peer peer = door.accept();
  peer.read_until("\r\n\r\n");
  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  EXPECT_TRUE(outcome.get());
}

// While it lives, the environment names a proxy.
class ProxyInEnvironment {
 public:
  explicit ProxyInEnvironment(const std::string& url) {
    unsetenv("no_proxy");
    for (const char* name : kNames) setenv(name, url.c_str(), 1);
  }
  ~ProxyInEnvironment() {
    for (const char* name : kNames) unsetenv(name);
    setenv("no_proxy", "*", 1);  // as the tests of this room begin
  }

 private:
  static constexpr std::array kNames = {"https_proxy", "all_proxy"};
};

TEST(HttpClientReach, UsesNoProxy) {
  Door proxy;
  Door door;
  const ProxyInEnvironment named(proxy.url());
  const auto client = make_client({.trusted_file = {}, .is_public = &everything});
  auto through = begin(*client, to(at_port("127.0.0.1", door)));
  EXPECT_TRUE(proxy.accept().read_until("\r\n").starts_with("CONNECT "));
  through.wait();
  auto direct = begin(*client, public_only(at_port("127.0.0.1", door)));
  Peer peer = door.accept();
  EXPECT_EQ(peer.read_exactly(1), "\x16");
  peer.close();
  direct.wait();
  EXPECT_FALSE(proxy.is_knocked(0));
}

TEST(CheckUrl, NamesTheHost) {
  for (const char* url : {"https://hooks.example", "https://hooks.example:8443/a?b#c",
                          "HTTPS://hooks.example:1024/", "https://hooks.example:65535/"}) {
    SCOPED_TRACE(url);
    EXPECT_EQ(check_url(url, Reach::kPublicOnly), "hooks.example");
  }
  for (const char* url : {"http://hooks.example:22/", "https://user:word@hooks.example/"}) {
    SCOPED_TRACE(url);
    EXPECT_EQ(check_url(url, Reach::kAnywhere), "hooks.example");
  }
}

TEST(BaseOf, IsWhatPathsAreAppendedTo) {
  for (const auto& [url, base] : std::vector<std::pair<std::string, std::string>>{
           {"https://api.example", "https://api.example"},
           {"https://api.example//", "https://api.example"},
           {"http://api.example:8791/", "http://api.example:8791"},
           {"https://api.example/eu/", "https://api.example/eu"}}) {
    EXPECT_EQ(base_of(url).value_or("none"), base);
  }
}

TEST(BaseOf, RefusesWhatIsNoUrlOrGoesOnAfterItsPath) {
  for (const char* url :
       {"", "api.example", "api.example:443", "/v1", "ftp://api.example", "https://", "https://a b",
        "https://x/?a=1", "https://x/#a", "https://x/\"", "https://x/'", "https://x/$(id)",
        "https://x/`id`", "https://x/a\\b", "https://x/\n", "https://x/\xc3\xbc"}) {
    EXPECT_FALSE(base_of(url)) << url;
  }
}

TEST(PublicBaseOf, WantsTlsButOnThisMachine) {
  for (const char* url : {"https://voice.example.com", "http://127.0.0.1:8080",
                          "http://localhost:8080", "http://[::1]:8080"}) {
    EXPECT_EQ(public_base_of(std::string(url) + "/").value_or("none"), url);
  }
  for (const char* url : {"http://voice.example.com", "http://localhost.example.com",
                          "http://1270.example.com", "voice.example.com"}) {
    EXPECT_FALSE(public_base_of(url)) << url;
  }
  const auto named = public_base_of("http://127.0.0.1.example.com");
  ASSERT_FALSE(named);
  EXPECT_EQ(named.error().message, "URL of 127.0.0.1.example.com must start with https://");
}

TEST(CheckUrl, RefusesWhatNobodyElseMayChoose) {
  struct Case {
    const char* url;
    const char* complaint;
  };
  const char* const malformed = "malformed URL; it must start with https:// or http:// and a host";
  const char* const scheme = "URL of h.example must start with https://";
  const char* const user = "URL of h.example must hold no user and no password";
  const char* const port = "URL of h.example must have port 443 or one from 1024 up";
  for (const Case& c :
       {Case{"http://h.example/", scheme}, Case{"http://h.example:443/", scheme},
        Case{"https://user:secret@h.example/", user}, Case{"https://user@h.example/", user},
        Case{"https://@h.example/", user}, Case{"https://:secret@h.example/", user},
        Case{"https://h.example:80/", port}, Case{"https://h.example:22/", port},
        Case{"https://h.example:25/", port}, Case{"https://h.example:1023/", port},
        Case{"https://h.example:442/", port}, Case{"https://h.example:444/", port},
        Case{"https://h.example:0/", port}, Case{"https://h.example:65536/", malformed},
        Case{"https://h.example:-443/", malformed}, Case{"https:///", malformed},
        Case{"h.example", malformed}, Case{"", malformed}}) {
    SCOPED_TRACE(c.url);
    const auto host = check_url(c.url, Reach::kPublicOnly);
    ASSERT_FALSE(host);
    EXPECT_EQ(host.error(), (Error{Code::kInvalid, c.complaint}));
  }
}

TEST(HttpClientReach, SendsNothingToAUrlThatNobodyElseMayChoose) {
  const auto client = make_client({.trusted_file = {}, .is_public = &everything});
  Door door;
  const std::string port = std::to_string(door.port());
  for (const std::string& url : {door.url(), "https://user:word@127.0.0.1:" + port + "/"}) {
    SCOPED_TRACE(url);
    EXPECT_EQ(code_of(begin(*client, public_only(url)).get()), Code::kInvalid);
  }
  EXPECT_FALSE(door.is_knocked(0));
}

TEST(HttpClientReach, NeedsTrustedCertificatesThatCanBeRead) {
  const auto client = HttpClient::create({.trusted_file = "/nowhere/authorities.pem"});
  ASSERT_FALSE(client);
  EXPECT_EQ(client.error(), (Error{Code::kInvalid,
                                   "cannot read the trusted certificates in "
                                   "/nowhere/authorities.pem"}));
}

}  // namespace
}  // namespace pl::net
