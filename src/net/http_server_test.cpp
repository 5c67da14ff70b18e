#include "net/http_server.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <atomic>
#include <future>
#include <stdexcept>
#include <thread>

#include "net/loopback.h"
#include "net/test_server.h"

namespace pl::net {
namespace {

using loopback::Answer;
using loopback::Peer;

TEST(HttpServer, HandsOverTheWholeRequest) {
  std::promise<Request> seen;
  const auto server = serve([&](Request request, const HttpServer::Reply& reply) {
    seen.set_value(std::move(request));
    reply({201, "", "", {{"Location", "/x"}}});
  });
  auto peer = Peer::to(server->port());
  peer.send("PUT /a%2Fb?q=%41 HTTP/1.1\r\nHost: h\r\nX-One: 1\r\nContent-Length: 4\r\n\r\nbody");
  const Answer answer = peer.read_answer();
  EXPECT_EQ(answer.status, 201);
  EXPECT_NE(answer.head.find("\r\nLocation: /x\r\n"), std::string::npos);
  EXPECT_NE(answer.head.find("\r\nDate: "), std::string::npos);
  const Request request = seen.get_future().get();
  EXPECT_EQ(request.method, "PUT");
  EXPECT_EQ(request.path, "/a/b");
  EXPECT_EQ(request.query, "q=%41");
  EXPECT_EQ(request.header("x-one"), "1");
  EXPECT_EQ(request.body, "body");
  EXPECT_EQ(request.peer, "127.0.0.1");
}

TEST(HttpServer, SendsAnAnswerThatHasNoEndYetPartByPart) {
  std::promise<std::function<void(Part)>> second;
  std::atomic<int> asked = 0;
  const auto server = serve([&](const Request&, const HttpServer::Reply& reply) {
    Response begun{200, "text/event-stream", "one", {}};
    begun.more = [&](const std::function<void(Part)>& next) {
      if (++asked == 1) return next("two");  // at once
      if (asked == 2) return second.set_value(next);
      next(std::nullopt);
    };
    reply(begun);
  });
  auto peer = Peer::to(server->port());
  peer.send("GET /stream HTTP/1.1\r\nHost: h\r\n\r\n");
  const auto next = second.get_future().get();
  next("three");
  next("never");  // told twice
  const std::string all = peer.read_to_end();
  EXPECT_NE(all.find("\r\nConnection: close\r\n"), std::string::npos);
  EXPECT_EQ(all.find("Content-Length"), std::string::npos);
  EXPECT_EQ(all.substr(all.find("\r\n\r\n") + 4), "onetwothree");
}

TEST(HttpServer, APartThatComesAfterThePeerIsGoneHurtsNobody) {
  std::promise<std::function<void(Part)>> waiting;
  auto server = serve([&](const Request&, const HttpServer::Reply& reply) {
    Response begun{200, "text/event-stream", "one", {}};
    begun.more = [&](std::function<void(Part)> next) { waiting.set_value(std::move(next)); };
    reply(begun);
  });
  std::function<void(Part)> next;
  {
    auto peer = Peer::to(server->port());
    peer.send("GET /stream HTTP/1.1\r\nHost: h\r\n\r\n");
    next = waiting.get_future().get();
  }
  next("two");
  server.reset();
  next("three");
}

TEST(HttpServer, AnswersPipelinedRequestsInOrder) {
  std::atomic<int> under_way = 0;
  std::atomic<int> most = 0;
  std::vector<std::jthread> threads;  // one request at a time, so nobody else touches it
  const auto server = serve([&](const Request& request, const HttpServer::Reply& reply) {
    most = std::max<int>(most, ++under_way);
    threads.emplace_back([&under_way, reply, body = request.path + request.body] {
      --under_way;
      reply(text(body));
    });
  });
  auto peer = Peer::to(server->port());
  std::string requests;
  for (int i = 0; i < 50; ++i) {
    requests += "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\n!";
  }
  peer.send(requests);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(peer.read_answer().body, "/" + std::to_string(i) + "!");
  EXPECT_EQ(most, 1);
}

// A proxy in front sends the requests of many over one connection: what one of them says must end
// where they said it ends, whatever it looks like.
TEST(HttpServer, TakesNoRequestOutOfTheBodyOfAnother) {
  const std::string hidden = "GET /hidden HTTP/1.1\r\nHost: h\r\n\r\n";
  const std::string size = std::to_string(hidden.size());
  const std::string sized = "Host: h\r\nContent-Length: " + size + "\r\n\r\n" + hidden;
  const std::string chunked = "Host: h\r\nTransfer-Encoding: chunked\r\n\r\n" +
                              fmt::format("{:x}", hidden.size()) + "\r\n" + hidden + "\r\n0\r\n";
  const auto server = serve(echo);
  for (const std::string& request :
       {"POST /a HTTP/1.1\r\n" + sized, "GET /a HTTP/1.1\r\n" + sized,
        "DELETE /a HTTP/1.1\r\n" + sized, "OPTIONS /a HTTP/1.1\r\n" + sized,
        "POST /a HTTP/1.1\r\n" + chunked + "\r\n", "GET /a HTTP/1.1\r\n" + chunked + "\r\n",
        "POST /a HTTP/1.1\r\n" + chunked + "Host: other\r\n\r\n"}) {
    SCOPED_TRACE(request);
    auto peer = Peer::to(server->port());
    peer.send(request + "GET /b HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_TRUE(peer.read_answer().body.ends_with(" /a  " + hidden));
    EXPECT_EQ(peer.read_answer().body, "GET /b  ");
  }
}

TEST(HttpServer, ReadsNothingBehindARequestThatItRefused) {
  std::atomic<int> handed_over = 0;
  const auto server = serve([&](const Request& request, const HttpServer::Reply& reply) {
    ++handed_over;
    echo(request, reply);
  });
  const std::string next = "GET /next HTTP/1.1\r\nHost: h\r\n\r\n";
  for (const std::string& request :
       {"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n" +
            next,
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\n\r\n" + next,
        "POST / HTTP/1.1\r\nHost: h\r\nExpect: tea\r\n\r\n" + next,
        "GET / HTTP/1.1\r\n\r\n" + next}) {
    SCOPED_TRACE(request);
    auto peer = Peer::to(server->port());
    peer.send(request);
    EXPECT_GE(peer.read_answer().status, 400);
    EXPECT_EQ(peer.read_to_end(), "");
  }
  EXPECT_EQ(handed_over, 0);
}

TEST(HttpServer, ClosesOrKeepsTheConnectionAsTheVersionAndThePeerSay) {
  struct Case {
    const char* request;
    bool stays_open;
  };
  const auto server = serve(echo);
  for (const Case& c : {Case{"GET / HTTP/1.1\r\nHost: h\r\n\r\n", true},
                        Case{"GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", false},
                        Case{"GET / HTTP/1.0\r\n\r\n", false},
                        Case{"GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", true}}) {
    SCOPED_TRACE(c.request);
    auto peer = Peer::to(server->port());
    peer.send(c.request);
    const Answer answer = peer.read_answer();
    EXPECT_EQ(answer.status, 200);
    const bool says_open = answer.head.find("Connection: keep-alive\r\n") != std::string::npos;
    EXPECT_EQ(says_open, c.stays_open);
    if (c.stays_open) {
      peer.send("\r\nGET /next HTTP/1.1\r\nHost: h\r\n\r\n");
      EXPECT_EQ(peer.read_answer().body, "GET /next  ");
    } else {
      EXPECT_EQ(peer.read_to_end(), "");
    }
  }
}

TEST(HttpServer, AnswersAPeerThatHasEndedSending) {
  const auto server = serve(echo);
  auto peer = Peer::to(server->port());
  peer.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n");
  peer.end_sending();
  EXPECT_EQ(peer.read_answer().body, "GET /a  ");
  EXPECT_EQ(peer.read_to_end(), "");
}

TEST(HttpServer, AnswersHeadWithTheLengthAndWithoutTheBody) {
  const auto server = serve(echo);
  auto peer = Peer::to(server->port());
  peer.send("HEAD /a HTTP/1.1\r\nHost: h\r\n\r\nGET /b HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_NE(peer.read_head_answer().head.find("\r\nContent-Length: 9\r\n"), std::string::npos);
  EXPECT_EQ(peer.read_answer().body, "GET /b  ");
}

TEST(HttpServer, InvitesABodyThatWaitsForIt) {
  const auto server = serve(echo);
  auto peer = Peer::to(server->port());
  peer.send("PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(peer.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  peer.send("ab");
  EXPECT_EQ(peer.read_answer().body, "PUT /  ab");
  peer.send("PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\ncd");
  EXPECT_EQ(peer.read_answer().body, "PUT /  cd");
  peer.send("PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 1001\r\n\r\n");
  EXPECT_EQ(peer.read_answer().status, 413);
}

TEST(HttpServer, TakesAReplyOnceFromWhateverThread) {
  Held held;
  std::atomic<int> calls = 0;
  const auto server = serve([&](const Request& request, HttpServer::Reply reply) {
    if (++calls == 1) return held.promise.set_value(std::move(reply));
    echo(request, reply);
  });
  auto peer = Peer::to(server->port());
  peer.send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\n\r\n");
  const auto reply = held.wait();
  std::jthread([&] { reply(text("first")); }).join();
  reply(text("second"));
  EXPECT_EQ(peer.read_answer().body, "first");
  reply(text("third"));
  EXPECT_EQ(peer.read_answer().body, "GET /2  ");
}

TEST(HttpServer, TakesAReplyAfterThePeerHasGone) {
  Held held;
  const auto server = serve(held.taker());
  {
    auto peer = Peer::to(server->port());
    peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    const auto reply = held.wait();
    peer.reset();
    reply(text(std::string(10'000'000, 'x')));
    reply(text("again"));
  }
  auto peer = Peer::to(server->port());
  peer.send("GET /% HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_EQ(peer.read_answer().status, 400);
}

TEST(HttpServer, TakesAReplyAfterTheServerHasGone) {
  Held held;
  auto server = serve(held.taker());
  auto peer = Peer::to(server->port());
  peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  auto reply = held.wait();
  server->stop();
  EXPECT_EQ(peer.read_to_end(), "");
  const auto copy = reply;
  reply(text("late"));
  server.reset();
  reply(text("later"));
  reply = nullptr;
  copy(text("latest"));
}

TEST(HttpServer, MakesA500OfAnExceptionAndOfAReplyThrownAway) {
  const auto server = serve([](const Request& request, HttpServer::Reply reply) {
    if (request.path == "/throw") throw std::runtime_error("bug");
    reply = nullptr;
  });
  auto peer = Peer::to(server->port());
  for (const char* path : {"/throw", "/drop"}) {
    peer.send(std::string("GET ") + path + " HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(peer.read_answer().status, 500) << path;
  }
}

TEST(HttpServer, MakesA500OfAnExceptionInBodyLimit) {
  const auto server = *HttpServer::listen(
      "127.0.0.1", 0, 1, {},
      {[](const Request&) -> std::size_t { throw std::runtime_error("bug"); }, echo});
  auto peer = Peer::to(server->port());
  peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_EQ(peer.read_answer().status, 500);
  EXPECT_EQ(peer.read_to_end(), "");
}

TEST(HttpServer, RunsTasksAfterTheirTimeUnlessItStops) {
  auto never = std::make_shared<int>(0);
  const std::weak_ptr<int> watched = never;
  auto server = serve(echo);
  std::promise<std::chrono::steady_clock::time_point> ran;
  const auto start = std::chrono::steady_clock::now();
  server->after(std::chrono::hours(1), [never = std::move(never)] { FAIL(); });
  server->after(Millis(30), [&] { ran.set_value(std::chrono::steady_clock::now()); });
  EXPECT_GE(ran.get_future().get() - start, Millis(30));
  server->stop();
  server->after(Millis(0), [] { FAIL(); });
  server.reset();
  EXPECT_TRUE(watched.expired());
}

TEST(HttpServer, StopsWithConnectionsInEveryState) {
  Held held;
  std::promise<void> asked;
  const auto server = *HttpServer::listen("127.0.0.1", 0, 2, {},
                                          {[&](const Request& head) {
                                             if (head.path == "/body") asked.set_value();
                                             return std::size_t{1000};
                                           },
                                           held.taker()});
  auto idle = Peer::to(server->port());
  auto head = Peer::to(server->port());
  head.send("GET /");
  auto body = Peer::to(server->port());
  body.send("POST /body HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n");
  auto waiting = Peer::to(server->port());
  waiting.send("GET /wait HTTP/1.1\r\nHost: h\r\n\r\n");
  const auto reply = held.wait();
  asked.get_future().wait();
  server->stop();
  server->stop();
  for (Peer* peer : {&idle, &head, &body, &waiting}) EXPECT_EQ(peer->read_to_end(), "");
  // The port is free again.
  EXPECT_TRUE(HttpServer::listen("127.0.0.1", server->port(), 1, {},
                                 {[](const Request&) { return std::size_t{0}; }, echo}));
}

TEST(HttpServer, LetsAnswersThatWereGivenReachTheirPeersBeforeItStops) {
  Held held;
  const auto server = serve(held.taker());
  auto peer = Peer::to(server->port());
  peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  const auto reply = held.wait();
  auto answer = std::async(std::launch::async, [&] { return peer.read_answer(); });
  reply(text(std::string(20'000'000, 'x')));
  server->stop();
  EXPECT_EQ(answer.get().body.size(), std::size_t{20'000'000});
}

TEST(HttpServer, StopsAlthoughAPeerTakesNothing) {
  const auto server = serve([](const Request&, const HttpServer::Reply& reply) {
    reply(text(std::string(64'000'000, 'x')));
  });
  auto peer = Peer::to(server->port());
  peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_TRUE(peer.is_readable(loopback::kPatienceMs));
  server->stop();
  EXPECT_LT(peer.read_to_end().size(), std::size_t{64'000'000});
}

TEST(HttpServer, SaysWhyItCannotListen) {
  const auto server = serve(echo);
  const HttpServer::Callbacks callbacks{[](const Request&) { return std::size_t{0}; }, echo};
  const auto taken = HttpServer::listen("127.0.0.1", server->port(), 1, {}, callbacks);
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().code, Code::kUnavailable);
  EXPECT_NE(taken.error().message.find("127.0.0.1 port " + std::to_string(server->port())),
            std::string::npos);
  const auto name = HttpServer::listen("localhost", 0, 1, {}, callbacks);
  ASSERT_FALSE(name);
  EXPECT_EQ(name.error().code, Code::kInvalid);
}

TEST(HttpServer, ServesManyConnectionsAtOnce) {
  HttpServer* later = nullptr;
  const auto server = serve([&](const Request& request, HttpServer::Reply reply) {
    later->after(Millis(1), [reply = std::move(reply), path = request.path] { reply(text(path)); });
  });
  later = server.get();
  std::vector<std::jthread> clients;
  std::atomic<int> right = 0;
  for (int c = 0; c < 8; ++c) {
    clients.emplace_back([&, c] {
      auto peer = Peer::to(server->port());
      for (int i = 0; i < 50; ++i) {
        const std::string path = "/" + std::to_string(c * 1000 + i);
        peer.send("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n");
        right += peer.read_answer().body == path ? 1 : 0;
      }
    });
  }
  clients.clear();
  EXPECT_EQ(right, 400);
}

}  // namespace
}  // namespace pl::net
