#include "net/connection.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/dispatch.hpp>

namespace pl::net {
namespace {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;

constexpr std::size_t kReadBytes = 4 * 1024;  // every open connection waits with so much
constexpr Millis kDrainTime{2'000};
constexpr auto kNoLimit = Connection::Clock::duration::max();

const Response kNoRoom{
    503, "text/plain; charset=utf-8", "too many long requests at once\n", {{"Retry-After", "1"}}};
const Response kInternal{500, "text/plain; charset=utf-8", "internal error\n", {}};

// The right to answer one request, shared by all copies of its Reply.
class Turn {
 public:
  Turn(std::weak_ptr<ServerCore> core, std::weak_ptr<Connection> connection)
      : core_(std::move(core)), connection_(std::move(connection)) {}
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  ~Turn() {
    try {
      answer(kInternal);
    } catch (...) {  // out of memory: the peer waits until the server stops
    }
  }

  void answer(Response response) {
    if (answered_.exchange(true)) return;
    // In this order, so that the core, and the I/O context in it, outlives the connection.
    const auto core = core_.lock();
    if (!core) return;
    if (const auto connection = connection_.lock()) connection->answer(std::move(response));
  }

 private:
  const std::weak_ptr<ServerCore> core_;
  const std::weak_ptr<Connection> connection_;
  std::atomic<bool> answered_ = false;
};

}  // namespace

Connection::Connection(ServerCore& core, Socket socket, TlsContext* tls, std::string peer)
    : core_(core), stream_(std::move(socket), tls), peer_(std::move(peer)) {}

// An exception here is a bug or a lack of memory. It costs this connection, not the thread.
template <class Work>
void Connection::guarded(Work work) {
  try {
    work();
  } catch (...) {
    close();
  }
}

// Weakly, because work that the server never gets to do must not keep the connection alive.
template <class Work>
void Connection::in_turn(Work work) {
  asio::dispatch(stream_.executor(), [weak = weak_from_this(), work = std::move(work)]() mutable {
    if (const auto self = weak.lock()) self->guarded([&] { work(*self); });
  });
}

void Connection::start() {
  in_turn([](Connection& self) {
    self.stream_.is_secure() ? self.shake_hands() : self.await_request();
  });
}

void Connection::answer(Response response) {
  in_turn([response = std::move(response)](Connection& self) {
    if (self.state_ == State::kWaiting) self.respond(response, self.after_);
  });
}

void Connection::check_deadline(Clock::time_point now) {
  if (now.time_since_epoch().count() < deadline_) return;
  in_turn([now](Connection& self) { self.expire(now); });
}

void Connection::wind_down() {
  in_turn([](Connection& self) {
    if (self.state_ != State::kWriting) self.close();
  });
}

void Connection::close() {
  if (state_ == State::kClosed) return;
  enter(State::kClosed, kNoLimit);
  give_room_back();
  stream_.close();
  core_.forget(shared_from_this());
}

void Connection::enter(State state, Clock::duration limit) {
  state_ = state;
  const auto deadline = limit == kNoLimit ? Clock::time_point::max() : Clock::now() + limit;
  deadline_ = deadline.time_since_epoch().count();
}

void Connection::shake_hands() {
  enter(State::kHandshake, core_.limits().handshake_time);
  stream_.shake_hands([self = shared_from_this()](const ErrorCode& error) {
    if (self->state_ != State::kHandshake) return;  // closed
    self->guarded([&] { error.failed() ? self->close() : self->await_request(); });
  });
}

void Connection::await_request() {
  enter(State::kIdle, core_.limits().idle_time);
  advance();
}

void Connection::advance() {
  if (state_ == State::kIdle) {
    // Some old clients end a body with a line break that belongs to nothing.
    in_.erase(0, std::min(in_.find_first_not_of("\r\n"), in_.size()));
    if (in_.empty()) return read();
    reader_.emplace(core_.limits(), peer_);
    send_body_ = SendBody::kYes;
    enter(State::kHead, core_.limits().header_time);
  }
  if (state_ == State::kHead && !receive_head()) return;
  receive_body();
}

bool Connection::receive_head() {
  auto step = reader_->read_head(in_);
  if (step == RequestReader::Step::kMore) {
    read();
    return false;
  }
  send_body_ = reader_->head().method == "HEAD" ? SendBody::kNo : SendBody::kYes;
  if (step == RequestReader::Step::kReady) {
    try {
      const HttpServer::Callbacks& ask = core_.callbacks();
      const Request& head = reader_->head();
      step = reader_->allow_body(ask.body_limit(head), ask.overflow ? ask.overflow(head) : nullptr);
    } catch (...) {
      respond(kInternal, AfterAnswer::kClose);
      return false;
    }
  }
  if (step == RequestReader::Step::kRefused) {
    respond(reader_->refusal(), AfterAnswer::kClose);
    return false;
  }
  enter(State::kBody, core_.limits().body_time);
  if (!reader_->waits_for_invitation() || !in_.empty()) return true;
  write(State::kInviting, "HTTP/1.1 100 Continue\r\n\r\n");
  return false;
}

void Connection::receive_body() {
  switch (reader_->read_body(in_)) {
    case RequestReader::Step::kMore:
      return has_room() ? read() : respond(kNoRoom, AfterAnswer::kClose);
    case RequestReader::Step::kRefused:
      return respond(reader_->refusal(), AfterAnswer::kClose);
    case RequestReader::Step::kReady:
      return hand_over();
  }
}

bool Connection::has_room() {
  const std::size_t body = reader_->body_bytes();
  if (body <= core_.limits().small_body) return true;
  if (!core_.take_room(body - room_)) return false;
  room_ = body;
  return true;
}

void Connection::give_room_back() {
  core_.give_room_back(std::exchange(room_, 0));
}

void Connection::hand_over() {
  after_ = reader_->keep_alive() ? AfterAnswer::kKeepOpen : AfterAnswer::kClose;
  Request request = reader_->take();
  reader_.reset();
  enter(State::kWaiting, kNoLimit);
  const auto turn = std::make_shared<Turn>(core_.weak_from_this(), weak_from_this());
  try {
    core_.callbacks().on_request(std::move(request),
                                 [turn](Response response) { turn->answer(std::move(response)); });
  } catch (...) {
    turn->answer(kInternal);
  }
}

void Connection::respond(const Response& response, AfterAnswer after) {
  give_room_back();
  more_ = send_body_ == SendBody::kYes ? response.more : nullptr;
  after_ = response.more ? AfterAnswer::kClose : after;
  const auto now = std::chrono::floor<Millis>(std::chrono::system_clock::now());
  write(State::kWriting, response_bytes(response, send_body_, after_, now));
}

void Connection::expire(Clock::time_point now) {
  // It may have got further since the server looked.
  if (now.time_since_epoch().count() < deadline_) return;
  if (state_ != State::kHead && state_ != State::kBody) return close();
  stream_.cancel();  // the read under way
  respond({408, "text/plain; charset=utf-8", "the request took too long\n", {}},
          AfterAnswer::kClose);
}

void Connection::read() {
  const std::size_t had = in_.size();
  in_.resize(had + kReadBytes);
  stream_.read_some(asio::buffer(in_.data() + had, kReadBytes),
                    [self = shared_from_this(), had](const ErrorCode& error, std::size_t size) {
                      self->guarded([&] { self->on_read(error.failed(), had + size); });
                    });
}

void Connection::on_read(bool failed, std::size_t size) {
  const bool is_wanted = state_ == State::kIdle || state_ == State::kHead || state_ == State::kBody;
  if (!is_wanted) return;  // time ran out, or the server stopped, before these bytes were looked at
  if (failed) return close();
  in_.resize(size);
  advance();
}

void Connection::write(State state, std::string bytes) {
  out_ = std::move(bytes);
  written_ = 0;
  const std::chrono::seconds needed(out_.size() / core_.limits().answer_rate);
  write_end_ = Clock::now() + core_.limits().idle_time + needed;
  write_rest(state);
}

void Connection::write_rest(State state) {
  enter(state, std::min<Clock::duration>(core_.limits().idle_time, write_end_ - Clock::now()));
  stream_.write_some(asio::buffer(out_) + written_,
                     [self = shared_from_this()](const ErrorCode& error, std::size_t size) {
                       self->guarded([&] { self->on_written(error.failed(), size); });
                     });
}

void Connection::on_written(bool failed, std::size_t size) {
  if (state_ == State::kClosed) return;
  if (failed) return close();
  written_ += size;
  if (written_ < out_.size()) return write_rest(state_);
  out_ = {};  // not clear(): an idle connection must not keep the memory of a large answer
  if (state_ == State::kInviting) {
    enter(State::kBody, core_.limits().body_time);
    return advance();
  }
  if (core_.is_stopping()) return close();
  if (more_) return ask_for_more();
  finish();
}

void Connection::ask_for_more() {
  enter(State::kPausing, kNoLimit);
  // A copy, because the last part lets go of it.
  const auto more = more_;
  more([weak_core = core_.weak_from_this(), weak = weak_from_this()](Part part) {
    // In this order, so that the core, and the I/O context in it, outlives the connection.
    const auto core = weak_core.lock();
    const auto self = core ? weak.lock() : nullptr;
    if (!self) return;
    self->in_turn([part = std::move(part)](Connection& on) { on.go_on(part); });
  });
}

void Connection::go_on(Part part) {
  if (state_ != State::kPausing) return;  // closed, or told twice
  if (!part) {
    more_ = nullptr;
    return finish();
  }
  write(State::kWriting, *std::move(part));
}

void Connection::finish() {
  if (after_ == AfterAnswer::kKeepOpen) return await_request();
  // Closing with unread bytes makes the kernel send a reset, which may destroy the answer before
  // the peer has read it. So say that nothing follows, and wait a little for the peer to close.
  enter(State::kDraining, kDrainTime);
  stream_.say_goodbye([self = shared_from_this()](const ErrorCode&) {
    if (self->state_ == State::kClosed) return;
    self->guarded([&] {
      self->out_.resize(kReadBytes);
      self->drain();
    });
  });
}

// Into `out_`, because a read that ran out of time may not have let go of `in_` yet.
void Connection::drain() {
  stream_.discard_some(asio::buffer(out_),
                       [self = shared_from_this()](const ErrorCode& error, std::size_t) {
                         if (self->state_ == State::kClosed) return;
                         self->guarded([&] { error.failed() ? self->close() : self->drain(); });
                       });
}

}  // namespace pl::net
