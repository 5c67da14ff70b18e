// A certificate, and blocking TLS on 127.0.0.1, for the tests of this room.
#pragma once

#include <openssl/ssl.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "net/http_server.h"
#include "net/loopback.h"

namespace pl::net::loopback {

// Made for one host, signed by itself, good from an hour ago and for `left` from now. Its files go
// with it.
class Certificate {
 public:
  explicit Certificate(const std::string& host = "localhost",
                       std::chrono::seconds left = std::chrono::hours(1));
  Certificate(const Certificate&) = delete;
  Certificate& operator=(const Certificate&) = delete;
  ~Certificate();

  const ServerTls& files() const { return files_; }

  void replace();  // by another one for the same host, in the same files
  void lock_key(const char* password) const;

 private:
  std::string host_;
  std::chrono::seconds left_;
  std::string folder_;
  ServerTls files_;
};

struct TlsOffer {
  int version_min = TLS1_2_VERSION;
  int version_max = TLS1_3_VERSION;
  std::string protocols;  // of ALPN, each behind its length in one byte; empty: none
};

// The client's end of a connection. Trusts anybody.
class TlsPeer {
 public:
  explicit TlsPeer(std::uint16_t port, const TlsOffer& offer = {});

  bool is_secure() const { return secure_; }  // the handshake has succeeded
  std::string version() const { return SSL_get_version(ssl_.get()); }
  std::string cipher() const { return SSL_get_cipher(ssl_.get()); }
  std::string protocol() const;
  std::string serial() const;  // of the server's certificate

  bool send(std::string_view bytes);
  std::string read_until(std::string_view mark);  // or to the end
  std::string read_to_end();
  bool was_told_goodbye() const { return goodbye_; }  // the end was said, not only met

 private:
  bool read_some();

  Peer peer_;
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
  std::unique_ptr<SSL, decltype(&SSL_free)> ssl_;
  bool secure_ = false;
  bool goodbye_ = false;
  std::string kept_;
};

}  // namespace pl::net::loopback
