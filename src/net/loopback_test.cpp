// Holds no test; the name keeps it out of the library and puts it into the test program.
#include "net/loopback.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "base/check.h"

namespace pl::net::loopback {
namespace {

sockaddr_in address(std::uint16_t port) {
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_port = htons(port);
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return here;
}

int new_socket() {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  PL_CHECK(fd >= 0);
  return fd;
}

bool readable(int fd, int within_ms) {
  pollfd wait{fd, POLLIN, 0};
  return ::poll(&wait, 1, within_ms) == 1;
}

// A proxy named in the environment of whoever runs the tests must not see them.
[[maybe_unused]] const int no_proxy = ::setenv("no_proxy", "*", 1);

}  // namespace

Peer& Peer::operator=(Peer&& other) noexcept {
  close();
  fd_ = std::exchange(other.fd_, -1);
  kept_ = std::move(other.kept_);
  return *this;
}

Peer Peer::make() {
  return Peer(new_socket());
}

Peer Peer::to(std::uint16_t port) {
  Peer peer = make();
  peer.connect(port);
  return peer;
}

Peer Peer::from(const char* from, std::uint16_t port) {
  Peer peer = make();
  sockaddr_in here = address(0);
  PL_CHECK(::inet_pton(AF_INET, from, &here.sin_addr) == 1);
  PL_CHECK(::bind(peer.fd_, reinterpret_cast<const sockaddr*>(&here), sizeof here) == 0);
  peer.connect(port);
  return peer;
}

void Peer::connect(std::uint16_t port) {
  const sockaddr_in there = address(port);
  PL_CHECK(::connect(fd_, reinterpret_cast<const sockaddr*>(&there), sizeof there) == 0);
}

bool Peer::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void Peer::end_sending() {
  ::shutdown(fd_, SHUT_WR);
}

void Peer::close() {
  if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

void Peer::reset() {
  const linger at_once{1, 0};
  ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  close();
}

bool Peer::is_readable(int within_ms) {
  return readable(fd_, within_ms);
}

bool Peer::read_some() {
  PL_CHECK(readable(fd_, kPatienceMs));
  std::array<char, 65536> bytes;
  const auto size = ::recv(fd_, bytes.data(), bytes.size(), 0);
  if (size > 0) kept_.append(bytes.data(), static_cast<std::size_t>(size));
  reset_ = size < 0;
  return size > 0;
}

std::string Peer::read_until(std::string_view mark) {
  std::size_t at = kept_.find(mark);
  while (at == std::string::npos) {
    if (!read_some()) return std::exchange(kept_, {});
    at = kept_.find(mark);
  }
  std::string text = kept_.substr(0, at + mark.size());
  kept_.erase(0, text.size());
  return text;
}

std::string Peer::read_exactly(std::size_t size) {
  while (kept_.size() < size && read_some()) {
  }
  std::string bytes = kept_.substr(0, size);
  kept_.erase(0, bytes.size());
  return bytes;
}

std::string Peer::read_to_end() {
  while (read_some()) {
  }
  return std::exchange(kept_, {});
}

Answer Peer::read_head_answer() {
  std::string head = read_until("\r\n\r\n");
  if (!head.starts_with("HTTP/1.1 ") || !head.ends_with("\r\n\r\n")) return {0, head, ""};
  return {std::atoi(head.c_str() + 9), head, ""};
}

Answer Peer::read_answer() {
  constexpr std::string_view kLength = "\r\nContent-Length: ";
  Answer answer = read_head_answer();
  const std::size_t at = answer.head.find(kLength);
  if (answer.status == 0 || at == std::string::npos) return answer;
  const auto size = std::strtoull(answer.head.c_str() + at + kLength.size(), nullptr, 10);
  answer.body = read_exactly(size);
  if (answer.body.size() < size) answer.status = 0;
  return answer;
}

Door::Door(int backlog) : fd_(new_socket()) {
  sockaddr_in here = address(0);
  socklen_t size = sizeof here;
  PL_CHECK(::bind(fd_, reinterpret_cast<const sockaddr*>(&here), size) == 0);
  PL_CHECK(::listen(fd_, backlog) == 0);
  PL_CHECK(::getsockname(fd_, reinterpret_cast<sockaddr*>(&here), &size) == 0);
  port_ = ntohs(here.sin_port);
}

Door::~Door() {
  ::close(fd_);
}

std::string Door::url(std::string_view path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + std::string(path);
}

bool Door::is_knocked(int within_ms) {
  return readable(fd_, within_ms);
}

Peer Door::accept() {
  PL_CHECK(is_knocked(kPatienceMs));
  return Peer(::accept4(fd_, nullptr, nullptr, SOCK_CLOEXEC));
}

}  // namespace pl::net::loopback
