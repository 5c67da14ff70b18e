// One TCP connection of the server: reads a request, hands it over, writes the answer, begins anew.
#pragma once

#include <utility>  // before Asio: Boost 1.74 uses std::exchange without including it

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "net/request_reader.h"
#include "net/response_bytes.h"
#include "net/server_core.h"
#include "net/stream.h"

namespace pl::net {

// Everything private runs on the strand of the socket, one step at a time. There is no timer: the
// server looks at the deadlines of all connections from time to time, which costs less than two
// timer operations a request.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Clock = std::chrono::steady_clock;

  Connection(ServerCore& core, Socket socket, TlsContext* tls, std::string peer);

  // From any thread.
  void start();
  void answer(Response response);  // what the Reply of the request under way was given
  void check_deadline(Clock::time_point now);
  void wind_down();  // closes, after the answer if one is being written; the server is stopping

  // On the strand, or once no I/O thread is left.
  void close();

 private:
  enum class State {
    kHandshake,  // of TLS
    kIdle,       // no byte of the next request has come
    kHead,       // reading request line and headers
    kInviting,   // writing "100 Continue"
    kBody,       // reading the body
    kWaiting,    // for the Reply; nothing is read, so pipelined requests wait in the kernel
    kWriting,    // the answer
    kPausing,    // between two parts of an answer
    kDraining,   // has said goodbye; discards what the peer still sends
    kClosed,
  };

  template <class Work>
  void in_turn(Work work);
  template <class Work>
  void guarded(Work work);

  void enter(State state, Clock::duration limit);
  void shake_hands();
  void await_request();
  void advance();
  bool receive_head();  // true: go on with the body
  void receive_body();
  bool has_room();  // for what the body has grown to
  void give_room_back();
  void hand_over();
  void respond(const Response& response, AfterAnswer after);
  void ask_for_more();
  void go_on(Part part);
  void finish();
  void expire(Clock::time_point now);

  void read();
  void on_read(bool failed, std::size_t size);
  void write(State state, std::string bytes);
  void write_rest(State state);
  void on_written(bool failed, std::size_t size);
  void drain();

  ServerCore& core_;
  Stream stream_;
  const std::string peer_;
  State state_ = State::kIdle;
  std::atomic<Clock::rep> deadline_ = Clock::time_point::max().time_since_epoch().count();
  std::string in_;  // received and not yet consumed
  std::optional<RequestReader> reader_;
  std::size_t room_ = 0;  // taken for the body of the request under way
  std::string out_;
  std::size_t written_ = 0;
  Clock::time_point write_end_;  // by then all of it must have gone
  AfterAnswer after_ = AfterAnswer::kClose;
  SendBody send_body_ = SendBody::kYes;
  decltype(Response::more) more_;  // of the answer under way
};

}  // namespace pl::net
