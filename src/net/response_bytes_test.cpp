#include "net/response_bytes.h"

#include <gtest/gtest.h>

namespace pl::net {
namespace {

constexpr UtcTime kNow{Millis(784'111'777'999)};

TEST(HttpDate, IsInEnglishAndInGmt) {
  EXPECT_EQ(http_date(kNow), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http_date(UtcTime(Millis(0))), "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST(ResponseBytes, SaysLengthTypeAndWhatBecomesOfTheConnection) {
  const Response response{200, "text/plain", "hello", {{"X-A", "b"}}};
  EXPECT_EQ(response_bytes(response, SendBody::kYes, AfterAnswer::kKeepOpen, kNow),
            "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: text/plain\r\n"
            "Content-Length: 5\r\nConnection: keep-alive\r\nX-A: b\r\n\r\nhello");
  EXPECT_EQ(response_bytes(response, SendBody::kNo, AfterAnswer::kClose, kNow),
            "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: text/plain\r\n"
            "Content-Length: 5\r\nConnection: close\r\nX-A: b\r\n\r\n");
}

TEST(ResponseBytes, SendsNoBodyWithoutATypeAndNoLengthWhereNoneMayBe) {
  EXPECT_EQ(response_bytes({404, "", "unsent", {}}, SendBody::kYes, AfterAnswer::kClose, kNow),
            "HTTP/1.1 404 Not Found\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
            "Content-Length: 0\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(response_bytes({204, "text/plain", "x", {}}, SendBody::kYes, AfterAnswer::kClose, kNow),
            "HTTP/1.1 204 No Content\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
            "Connection: close\r\n\r\n");
}

TEST(ResponseBytes, NeverSendsWhatWouldSplitTheAnswer) {
  const Response cases[] = {
      {200, "", "", {{"Location", "/\r\nSet-Cookie: a=b"}}},
      {200, "", "", {{"X\n", "a"}}},
      {200, "", "", {{"X: y", "a"}}},
      {200, "", "", {{"", "a"}}},
      {200, "text/plain\r\nX: y", "a", {}},
      {100, "", "", {}},
      {0, "", "", {}},
  };
  for (const Response& response : cases) {
    const auto bytes = response_bytes(response, SendBody::kYes, AfterAnswer::kClose, kNow);
    EXPECT_TRUE(bytes.starts_with("HTTP/1.1 500 ")) << bytes;
    EXPECT_EQ(bytes.find("Set-Cookie"), std::string::npos);
  }
}

}  // namespace
}  // namespace pl::net
