#include "net/http_client.h"

#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "net/loopback.h"
#include "net/test_client.h"
#include "net/test_server.h"

namespace pl::net {
namespace {

using loopback::Door;
using loopback::Peer;

std::string read_request(Peer& peer) {
  constexpr std::string_view kLength = "Content-Length: ";
  std::string request = peer.read_until("\r\n\r\n");
  const std::size_t at = request.find(kLength);
  if (at == std::string::npos) return request;
  return request + peer.read_exactly(std::stoul(request.substr(at + kLength.size())));
}

TEST(HttpClient, HandsBackWhateverStatusTheServerSays) {
  const auto client = make_client();
  const auto server = serve([](const Request& request, const HttpServer::Reply& reply) {
    Response response = text("said " + request.path, std::stoi(request.path.substr(1)));
    response.headers.push_back({"X-Two", "a b"});
    reply(std::move(response));
  });
  for (const int status : {200, 201, 400, 401, 404, 409, 429, 500, 503}) {
    SCOPED_TRACE(status);
    const auto path = "/" + std::to_string(status);
    const Outcome outcome = begin(*client, to(url_of(*server, path))).get();
    ASSERT_TRUE(outcome) << outcome.error().message;
    EXPECT_EQ(outcome->status, status);
    EXPECT_EQ(outcome->body, "said " + path);
    EXPECT_EQ(outcome->header("x-two"), "a b");
  }
}

TEST(HttpClient, SendsMethodHeadersAndBodyAsTheyAre) {
  const auto client = make_client();
  const auto server = serve([](const Request& request, const HttpServer::Reply& reply) {
    std::string all = request.method + " " + request.path + "?" + request.query + " ";
    for (const char* name : {"x-a", "x-empty", "content-type", "expect"}) {
      all += "[" + std::string(request.header(name).value_or("none")) + "]";
    }
    reply(text(all + request.body));
  });
  struct Case {
    const char* method;
    const char* body;
    const char* answer;
  };
  for (const Case& c :
       {Case{"GET", "unsent", "GET /p?q=1 [1][][none][none]"},
        Case{"POST", "b", "POST /p?q=1 [1][][none][none]b"},
        Case{"PATCH", "b", "PATCH /p?q=1 [1][][none][none]b"},
        Case{"DELETE", "", "DELETE /p?q=1 [1][][none][none]"}, Case{"HEAD", "", ""}}) {
    SCOPED_TRACE(c.method);
    ClientRequest request = to(url_of(*server, "/p?q=1"), c.method, c.body);
    request.headers = {{"X-A", "1"}, {"X-Empty", ""}};
    const Outcome outcome = begin(*client, std::move(request)).get();
    ASSERT_TRUE(outcome) << outcome.error().message;
    EXPECT_EQ(outcome->status, 200);
    EXPECT_EQ(outcome->body, c.answer);
  }
  ClientRequest typed = to(url_of(*server, "/"), "PUT", "{}");
  typed.headers = {{"content-type", "application/json"}};
  EXPECT_EQ(begin(*client, typed).get()->body, "PUT /? [none][none][application/json][none]{}");
}

TEST(HttpClient, LeavesThePathAsItIs) {
  const auto server = serve(echo);
  const auto client = *HttpClient::create();
  const Outcome outcome = begin(*client, to(url_of(*server, "/conversations/.."))).get();
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->body, "GET /conversations/..  ")
      << "an id must not take away what is before it";
}

TEST(HttpClient, FollowsNoRedirect) {
  const auto client = make_client();
  Door elsewhere;
  const auto server = serve([&](const Request&, const HttpServer::Reply& reply) {
    reply({302, "", "", {{"Location", elsewhere.url()}}});
  });
  const Outcome outcome = begin(*client, to(url_of(*server, "/"))).get();
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->status, 302);
  EXPECT_EQ(outcome->header("location"), elsewhere.url());
  EXPECT_FALSE(elsewhere.is_knocked(0));
}

