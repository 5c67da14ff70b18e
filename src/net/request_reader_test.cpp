#include "net/request_reader.h"

#include <gtest/gtest.h>

namespace pl::net {
namespace {

using Step = RequestReader::Step;

// Feeds `bytes` in pieces of `piece`; what is not consumed is left in `bytes`.
Step read_all(RequestReader& reader, std::string& bytes, std::size_t piece, std::size_t body_limit,
              std::shared_ptr<BodySink> overflow = nullptr) {
  std::string pending;
  const auto more = [&] {
    if (bytes.empty()) return false;
    pending += bytes.substr(0, piece);
    bytes.erase(0, piece);
    return true;
  };
  Step step = Step::kMore;
  while (step == Step::kMore && more()) step = reader.read_head(pending);
  if (step != Step::kReady) return step;
  step = reader.allow_body(body_limit, std::move(overflow));
  if (step != Step::kReady) return step;
  step = reader.read_body(pending);
  while (step == Step::kMore && more()) step = reader.read_body(pending);
  bytes = pending + bytes;
  return step;
}

TEST(RequestReader, ReadsTheSameHoweverTheBytesAreCut) {
  const std::string request =
      "POST /a%20b?c=%20 HTTP/1.1\r\nHost: h\r\nX-Two:  spaced \r\nTransfer-Encoding: "
      "chunked\r\n\r\n"
      "3;ext=1\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\nX-Late: no\r\n\r\n";
  for (std::size_t piece = 1; piece <= request.size() + 4; ++piece) {
    SCOPED_TRACE(piece);
    std::string bytes = request + "GET ";
    RequestReader reader({}, "192.0.2.1");
    ASSERT_EQ(read_all(reader, bytes, piece, 100), Step::kReady);
    EXPECT_EQ(bytes, "GET ");
    EXPECT_TRUE(reader.keep_alive());
    const Request read = reader.take();
    EXPECT_EQ(read.method, "POST");
    EXPECT_EQ(read.path, "/a b");
    EXPECT_EQ(read.query, "c=%20");
    EXPECT_EQ(read.header("x-two"), "spaced");
    EXPECT_FALSE(read.header("x-late"));
    EXPECT_EQ(read.body, "abc0123456789abcdef");
    EXPECT_EQ(read.peer, "192.0.2.1");
  }
}

struct Poured final : BodySink {
  void take(std::string_view bytes) override { all += bytes; }
  std::string all;
};

TEST(RequestReader, PoursOutWhatIsLongerThanMayBeKept) {
  const std::string head = "POST / HTTP/1.1\r\nHost: h\r\n";
  const std::string kinds[] = {head + "Content-Length: 10\r\n\r\n0123456789",
                               head +
                                   "Transfer-Encoding: chunked\r\n\r\n4\r\n0123\r\n"
                                   "6\r\n456789\r\n0\r\n\r\n"};
  for (const std::string& request : kinds) {
    for (std::size_t piece = 1; piece <= request.size(); ++piece) {
      for (const std::size_t limit : {3u, 9u, 10u}) {
        const auto sink = std::make_shared<Poured>();
        std::string bytes = request;
        RequestReader reader({}, "");
        ASSERT_EQ(read_all(reader, bytes, piece, limit, sink), Step::kReady);
        const Request read = reader.take();
        const bool is_long = limit < 10;
        EXPECT_EQ(read.overflow, is_long ? sink : nullptr);
        EXPECT_EQ(sink->all, is_long ? "0123456789" : "");
        EXPECT_EQ(read.body, is_long ? "" : "0123456789");
      }
    }
  }
}

TEST(RequestReader, PoursOutNoMoreThanItsLimit) {
  ServerLimits limits;
  limits.drained_body = 9;
  std::string bytes = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n";
  RequestReader reader(limits, "");
  EXPECT_EQ(read_all(reader, bytes, 1000, 3, std::make_shared<Poured>()), Step::kRefused);
  EXPECT_EQ(reader.refusal().status, 413);
}

TEST(RequestReader, ReadsAnEmptyChunkedBodyHoweverTheBytesAreCut) {
  const std::string request =
      "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
  for (std::size_t piece = 1; piece <= request.size(); ++piece) {
    SCOPED_TRACE(piece);
    std::string bytes = request + "GET ";
    RequestReader reader({}, "");
    ASSERT_EQ(read_all(reader, bytes, piece, 100), Step::kReady);
    EXPECT_EQ(bytes, "GET ");
    EXPECT_EQ(reader.take().body, "");
  }
}

TEST(RequestReader, RefusesAFoldedHeaderHoweverTheBytesAreCut) {
  const std::string request =
      "POST / HTTP/1.1\r\nHost: h\r\nX: a\r\n b\r\nContent-Length: 1\r\n\r\n!";
  for (std::size_t piece = 1; piece <= request.size(); ++piece) {
    SCOPED_TRACE(piece);
    std::string bytes = request;
    RequestReader reader({}, "");
    EXPECT_EQ(read_all(reader, bytes, piece, 100), Step::kRefused);
    EXPECT_EQ(reader.refusal().status, 400);
  }
}

TEST(RequestReader, TakesLinesThatBeginWithASpaceInABodyForWhatTheyAre) {
  for (const std::size_t piece : {std::size_t{1}, std::size_t{1000}}) {
    std::string bytes = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\na\r\n b\n";
    RequestReader reader({}, "");
    ASSERT_EQ(read_all(reader, bytes, piece, 100), Step::kReady);
    EXPECT_EQ(reader.take().body, "a\r\n b\n");
  }
}

TEST(RequestReader, BoundsBodiesOfEitherKindToTheByte) {
  const std::string head = "POST / HTTP/1.1\r\nHost: h\r\n";
  const std::string sized = head + "Content-Length: 5\r\n\r\nabcde";
  const std::string chunked =
      head + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n";
  for (const std::string& request : {sized, chunked}) {
    for (const std::size_t piece : {std::size_t{1}, std::size_t{1000}}) {
      std::string bytes = request;
      RequestReader fits({}, "");
      EXPECT_EQ(read_all(fits, bytes, piece, 5), Step::kReady);
      EXPECT_EQ(fits.take().body, "abcde");
      bytes = request;
      RequestReader too_large({}, "");
      EXPECT_EQ(read_all(too_large, bytes, piece, 4), Step::kRefused);
      EXPECT_EQ(too_large.refusal().status, 413);
    }
  }
}

TEST(RequestReader, BoundsTheHeadToTheByte) {
  const std::string start = "GET / HTTP/1.1\r\nHost: h\r\nX: ";
  ServerLimits limits;
  limits.header_bytes = 200;
  for (const std::size_t piece : {1U, 7U, 199U, 200U, 201U, 1000U}) {
    SCOPED_TRACE(piece);
    std::string bytes = start + std::string(200 - start.size() - 4, 'x') + "\r\n\r\n";
    RequestReader fits(limits, "");
    EXPECT_EQ(read_all(fits, bytes, piece, 0), Step::kReady);
    bytes = start + std::string(201 - start.size() - 4, 'x') + "\r\n\r\n";
    RequestReader too_long(limits, "");
    EXPECT_EQ(read_all(too_long, bytes, piece, 0), Step::kRefused);
    EXPECT_EQ(too_long.refusal().status, 431);
  }
}

TEST(RequestReader, BoundsChunkHeadersAndTrailers) {
  const std::string head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
  ServerLimits limits;
  limits.header_bytes = 200;
  for (const std::string& start :
       {"1;x=" + std::string(400, 'x'), "0\r\nX: " + std::string(400, 'x')}) {
    std::string bytes = head + start;
    RequestReader reader(limits, "");
    EXPECT_EQ(read_all(reader, bytes, 10, 100), Step::kRefused);
    EXPECT_EQ(reader.refusal().status, 431);
  }
}

TEST(RequestReader, TakesWholeUrlsAsTargetsFromProxies) {
  struct Case {
    const char* target;
    const char* path;
    const char* query;
  };
  for (const Case& c : {Case{"http://host:1/a?b", "/a", "b"}, Case{"HTTPS://host", "/", ""},
                        Case{"http://host?b=1", "/", "b=1"}, Case{"/?", "/", ""},
                        Case{"//a/..%2f?x?y", "//a/../", "x?y"}}) {
    SCOPED_TRACE(c.target);
    std::string bytes = std::string("GET ") + c.target + " HTTP/1.1\r\nHost: h\r\n\r\n";
    RequestReader reader({}, "");
    ASSERT_EQ(read_all(reader, bytes, 1000, 0), Step::kReady);
    EXPECT_EQ(reader.head().path, c.path);
    EXPECT_EQ(reader.head().query, c.query);
  }
}

}  // namespace
}  // namespace pl::net
