// An HTTP/1.1 server that bounds everything a stranger can send. Knows bytes and times, not
// callers. It answers by itself, and closes, what never becomes a Request: 400 for malformed, 408,
// 413, 431, 417 and 501 for expectations and transfer codings that it does not have, 505.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "net/http.h"

namespace pl::net {

struct ServerLimits {
  std::size_t header_bytes = 16 * 1024;  // request line and headers, 60'000 at most: 431 beyond
  std::size_t header_count = 64;         // 431 beyond
  // Connections beyond are closed at once. Each takes some kilobytes, and about 80 under TLS.
  std::size_t connections = 8192;
  // The same for those of one IPv4 address, or one IPv6 network of 64 bits, which one machine can
  // have for itself. 0: no such limit, for a server behind a proxy, where all are the proxy's.
  std::size_t connections_per_peer = 1024;
  // Bodies that are longer than small_body hold no more than this together, from their first byte
  // to the answer: 503 and close for whose body would.
  std::size_t small_body = 16 * 1024;
  std::size_t long_bodies = 64 * 1024 * 1024;
  std::size_t drained_body = 64 * 1024 * 1024;  // the longest body that a BodySink is given
  Millis handshake_time{10'000};                // of TLS: closed
  Millis header_time{10'000};  // from the first byte to the last header: 408 and close
  Millis body_time{30'000};    // from the last header to the end of the body: 408 and close
  Millis idle_time{60'000};    // between requests, or taking no byte of an answer: closed
  // Bytes a second that a peer must take of an answer, after a first idle_time: closed; at least 1.
  // A body needs no such rate: body_time is all it gets, however long it is.
  std::size_t answer_rate = 1024;
};

// Files in PEM. The first certificate is the server's own, the others lead to its authority. The
// key has no password, and nobody but its owner, and a group, may read it.
struct ServerTls {
  std::string certificate_file;
  std::string key_file;
};

class HttpServer {
 public:
  // Answers one request. Call it exactly once, from any thread; later calls do nothing, and so does
  // a call after the peer has gone or the server has stopped. A Reply that is thrown away unused,
  // or an on_request that throws, is a 500.
  using Reply = std::function<void(Response)>;

  struct Callbacks {
    // The largest body that this request may have, in bytes, decided from its head alone; asked
    // before a byte of the body is read, on an I/O thread. A larger body gets 413.
    std::function<std::size_t(const Request& head)> body_limit;
    // On an I/O thread; must not block. May answer at once or keep `reply` for later.
    std::function<void(Request, Reply)> on_request;
    // What takes a larger body instead, decided like its limit; null, or not set: nothing does.
    std::function<std::shared_ptr<BodySink>(const Request& head)> overflow = nullptr;
  };

  // Binds and starts `threads` I/O threads. Port 0 takes any free port. With `tls` the server
  // speaks TLS 1.2 and 1.3 and nothing else. kUnavailable when the address cannot be bound,
  // kInvalid when it is not an IP address or when a file of `tls` cannot be used; the message names
  // it.
  static Result<std::unique_ptr<HttpServer>> listen(const std::string& address, std::uint16_t port,
                                                    int threads, ServerLimits limits,
                                                    Callbacks callbacks,
                                                    std::optional<ServerTls> tls = {});
  virtual ~HttpServer() = default;

  virtual std::uint16_t port() const = 0;

  // Runs `task` on an I/O thread `delay` from now, unless the server stops first. From any thread.
  // The task must neither block nor throw.
  virtual void after(Millis delay, std::function<void()> task) = 0;

  // Reads the files of `tls` again, for the connections that come from now on; those that are open
  // keep what they have. kInvalid as from listen(), and then nothing has changed. Does nothing
  // where no TLS is spoken. From any thread that may wait for a disk.
  virtual Result<void> reload_tls() = 0;

  // Closes the listening socket and every connection, and joins the threads. Answers already given
  // get a second to reach their peers. Idempotent; not to be called on an I/O thread.
  virtual void stop() = 0;
};

}  // namespace pl::net
