// One TCP connection of the server: reads a request, hands it over, writes the answer, begins anew.
#pragma once

#include <utility>  // before Asio: Boost 1.74 uses std::exchange without including it

#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "net/request_reader.h"
#include "net/response_bytes.h"
#include "net/server_core.h"

namespace pl::net {

using Strand = boost::asio::strand<boost::asio::io_context::executor_type>;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Strand>;

// Everything private runs on the strand of the socket, one step at a time. There is no timer: the
// server looks at the deadlines of all connections from time to time, which costs less than two
// timer operations a request.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Clock = std::chrono::steady_clock;

  Connection(ServerCore& core, Socket socket, std::string peer);

  // From any thread.
  void start();
  void answer(Response response);  // what the Reply of the request under way was given
  void check_deadline(Clock::time_point now);
  void wind_down();  // closes, after the answer if one is being written; the server is stopping

  // On the strand, or once no I/O thread is left.
  void close();

 private:
  enum class State {
    kIdle,      // no byte of the next request has come
    kHead,      // reading request line and headers
    kInviting,  // writing "100 Continue"
    kBody,      // reading the body
    kWaiting,   // for the Reply; nothing is read, so pipelined requests wait in the kernel
    kWriting,   // the answer
    kDraining,  // has said goodbye; discards what the peer still sends
    kClosed,
  };

  template <class Work>
  void in_turn(Work work);
  template <class Work>
  void guarded(Work work);

  void enter(State state, Clock::duration limit);
  void await_request();
  void advance();
  bool receive_head();  // true: go on with the body
  void receive_body();
  void hand_over();
  void respond(const Response& response, AfterAnswer after);
  void expire(Clock::time_point now);

  void read();
  void on_read(bool failed, std::size_t size);
  void write(State state, std::string bytes);
  void write_rest();
  void on_written(bool failed, std::size_t size);
  void drain();

  ServerCore& core_;
  Socket socket_;
  const std::string peer_;
  State state_ = State::kIdle;
  std::atomic<Clock::rep> deadline_ = Clock::time_point::max().time_since_epoch().count();
  std::string in_;  // received and not yet consumed
  std::optional<RequestReader> reader_;
  std::string out_;
  std::size_t written_ = 0;
  AfterAnswer after_ = AfterAnswer::kClose;
  SendBody send_body_ = SendBody::kYes;
};

}  // namespace pl::net
