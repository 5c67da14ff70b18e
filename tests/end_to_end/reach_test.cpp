// Where the real server sends events, whatever URL an endpoint has: to public addresses alone, and
// nowhere else from there.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/check.h"
#include "net/http_server.h"
#include "stage.h"

namespace pl::testing {
namespace {

// A service of this machine that nobody outside was meant to reach.
class Inside {
 public:
  Inside() : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    PL_CHECK(::bind(fd_, reinterpret_cast<sockaddr*>(&address), length) == 0);
    PL_CHECK(::listen(fd_, 16) == 0);
    PL_CHECK(::getsockname(fd_, reinterpret_cast<sockaddr*>(&address), &length) == 0);
    port_ = std::to_string(ntohs(address.sin_port));
  }
  ~Inside() { ::close(fd_); }

  const std::string& port() const { return port_; }
  bool is_knocked() const {
    pollfd waiting{fd_, POLLIN, 0};
    return ::poll(&waiting, 1, 0) == 1;
  }

 private:
  int fd_;
  std::string port_;
};

// Something happens that an endpoint is told of.
void make_news(Stage& stage) {
  const std::string caller = stage.register_caller("+41780000001", "Anna");
  stage.must("PATCH", "/v1/callers/" + caller, {{"stage", "onboarded"}});
}

// Why the event for that endpoint was not taken at the first try; waits for it.
std::string why_not(Stage& stage, const std::string& endpoint) {
  std::string why;
  stage.wait_for("the event is tried", [&] {
    const Json page = stage.must("GET", "/v1/deliveries?endpoint=" + endpoint);
    for (const Json& one : page["items"]) {
      if (one["tries"] == 0) return false;
      if (one["failure"].is_string()) why = one["failure"];
    }
    return !why.empty();
  });
  return why;
}

std::string added(Stage& stage, const std::string& url) {
  return stage.must("POST", "/v1/endpoints", {{"url", url}}).value("id", "");
}

// Written as an address, or as a name that the look-up at the time of the request makes one of.
TEST(Reach, OfEventsIsPublicAddressesAlone) {
  const Inside inside;
  Stage stage({.own_process = true});
  std::map<std::string, std::string> endpoints;
  for (const char* host :
       {"127.0.0.1", "localhost", "door.localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]",
        "10.0.0.1", "169.254.169.254", "[fd00:ec2::254]", "[fe80::1]"}) {
    const std::string url = std::string("https://") + host + ":" + inside.port() + "/planted-path";
    endpoints[url] = added(stage, url);
  }
  make_news(stage);
  for (const auto& [url, id] : endpoints) {
    const std::string why = why_not(stage, id);
    EXPECT_TRUE(why.ends_with(": it has no public address")) << url << ": " << why;
    EXPECT_EQ(why.find("planted-path"), std::string::npos);
  }
  EXPECT_FALSE(inside.is_knocked());
}

TEST(Reach, IsNotAskedForWhereTheUrlTellsAlready) {
  const Inside inside;
  Stage stage({.own_process = true});
  for (const std::string& url : std::vector<std::string>{
           "http://product.example/hook", "http://127.0.0.1:" + inside.port() + "/",
           "https://planted-user:planted-word@product.example/", "https://product.example:22/",
           "file:///etc/passwd", "gopher://127.0.0.1:" + inside.port() + "/", "product.example",
           ""}) {
    SCOPED_TRACE(url);
    const Answer refused = stage.api("POST", "/v1/endpoints", Json{{"url", url}}.dump());
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(refused.body.find("planted-"), std::string::npos);
  }
  const std::string id = added(stage, "https://product.example/hook");
  EXPECT_EQ(stage.api("PATCH", "/v1/endpoints/" + id, R"({"url":"http://127.0.0.1:1/"})").status,
            400);
}

TEST(Reach, IsTheWholeNetworkWhereTheOperatorAllowsIt) {
  const Inside inside;
  Stage stage({.own_process = true, .arguments = {"--allow-private-endpoints"}});
  added(stage, "https://localhost:" + inside.port() + "/");
  make_news(stage);
  EXPECT_TRUE(stage.wait_for("the event is sent there", [&] { return inside.is_knocked(); }));
}

TEST(Reach, EndsAtARedirect) {
  const Inside inside;
  std::atomic<int> asked = 0;
  const auto product = *net::HttpServer::listen(
      "127.0.0.1", 0, 1, {},
      {.body_limit = [](const net::Request&) { return std::size_t{100'000}; },
       .on_request =
           [&](const net::Request&, const net::HttpServer::Reply& reply) {
             ++asked;
             reply({.status = 307,
                    .headers = {{"Location", "http://127.0.0.1:" + inside.port() + "/"}}});
           }});
  Stage stage;
  const std::string id =
      added(stage, "http://127.0.0.1:" + std::to_string(product->port()) + "/hook");
  make_news(stage);
  EXPECT_EQ(why_not(stage, id), "it answered 307");
  EXPECT_FALSE(inside.is_knocked());
  EXPECT_GE(asked, 1);
  product->stop();
}

}  // namespace
}  // namespace pl::testing
