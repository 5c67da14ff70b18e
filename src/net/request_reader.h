// Turns the bytes of one HTTP/1 request into a Request, within limits. No sockets, no clock.
#pragma once

#include <memory>
#include <string>

#include "net/http.h"
#include "net/http_server.h"

namespace pl::net {

// Use: read_head until kReady, allow_body once, read_body until kReady, take. After kRefused the
// bytes that follow mean nothing, so the connection must end.
class RequestReader {
 public:
  enum class Step { kMore, kReady, kRefused };

  RequestReader(const ServerLimits& limits, std::string peer);
  RequestReader(RequestReader&&) noexcept;
  RequestReader& operator=(RequestReader&&) noexcept;
  ~RequestReader();

  // Both consume from the front of `bytes` and leave what belongs to the next request. Call again
  // with more bytes appended after kMore.
  Step read_head(std::string& bytes);
  Step read_body(std::string& bytes);

  std::size_t body_bytes() const;  // that are held, before read_body has said kReady

  // kReady, or kRefused: it says already that it is larger. With `overflow`, a larger body is given
  // to it, up to limits.drained_body.
  Step allow_body(std::size_t limit, std::shared_ptr<BodySink> overflow = nullptr);

  const Request& head() const { return request_; }  // once read_head has said kReady
  bool keep_alive() const { return keep_alive_; }   // the same
  // Whether the peer holds its body back until it reads "100 Continue".
  bool waits_for_invitation() const { return waits_for_invitation_; }

  Request take() { return std::move(request_); }
  const Response& refusal() const { return refusal_; }

 private:
  struct Parser;

  Step refuse(int status, std::string_view why);
  Step check_head();
  Step check_framing();
  Step take_target(std::string_view target);
  void pour_out(std::string& body);

  ServerLimits limits_;
  std::unique_ptr<Parser> parser_;
  std::size_t head_bytes_ = 0;
  std::size_t kept_bytes_ = 0;  // of the body; more is poured into overflow_
  std::shared_ptr<BodySink> overflow_;
  Request request_;
  bool keep_alive_ = false;
  bool waits_for_invitation_ = false;
  Response refusal_;
};

}  // namespace pl::net
