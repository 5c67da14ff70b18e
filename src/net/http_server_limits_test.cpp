// What the server does with senders that are malformed, slow, too many or too long.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <future>

#include "net/http_server.h"
#include "net/loopback.h"
#include "net/test_server.h"

namespace pl::net {
namespace {

using loopback::Answer;
using loopback::Peer;

struct Malformed {
  int status;
  std::string request;
};
const std::string kGet = "GET / HTTP/1.1\r\nHost: h\r\n";
const std::string kPost = "POST / HTTP/1.1\r\nHost: h\r\n";
const std::string kChunked = kPost + "Transfer-Encoding: chunked\r\n\r\n";
const Malformed kMalformed[] = {
    {400, std::string("\x16\x03\x01\x02\x00\x01\xfc\x03\x03", 9)},  // TLS
    {400, "GET\r\n\r\n"},
    {400, "GET /\r\n\r\n"},
    {400, "GET  / HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET / HTTP/1.1 \r\nHost: h\r\n\r\n"},
    {400, "GET / HTTP/1.1\nHost: h\n\n"},
    {400, "G@T / HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET a HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET ftp://h/ HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET \\\\h\\a HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "CONNECT h:1 HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET http:///a HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET /%4 HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET /a%00b HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET /a%0Ab HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET / HTTP/1.1\r\n\r\n"},
    {400, kGet + "Host: other\r\n\r\n"},
    {400, kGet + "Bad Name: x\r\n\r\n"},
    {400, kGet + ": x\r\n\r\n"},
    {400, kGet + "X\r\n\r\n"},
    {400, kGet + "X: a\r\n b\r\n\r\n"},
    {400, kGet + "X: a\r\n\tb\r\n\r\n"},
    {400, kGet + "X:\r\n a\r\n\r\n"},
    {400, kGet + "X: a\r\n \r\n\r\n"},
    {400, "GET / HTTP/1.1\r\n Host: h\r\n\r\n"},
    {400, kGet + "X: a\nY: b\r\n\r\n"},
    {400, kGet + "X: a\rY: b\r\n\r\n"},
    {400, kGet + "X: a\n\r\n"},
    {400, kGet + "\nX: a\r\n\r\n"},
    {400, kGet + std::string("X: a\0b\r\n\r\n", 10)},
    {400, kPost + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na"},
    {400, kPost + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"},
    {400, kPost + "Content-Length: 1, 1\r\n\r\na"},
    {400, kPost + "Content-Length: -1\r\n\r\n"},
    {400, kPost + "Content-Length: +1\r\n\r\na"},
    {400, kPost + "Content-Length: 0x1\r\n\r\na"},
    {400, kPost + "Content-Length:\r\n\r\n"},
    {400, kPost + "Content-Length: 18446744073709551616\r\n\r\n"},
    {400, kPost + "Content-Length : 1\r\n\r\na"},
    {400, kPost + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {400, kPost + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n"},
    {400, kPost + "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n"},
    {400, kPost + "Content-Length: 1\r\n 0\r\n\r\na"},
    {400, kPost + "Content-Length: 1\r\nTransfer-Encoding:\r\n chunked\r\n\r\na"},
    {400, kPost + "Content-Length: 1 \x0b\r\n\r\na"},
    {400, kPost + "Content-Length: 1\r\nContent-Length:\r\n\r\na"},
    {400, kPost + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"},
    {400, kPost + "Transfer-Encoding: \x0b" + "chunked\r\n\r\n0\r\n\r\n"},
    {400, kPost + "Transfer-Encoding: gzip\r\nContent-Length: 1\r\n\r\na"},
    {400, kPost + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {400, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {400, kChunked + "z\r\n"},
    {400, kChunked + "1\r\nab\r\n0\r\n\r\n"},
    {400, kChunked + "ffffffffffffffffff\r\n"},
    {400, kChunked + "-1\r\n"},
    {400, kChunked + "0x1\r\na\r\n0\r\n\r\n"},
    {400, kChunked + "1\na\r\n0\r\n\r\n"},
    {400, kChunked + "1\r\na\n0\r\n\r\n"},
    {400, kChunked + "0\r\nContent-Length: 1\r\n\r\n"},
    {400, kChunked + "0\r\nTransfer-Encoding: chunked\r\n\r\n"},
    {400, kChunked + "1;a\nb\r\na\r\n0\r\n\r\n"},
    {413, kChunked + "ffffffffffffffff\r\n"},
    {413, kChunked + "3e8\r\n" + std::string(1000, 'x') + "\r\n1\r\n"},
    {413, kPost + "Content-Length: 1001\r\n\r\n"},
    {413, kPost + "Content-Length: 18446744073709551615\r\n\r\n"},
    {417, kGet + "Expect: tea\r\n\r\n"},
    {431, kGet + "X: " + std::string(20'000, 'x')},
    {431, "GET /" + std::string(20'000, 'x')},
    {501, kPost + "Transfer-Encoding: gzip, chunked\r\n\r\n"},
    {501, kPost + "Transfer-Encoding: xchunked\r\n\r\n"},
    {501, kPost + "Transfer-Encoding: chunked, identity\r\n\r\n"},
    {501, kPost + "Transfer-Encoding: \"chunked\"\r\n\r\n"},
    {501, kPost + "Transfer-Encoding: identity\r\n\r\n"},
    {505, "GET / HTTP/2.0\r\n\r\n"},
    {505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
    {505, "GET / HTTP/1.2\r\nHost: h\r\n\r\n"},
    {400, "GET / HTTP/x.y\r\nHost: h\r\n\r\n"},
    {400, "GET / HTCPCP/1.0\r\nHost: h\r\n\r\n"},
};

TEST(HttpServerLimits, RefusesMalformedRequestsAndCloses) {
  std::atomic<int> handed_over = 0;
  const auto server = serve([&](const Request&, const HttpServer::Reply& reply) {
    ++handed_over;
    reply(text("no"));
  });
  for (const Malformed& c : kMalformed) {
    SCOPED_TRACE(c.request.substr(0, 120));
    auto peer = Peer::to(server->port());
    peer.send(c.request);
    const Answer answer = peer.read_answer();
    EXPECT_EQ(answer.status, c.status);
    EXPECT_NE(answer.head.find("Connection: close\r\n"), std::string::npos);
    EXPECT_NE(answer.body, "");
    EXPECT_EQ(peer.read_to_end(), "");
  }
  EXPECT_EQ(handed_over, 0);
}

TEST(HttpServerLimits, BoundsTheNumberOfHeaders) {
  ServerLimits limits;
  limits.header_count = 3;
  const auto server = serve(echo, limits);
  const std::string three = "GET / HTTP/1.1\r\nHost: h\r\nA: 1\r\nB: 2\r\n";
  auto peer = Peer::to(server->port());
  peer.send(three + "\r\n");
  EXPECT_EQ(peer.read_answer().status, 200);
  peer.send(three + "C: 3\r\n\r\n");
  EXPECT_EQ(peer.read_answer().status, 431);
}

// Sends byte by byte until something comes back: a slow sender must not gain time by each byte.
Answer drip(Peer& peer, const std::string& start, char byte) {
  peer.send(start);
  while (!peer.is_readable(20)) peer.send({&byte, 1});
  return peer.read_answer();
}

TEST(HttpServerLimits, EndsRequestsThatAreTooSlow) {
  ServerLimits limits;
  limits.header_time = Millis(60);
  limits.body_time = Millis(60);
  const auto server = serve(echo, limits);
  for (const char* start : {"G", "GET / HTTP/1.1\r\nX: ",
                            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 999\r\n\r\n"}) {
    SCOPED_TRACE(start);
    auto peer = Peer::to(server->port());
    const Answer answer = drip(peer, start, 'x');
    EXPECT_EQ(answer.status, 408);
    EXPECT_NE(answer.head.find("Connection: close\r\n"), std::string::npos);
    peer.close();
  }
}

TEST(HttpServerLimits, ClosesIdleConnectionsWithoutAWord) {
  ServerLimits limits;
  limits.idle_time = Millis(60);
  const auto server = serve(echo, limits);
  auto silent = Peer::to(server->port());
  EXPECT_EQ(silent.read_to_end(), "");
  auto peer = Peer::to(server->port());
  peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_EQ(peer.read_answer().status, 200);
  EXPECT_EQ(peer.read_to_end(), "");
}

TEST(HttpServerLimits, GivesARequestAllTheTimeItNeedsToBeAnswered) {
  ServerLimits limits;
  limits.header_time = limits.body_time = limits.idle_time = Millis(20);
  Held held;
  const auto server = serve(held.taker(), limits);
  auto peer = Peer::to(server->port());
  peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  const auto reply = held.wait();
  std::promise<void> later;
  server->after(Millis(700), [&] { later.set_value(); });  // several sweeps
  later.get_future().wait();
  reply(text("late"));
  EXPECT_EQ(peer.read_answer().body, "late");
}

TEST(HttpServerLimits, ClosesAConnectionBeyondTheLimitAtOnce) {
  ServerLimits limits;
  limits.connections = 1;
  limits.idle_time = Millis(60);
  const auto server =
      serve([](const Request&,
               const HttpServer::Reply& reply) { reply(text(std::string(64'000'000, 'x'))); },
            limits);
  auto first = Peer::to(server->port());
  first.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_TRUE(first.is_readable(loopback::kPatienceMs));
  EXPECT_EQ(Peer::to(server->port()).read_to_end(), "");
  // The first takes no byte of its answer, and so must make room in the end.
  while (true) {
    auto next = Peer::to(server->port());
    next.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    if (next.read_until("\r\n").starts_with("HTTP/1.1 200")) break;
  }
  EXPECT_LT(first.read_to_end().size(), std::size_t{64'000'000});
}

TEST(HttpServerLimits, EndsAnAnswerThatIsTakenTooSlowlyAlthoughItIsTaken) {
  ServerLimits limits;
  limits.idle_time = Millis(200);
  limits.answer_rate = 1'000'000'000;
  const auto server =
      serve([](const Request&,
               const HttpServer::Reply& reply) { reply(text(std::string(64'000'000, 'x'))); },
            limits);
  auto peer = Peer::to(server->port());
  peer.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  std::size_t taken = 0;
  for (std::size_t size = 1; size > 0; taken += size) {
    std::promise<void> later;
    server->after(Millis(20), [&] { later.set_value(); });
    later.get_future().wait();
    size = peer.read_exactly(1'000'000).size();
  }
  EXPECT_LT(taken, std::size_t{64'000'000});
}

TEST(HttpServerLimits, ClosesAConnectionBeyondTheLimitOfItsPeerAtOnce) {
  ServerLimits limits;
  limits.connections_per_peer = 2;
  const auto server = serve(echo, limits);
  const auto is_served = [&](Peer peer) {
    peer.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    return peer.read_to_end().starts_with("HTTP/1.1 200");
  };
  auto first = std::optional(Peer::to(server->port()));
  auto second = Peer::to(server->port());
  EXPECT_EQ(Peer::to(server->port()).read_to_end(), "");
  EXPECT_TRUE(is_served(Peer::from("127.0.0.2", server->port())));
  first.reset();
  while (!is_served(Peer::to(server->port()))) {
  }
  EXPECT_EQ(second.is_readable(0), false);
}

TEST(HttpServerLimits, LetsAPeerHaveAllConnectionsWhereThatIsNotLimited) {
  ServerLimits limits;
  limits.connections = 3;
  limits.connections_per_peer = 0;
  const auto server = serve(echo, limits);
  std::vector<Peer> peers;
  for (int i = 0; i < 3; ++i) {
    peers.push_back(Peer::to(server->port()));
    peers.back().send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(peers.back().read_answer().status, 200);
  }
  EXPECT_EQ(Peer::to(server->port()).read_to_end(), "");
}

TEST(HttpServerLimits, AsksForTheBodyLimitBeforeTheBody) {
  std::promise<Request> asked;
  const auto server = *HttpServer::listen("127.0.0.1", 0, 1, {},
                                          {[&](const Request& head) {
                                             asked.set_value(head);
                                             return std::size_t{3};
                                           },
                                           echo});
  auto peer = Peer::to(server->port());
  peer.send("POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
  EXPECT_EQ(asked.get_future().get().path, "/a");
  peer.send("2\r\nab\r\n2\r\n");
  const Answer answer = peer.read_answer();
  EXPECT_EQ(answer.status, 413);
  EXPECT_NE(answer.head.find("Connection: close\r\n"), std::string::npos);
  EXPECT_EQ(peer.read_to_end(), "");
}

TEST(HttpServerLimits, DeliversARefusalToAPeerThatIsStillSending) {
  const auto server = serve(echo);
  auto peer = Peer::to(server->port());
  peer.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n");
  peer.send(std::string(3'000'000, 'x'));
  EXPECT_EQ(peer.read_answer().status, 413);
}

TEST(HttpServerLimits, BoundsWhatLongBodiesHoldTogether) {
  ServerLimits limits;
  limits.small_body = 100;
  limits.long_bodies = 500;
  const auto server = serve(echo, limits);
  const std::string head = kPost + "Content-Length: 400\r\n\r\n";
  Peer one = Peer::to(server->port());
  Peer other = Peer::to(server->port());
  for (Peer* peer : {&one, &other}) peer->send(head + std::string(300, 'x'));
  for (int i = 0; i < 1000 && !one.is_readable(10) && !other.is_readable(10); ++i) {
  }
  Peer& refused = one.is_readable(0) ? one : other;
  Peer& kept = one.is_readable(0) ? other : one;
  const Answer no_room = refused.read_answer();
  EXPECT_EQ(no_room.status, 503);
  EXPECT_NE(no_room.head.find("Retry-After: 1\r\n"), std::string::npos);
  EXPECT_EQ(refused.read_to_end(), "");

  auto small = Peer::to(server->port());
  small.send(kPost + "Content-Length: 100\r\n\r\n" + std::string(100, 'x'));
  EXPECT_EQ(small.read_answer().status, 200) << "a short body needs no room";
  kept.send(std::string(100, 'x'));
  EXPECT_EQ(kept.read_answer().status, 200);
  auto next = Peer::to(server->port());
  next.send(head + std::string(300, 'x'));
  next.send(std::string(100, 'x'));
  EXPECT_EQ(next.read_answer().status, 200) << "the room was given back";
}

// While it lives, no file descriptor can be opened.
class NoDescriptors {
 public:
  NoDescriptors() {
    getrlimit(RLIMIT_NOFILE, &before_);
    const int lowest_free = dup(0);
    close(lowest_free);
    const rlimit none{static_cast<rlim_t>(lowest_free), before_.rlim_max};
    setrlimit(RLIMIT_NOFILE, &none);
  }
  ~NoDescriptors() { setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

TEST(HttpServerLimits, SurvivesALackOfFileDescriptors) {
  const auto server = serve(echo);
  auto open = Peer::to(server->port());
  open.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_EQ(open.read_answer().status, 200);
  auto waiting = Peer::make();
  {
    const NoDescriptors none;
    waiting.connect(server->port());
    waiting.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_FALSE(waiting.is_readable(100));
    open.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(open.read_answer().status, 200);
  }
  EXPECT_EQ(waiting.read_answer().status, 200);
}

}  // namespace
}  // namespace pl::net