TEST(HttpClient, CallsItUnavailableWhenNoConnectionWasMade) {
  const auto client = make_client();
  std::string refused;
  {
    const Door closed;
    refused = closed.url();
  }
  EXPECT_EQ(code_of(begin(*client, to(refused, "POST", "b")).get()), Code::kUnavailable);

  ClientRequest unresolved = to("http://nobody.invalid/");
  unresolved.connect_time = Millis(500);
  EXPECT_EQ(code_of(begin(*client, unresolved).get()), Code::kUnavailable);

  // A full queue lets nobody in and says nothing.
  const Door full(0);
  const Peer first = Peer::to(full.port());
  ClientRequest filler = to(full.url());
  filler.total_time = Millis(100);
  begin(*client, filler).wait();
  ClientRequest unheard = to(full.url(), "POST", "b");
  unheard.connect_time = Millis(100);
  EXPECT_EQ(code_of(begin(*client, unheard).get()), Code::kUnavailable);
}

TEST(HttpClient, CallsItUnavailableWhenTheTlsHandshakeFails) {
  const auto client = make_client();
  Door door;
  ClientRequest request = to("https" + door.url().substr(4), "POST", "b");
  request.connect_time = Millis(200);
  auto mute = begin(*client, request);
  Peer silent = door.accept();
  EXPECT_EQ(code_of(mute.get()), Code::kUnavailable);
  request.connect_time = Millis(5'000);
  auto wrong = begin(*client, request);
  Peer plain = door.accept();
  plain.send("HTTP/1.1 400 Bad Request\r\n\r\n");
  plain.close();
  EXPECT_EQ(code_of(wrong.get()), Code::kUnavailable);
}

TEST(HttpClient, CallsTheOutcomeUnknownWhenTimeRunsOutAfterSending) {
  const auto client = make_client();
  Door door;
  for (const char* answer :
       {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab"}) {
    SCOPED_TRACE(answer);
    ClientRequest request = to(door.url(), "POST", "body");
    request.total_time = Millis(300);
    auto outcome = begin(*client, request);
    Peer peer = door.accept();
    EXPECT_TRUE(read_request(peer).ends_with("body"));
    peer.send(answer);
    EXPECT_EQ(code_of(outcome.get()), Code::kOutcomeUnknown);
  }
}

TEST(HttpClient, CallsTheOutcomeUnknownWhenTheAnswerIsNotWhole) {
  const auto client = make_client();
  Door door;
  struct Case {
    const char* answer;
    bool reset;
  };
  for (const Case& c :
       {Case{"", true}, Case{"", false}, Case{"HTTP/1.1 200 OK\r\n", true},
        Case{"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab", false},
        Case{"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab", true},
        Case{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n", false},
        Case{"220 mail.example ESMTP\r\n", false}}) {
    SCOPED_TRACE(c.answer);
    auto outcome = begin(*client, to(door.url(), "POST", "body"));
    Peer peer = door.accept();
    read_request(peer);
    peer.send(c.answer);
    c.reset ? peer.reset() : peer.close();
    EXPECT_EQ(code_of(outcome.get()), Code::kOutcomeUnknown);
  }
}

TEST(HttpClient, BoundsTheAnswerToTheByte) {
  const auto client = make_client();
  const auto server = serve([](const Request& request, const HttpServer::Reply& reply) {
    reply(text(std::string(std::stoul(request.path.substr(1)), 'x')));
  });
  for (const std::size_t limit : {std::size_t{0}, std::size_t{100'000}}) {
    ClientRequest request = to(url_of(*server, "/" + std::to_string(limit)));
    request.answer_bytes = limit;
    const Outcome fits = begin(*client, request).get();
    ASSERT_TRUE(fits) << fits.error().message;
    EXPECT_EQ(fits->body.size(), limit);
    request.url = url_of(*server, "/" + std::to_string(limit + 1));
    const Outcome too_long = begin(*client, request).get();
    EXPECT_EQ(code_of(too_long), Code::kOutcomeUnknown);
    EXPECT_NE(too_long.error().message.find("too long"), std::string::npos);
  }
}

// A connection that was kept open and dies just when it is used again is where libcurl would send a
// request a second time.
TEST(HttpClient, SendsARequestOnceWhenTheServerClosesWithoutAnAnswer) {
  const auto client = make_client();
  for (const char* method : {"POST", "PUT", "PATCH", "DELETE"}) {
    SCOPED_TRACE(method);
    Door door;
    auto kept = begin(*client, to(door.url()));
    Peer first = door.accept();
    read_request(first);
    first.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    ASSERT_TRUE(kept.get());
    auto outcome = begin(*client, to(door.url(), method, "body"));
    Peer second = door.accept();  // not on the connection of before
    EXPECT_TRUE(read_request(second).ends_with("body"));
    second.close();
    EXPECT_EQ(code_of(outcome.get()), Code::kOutcomeUnknown);
    EXPECT_FALSE(door.is_knocked(100));
    first.close();
  }
}

TEST(HttpClient, KeepsTheConnectionOfAGetForTheNext) {
  const auto client = make_client();
  Door door;
  std::optional<Peer> peer;
  for (int i = 0; i < 3; ++i) {
    auto outcome = begin(*client, to(door.url()));
    if (!peer) peer = door.accept();
    read_request(*peer);
    peer->send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    ASSERT_TRUE(outcome.get());
  }
  EXPECT_FALSE(door.is_knocked(0));
}

TEST(HttpClient, RefusesWhatNoRequestCanBe) {
  const auto client = make_client();
  Door door;
  for (const char* url : {"", "x", "/a", "ftp://127.0.0.1/", "file:///etc/passwd", "http://",
                          "http://a b/", "127.0.0.1:80/", "gopher://127.0.0.1/"}) {
    SCOPED_TRACE(url);
    EXPECT_EQ(code_of(begin(*client, to(url)).get()), Code::kInvalid);
  }
  for (const char* method : {"", "G ET", "GET / HTTP/1.1\r\nX:"}) {
    SCOPED_TRACE(method);
    EXPECT_EQ(code_of(begin(*client, to(door.url(), method)).get()), Code::kInvalid);
  }
  for (const Header& header : {Header{"X", "a\r\nY: b"}, Header{"X: a\r\nY", "b"}, Header{"", "b"},
                               Header{"X", std::string("a\0b", 3)}}) {
    SCOPED_TRACE(header.name + header.value);
    ClientRequest request = to(door.url());
    request.headers = {header};
    EXPECT_EQ(code_of(begin(*client, request).get()), Code::kInvalid);
  }
  EXPECT_FALSE(door.is_knocked(0));
}

TEST(HttpClient, NamesTheHostAndNoMoreOfTheUrlInErrors) {
  const auto client = make_client();
  std::string url;
  {
    const Door closed;
    url = "http://someone:word@127.0.0.1:" + std::to_string(closed.port()) + "/secret?token=secret";
  }
  const Outcome outcome = begin(*client, to(url)).get();
  ASSERT_FALSE(outcome);
  EXPECT_NE(outcome.error().message.find("127.0.0.1"), std::string::npos);
  EXPECT_EQ(outcome.error().message.find("secret"), std::string::npos);
  EXPECT_EQ(outcome.error().message.find("word"), std::string::npos);
}

TEST(HttpClient, AbandonsWhatIsUnderWayWhenDestroyed) {
  auto client = make_client();
  Door door;
  const auto alive = std::make_shared<int>(0);
  client->send(to(door.url(), "POST", "body"), [alive](const Outcome&) { FAIL(); });
  Peer peer = door.accept();
  read_request(peer);
  client->send(to(door.url()), [alive](const Outcome&) { FAIL(); });
  client.reset();
  EXPECT_EQ(alive.use_count(), 1);
  EXPECT_EQ(peer.read_to_end(), "");
}

TEST(HttpClient, CarriesManyRequestsFromManyThreadsWhileOneHangs) {
  const auto client = make_client();
  Door mute;
  const auto server = serve(echo);
  auto hung = begin(*client, to(mute.url()));
  std::atomic<int> right = 0;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 25; ++i) {
          const auto body = std::to_string(i);
          const Outcome outcome = begin(*client, to(url_of(*server, "/"), "POST", body)).get();
          right += outcome && outcome->body == "POST /  " + body ? 1 : 0;
        }
      });
    }
  }
  EXPECT_EQ(right, 100);
  EXPECT_EQ(hung.wait_for(Millis(0)), std::future_status::timeout);
}

}  // namespace
}  // namespace pl::net
