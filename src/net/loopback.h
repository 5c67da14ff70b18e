// Plain blocking sockets on 127.0.0.1 for the tests of this room. Every wait ends after kPatience.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace pl::net::loopback {

constexpr int kPatienceMs = 20'000;

struct Answer {
  int status = 0;  // 0: the connection ended before a whole answer had come
  std::string head;
  std::string body;
};

// One end of a connection.
class Peer {
 public:
  Peer() = default;  // a socket that is not connected yet
  explicit Peer(int fd) : fd_(fd) {}
  Peer(Peer&& other) noexcept : fd_(std::exchange(other.fd_, -1)), kept_(std::move(other.kept_)) {}
  Peer& operator=(Peer&& other) noexcept;
  ~Peer() { close(); }

  static Peer make();
  static Peer to(std::uint16_t port);
  static Peer from(const char* address, std::uint16_t port);  // 127.x.y.z, to 127.0.0.1

  void connect(std::uint16_t port);
  bool send(std::string_view bytes);  // false once the other end has gone
  void end_sending();
  void close();
  void reset();  // closes so that the other end sees an error

  // Whatever comes until `mark` (included), the end of the stream, or a reset.
  std::string read_until(std::string_view mark);
  std::string read_exactly(std::size_t size);  // less only at the end of the stream
  std::string read_to_end();
  Answer read_answer();       // what follows it is kept for the next read
  Answer read_head_answer();  // the same for the answer to HEAD, which has no body
  bool is_readable(int within_ms);
  bool is_reset() const { return reset_; }  // a read ended by an error
  int fd() const { return fd_; }

 private:
  bool read_some();

  int fd_ = -1;
  bool reset_ = false;
  std::string kept_;
};

// A listening socket.
class Door {
 public:
  explicit Door(int backlog = 16);
  Door(const Door&) = delete;
  Door& operator=(const Door&) = delete;
  ~Door();

  std::uint16_t port() const { return port_; }
  std::string url(std::string_view path = "/") const;
  Peer accept();
  bool is_knocked(int within_ms);  // somebody waits to be accepted

 private:
  int fd_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace pl::net::loopback
