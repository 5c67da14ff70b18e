// The bytes of one connection of the server, plain or under TLS.
#pragma once

#include <utility>  // before Asio: Boost 1.74 uses std::exchange without including it

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/strand.hpp>
#include <memory>

#include "net/server_tls.h"

namespace pl::net {

using Strand = boost::asio::strand<boost::asio::io_context::executor_type>;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Strand>;

// A `done` is called on the strand of the socket, with an error code, and for bytes with their
// number. Everything else is to be called there, or once no I/O thread is left. Stays where it is:
// the TLS stream refers to the socket.
class Stream {
 public:
  Stream(Socket socket, TlsContext* tls) : socket_(std::move(socket)) {
    if (tls != nullptr) tls_ = std::make_unique<Tls>(socket_, *tls);
  }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  Strand executor() { return socket_.get_executor(); }
  bool is_secure() const { return tls_ != nullptr; }

  template <class Done>
  void shake_hands(Done done) {  // once, and before all else, where is_secure()
    tls_->async_handshake(Tls::server, std::move(done));
  }

  template <class Done>
  void read_some(boost::asio::mutable_buffer into, Done done) {
    if (tls_) return tls_->async_read_some(into, std::move(done));
    socket_.async_read_some(into, std::move(done));
  }

  template <class Done>
  void write_some(boost::asio::const_buffer bytes, Done done) {
    if (tls_) return tls_->async_write_some(bytes, std::move(done));
    socket_.async_write_some(bytes, std::move(done));
  }

  // Tells the peer that nothing follows. Under TLS `done` may have to wait for the peer to say the
  // same; plain, it is called at once.
  template <class Done>
  void say_goodbye(Done done) {
    if (!tls_) return done(end_sending());
    tls_->async_shutdown(
        [this, done = std::move(done)](boost::system::error_code) mutable { done(end_sending()); });
  }

  // What still comes after the goodbye, read only to be thrown away.
  template <class Done>
  void discard_some(boost::asio::mutable_buffer into, Done done) {
    socket_.async_read_some(into, std::move(done));
  }

  // Both end what is under way with an error.
  void cancel() {
    boost::system::error_code ignored;
    socket_.cancel(ignored);
  }
  void close() {
    boost::system::error_code ignored;
    socket_.close(ignored);
  }

 private:
  using Tls = boost::asio::ssl::stream<Socket&>;

  boost::system::error_code end_sending() {
    boost::system::error_code error;
    socket_.shutdown(Socket::shutdown_send, error);
    return error;
  }

  Socket socket_;
  std::unique_ptr<Tls> tls_;  // a pointer, because it is large and most servers are plain
};

}  // namespace pl::net
