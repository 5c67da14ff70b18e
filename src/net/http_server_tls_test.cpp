#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "net/http_server.h"
#include "net/loopback.h"
#include "net/test_client.h"
#include "net/test_server.h"
#include "net/tls_loopback.h"

namespace pl::net {
namespace {

using loopback::Certificate;
using loopback::Peer;
using loopback::TlsOffer;
using loopback::TlsPeer;

const std::string kGetSecurely = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

std::string secure_url(const HttpServer& server, const std::string& host = "localhost") {
  return "https://" + host + ":" + std::to_string(server.port()) + "/a";
}

std::unique_ptr<HttpClient> client_trusting(const Certificate& certificate) {
  return make_client({.trusted_file = certificate.files().certificate_file});
}

TEST(HttpServerTls, AnswersAClientThatTrustsItsCertificate) {
  const Certificate certificate;
  const auto server = serve(echo, {}, certificate.files());
  const auto client = client_trusting(certificate);
  for (const char* method : {"GET", "POST", "GET", "PUT"}) {
    SCOPED_TRACE(method);
    const std::string body = method == std::string_view("GET") ? "" : std::string(1000, 'x');
    const Outcome outcome = begin(*client, to(secure_url(*server), method, body)).get();
    ASSERT_TRUE(outcome) << outcome.error().message;
    EXPECT_EQ(outcome->body, std::string(method) + " /a  " + body);
  }
}

TEST(HttpServerTls, IsReachedWhereOnlyPublicAddressesMayBe) {
  const Certificate certificate;
  const auto server = serve(echo, {}, certificate.files());
  const auto client = make_client({.trusted_file = certificate.files().certificate_file,
                                   .is_public = [](const sockaddr&) { return true; }});
  ClientRequest request = to(secure_url(*server), "POST", "b");
  request.reach = Reach::kPublicOnly;
  const Outcome outcome = begin(*client, request).get();
  ASSERT_TRUE(outcome) << outcome.error().message;
  EXPECT_EQ(outcome->body, "POST /a  b");
}

// The first request leaves its connection open for the next to the same host.
TEST(HttpServerTls, LendsNoConnectionToARequestThatMayNotGoThere) {
  const Certificate certificate;
  const auto server = serve(echo, {}, certificate.files());
  const auto client = client_trusting(certificate);
  ClientRequest request = to(secure_url(*server));
  ASSERT_TRUE(begin(*client, request).get());
  request.reach = Reach::kPublicOnly;
  EXPECT_EQ(code_of(begin(*client, request).get()), Code::kInvalid);
}

TEST(HttpServerTls, IsNotBelievedByAClientThatDoesNotTrustItOrMeantAnotherHost) {
  const Certificate certificate;
  const Certificate other;
  std::atomic<int> handed_over = 0;
  const auto server = serve(
      [&](const Request&, const HttpServer::Reply& reply) {
        ++handed_over;
        reply(text("no"));
      },
      {}, certificate.files());
  EXPECT_EQ(code_of(begin(*make_client(), to(secure_url(*server), "POST", "b")).get()),
            Code::kUnavailable);
  EXPECT_EQ(code_of(begin(*client_trusting(other), to(secure_url(*server), "POST", "b")).get()),
            Code::kUnavailable);
  const auto client = client_trusting(certificate);
  const Outcome wrong_host =
      begin(*client, to(secure_url(*server, "127.0.0.1"), "POST", "b")).get();
  EXPECT_EQ(code_of(wrong_host), Code::kUnavailable);
  EXPECT_EQ(handed_over, 0);
}

TEST(HttpServerTls, IsNotBelievedOnceItsCertificateHasExpired) {
  for (const auto left : {std::chrono::seconds(-60), std::chrono::seconds(60)}) {
    const Certificate certificate("localhost", left);
    const auto server = serve(echo, {}, certificate.files());
    const Outcome outcome =
        begin(*client_trusting(certificate), to(secure_url(*server), "POST", "b")).get();
    if (left.count() > 0) {
      EXPECT_TRUE(outcome);
    } else {
      EXPECT_EQ(code_of(outcome), Code::kUnavailable) << "no byte was sent";
    }
  }
}

TEST(HttpServerTls, SpeaksVersions12And13WithForwardSecrecyAlone) {
  const Certificate certificate;
  const auto server = serve(echo, {}, certificate.files());
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    TlsPeer peer(server->port(), {.version_min = version, .version_max = version});
    ASSERT_TRUE(peer.is_secure()) << version;
    peer.send(kGetSecurely);
    EXPECT_EQ(peer.read_until("\r\n"), "HTTP/1.1 200 OK\r\n");
  }
  const TlsPeer best(server->port(), {.version_min = TLS1_VERSION});
  EXPECT_EQ(best.version(), "TLSv1.3");
  const TlsPeer older(server->port(), {.version_max = TLS1_2_VERSION});
  EXPECT_TRUE(older.cipher().starts_with("ECDHE-")) << older.cipher();
  for (const int version : {TLS1_VERSION, TLS1_1_VERSION}) {
    const TlsPeer peer(server->port(), {.version_min = version, .version_max = version});
    EXPECT_FALSE(peer.is_secure()) << version;
  }
}

TEST(HttpServerTls, AgreesOnHttp11OrRefuses) {
  const Certificate certificate;
  const auto server = serve(echo, {}, certificate.files());
  const TlsPeer either(server->port(), {.protocols = "\x02h2\x08http/1.1"});
  ASSERT_TRUE(either.is_secure());
  EXPECT_EQ(either.protocol(), "http/1.1");
  const TlsPeer silent(server->port());
  ASSERT_TRUE(silent.is_secure());
  EXPECT_EQ(silent.protocol(), "");
  const TlsPeer other(server->port(), {.protocols = "\x02h2"});
  EXPECT_FALSE(other.is_secure());
}

TEST(HttpServerTls, KeepsTheConnectionAndSaysGoodbyeAtItsEnd) {
  const Certificate certificate;
  const auto server = serve(echo, {}, certificate.files());
  TlsPeer peer(server->port());
  peer.send("POST /1 HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\na" + kGetSecurely);
  EXPECT_TRUE(peer.read_until("POST /1  a").starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_TRUE(peer.read_until("GET /  ").starts_with("HTTP/1.1 200 OK\r\n"));
  peer.send("GET /3 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(peer.read_to_end().ends_with("GET /3  "));
  EXPECT_TRUE(peer.was_told_goodbye());
}

TEST(HttpServerTls, CarriesBodiesOfManyRecords) {
  const Certificate certificate;
  const std::string large(3'000'000, 'y');
  const auto server = *HttpServer::listen(
      "127.0.0.1", 0, 2, {},
      {[&](const Request&) { return large.size(); },
       [&](Request request, const HttpServer::Reply& reply) { reply(text(request.body)); }},
      certificate.files());
  const auto client = client_trusting(certificate);
  ClientRequest request = to(secure_url(*server), "POST", large);
  request.answer_bytes = large.size();
  const Outcome outcome = begin(*client, std::move(request)).get();
  ASSERT_TRUE(outcome) << outcome.error().message;
  EXPECT_TRUE(outcome->body == large);
}

TEST(HttpServerTls, DeliversARefusalToAPeerThatIsStillSending) {
  const Certificate certificate;
  const auto server = serve(echo, {}, certificate.files());
  TlsPeer peer(server->port());
  peer.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n");
  peer.send(std::string(3'000'000, 'x'));
  EXPECT_EQ(peer.read_until("\r\n"), "HTTP/1.1 413 Content Too Large\r\n");
}

TEST(HttpServerTls, EndsRequestsThatAreTooSlow) {
  const Certificate certificate;
  ServerLimits limits;
  limits.header_time = limits.body_time = Millis(60);
  const auto server = serve(echo, limits, certificate.files());
  for (const char* start :
       {"GET /", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 999\r\n\r\nx"}) {
    SCOPED_TRACE(start);
    TlsPeer peer(server->port());
    peer.send(start);
    EXPECT_EQ(peer.read_until("\r\n"), "HTTP/1.1 408 Request Timeout\r\n");
    peer.read_to_end();
    EXPECT_TRUE(peer.was_told_goodbye());
  }
}

TEST(HttpServerTls, ClosesIdleConnections) {
  const Certificate certificate;
  ServerLimits limits;
  limits.idle_time = Millis(60);
  const auto server = serve(echo, limits, certificate.files());
  TlsPeer peer(server->port());
  ASSERT_TRUE(peer.is_secure());
  EXPECT_EQ(peer.read_to_end(), "");
}

TEST(HttpServerTls, ClosesWhatIsNoHandshake) {
  const Certificate certificate;
  const auto server = serve(echo, {}, certificate.files());
  for (const std::string& bytes : {kGetSecurely, std::string("\0\0\0\0", 4), std::string(300, 'x'),
                                   std::string("\x16\x03\x01\xff\xff\x01", 6) + kGetSecurely}) {
    auto peer = Peer::to(server->port());
    peer.send(bytes);
    peer.end_sending();
    EXPECT_EQ(peer.read_to_end().find("HTTP"), std::string::npos);
  }
}

TEST(HttpServerTls, ClosesAConnectionWhoseHandshakeTakesTooLong) {
  const Certificate certificate;
  ServerLimits limits;
  limits.handshake_time = Millis(60);
  const auto server = serve(echo, limits, certificate.files());
  auto silent = Peer::to(server->port());
  EXPECT_EQ(silent.read_to_end(), "");
  auto dripping = Peer::to(server->port());  // a hello that never ends: each byte gains no time
  dripping.send(std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
  while (!dripping.is_readable(20)) dripping.send("x");
  EXPECT_EQ(dripping.read_to_end(), "");
}

TEST(HttpServerTls, CountsAConnectionThatStillShakesHands) {
  const Certificate certificate;
  ServerLimits limits;
  limits.connections = 1;
  limits.handshake_time = Millis(500);
  const auto server = serve(echo, limits, certificate.files());
  auto first = Peer::to(server->port());
  EXPECT_FALSE(TlsPeer(server->port()).is_secure());
  EXPECT_EQ(first.read_to_end(), "");
  while (!TlsPeer(server->port()).is_secure()) {
  }
}

TEST(HttpServerTls, StopsWhileHandshakesAndAnswersAreUnderWay) {
  const Certificate certificate;
  Held held;
  auto server = serve(held.taker(), {}, certificate.files());
  auto shaking = Peer::to(server->port());
  TlsPeer idle(server->port());
  TlsPeer waiting(server->port());
  waiting.send(kGetSecurely);
  const auto reply = held.wait();
  server.reset();
  EXPECT_EQ(shaking.read_to_end(), "");
  EXPECT_EQ(idle.read_to_end(), "");
  EXPECT_EQ(waiting.read_to_end(), "");
  reply(text("late"));
}

TEST(HttpServerTls, ShowsANewCertificateToNewConnectionsAfterAReload) {
  Certificate certificate;
  const auto server = serve(echo, {}, certificate.files());
  TlsPeer before(server->port());
  const std::string first = before.serial();
  certificate.replace();
  EXPECT_EQ(TlsPeer(server->port()).serial(), first);
  ASSERT_TRUE(server->reload_tls());
  EXPECT_NE(TlsPeer(server->port()).serial(), first);
  before.send(kGetSecurely);
  EXPECT_EQ(before.read_until("\r\n"), "HTTP/1.1 200 OK\r\n");
  EXPECT_TRUE(begin(*client_trusting(certificate), to(secure_url(*server))).get());
}

TEST(HttpServerTls, ReloadsNothingWhereNoTlsIsSpoken) {
  EXPECT_TRUE(serve(echo)->reload_tls());
}

}  // namespace
}  // namespace pl::net
