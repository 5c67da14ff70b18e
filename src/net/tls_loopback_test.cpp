// Holds no test; the name keeps it out of the library and puts it into the test program.
#include "net/tls_loopback.h"

#include <openssl/bn.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "base/check.h"

namespace pl::net::loopback {
namespace {

template <auto Function>
struct With {
  template <class T>
  void operator()(T* object) const {
    Function(object);
  }
};
using Key = std::unique_ptr<EVP_PKEY, With<&EVP_PKEY_free>>;
using X509Owner = std::unique_ptr<X509, With<&X509_free>>;
using File = std::unique_ptr<std::FILE, With<&std::fclose>>;

X509Owner sign(EVP_PKEY* key, const std::string& host, std::chrono::seconds left) {
  X509Owner made(X509_new());
  X509* const certificate = made.get();
  std::uint32_t serial = 0;
  PL_CHECK(RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) == 1);
  PL_CHECK(ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial) == 1);
  PL_CHECK(X509_set_version(certificate, X509_VERSION_3) == 1);
  PL_CHECK(X509_gmtime_adj(X509_getm_notBefore(certificate), -3600) != nullptr);
  PL_CHECK(X509_gmtime_adj(X509_getm_notAfter(certificate), left.count()) != nullptr);
  X509_NAME* const name = X509_get_subject_name(certificate);
  PL_CHECK(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                      reinterpret_cast<const unsigned char*>("made in a test"), -1,
                                      -1, 0) == 1);
  PL_CHECK(X509_set_issuer_name(certificate, name) == 1);
  const std::string names = "DNS:" + host;
  const std::unique_ptr<X509_EXTENSION, With<&X509_EXTENSION_free>> names_extension(
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, names.c_str()));
  PL_CHECK(X509_add_ext(certificate, names_extension.get(), -1) == 1);
  PL_CHECK(X509_set_pubkey(certificate, key) == 1);
  PL_CHECK(X509_sign(certificate, key, EVP_sha256()) > 0);
  return made;
}

}  // namespace

Certificate::Certificate(const std::string& host, std::chrono::seconds left)
    : host_(host), left_(left) {
  std::string pattern = std::filesystem::temp_directory_path() / "partyline-tls-XXXXXX";
  PL_CHECK(::mkdtemp(pattern.data()) != nullptr);
  folder_ = pattern;
  files_ = {folder_ + "/certificate.pem", folder_ + "/key.pem"};
  replace();
}

Certificate::~Certificate() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void Certificate::replace() {
  const Key key(EVP_EC_gen("P-256"));
  const X509Owner certificate = sign(key.get(), host_, left_);
  const File key_file(std::fopen(files_.key_file.c_str(), "w"));
  PL_CHECK(::chmod(files_.key_file.c_str(), 0600) == 0);
  PL_CHECK(PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) ==
           1);
  const File certificate_file(std::fopen(files_.certificate_file.c_str(), "w"));
  PL_CHECK(PEM_write_X509(certificate_file.get(), certificate.get()) == 1);
}

void Certificate::lock_key(const char* password) const {
  const File file(std::fopen(files_.key_file.c_str(), "r+"));
  const Key key(PEM_read_PrivateKey(file.get(), nullptr, nullptr, nullptr));
  std::rewind(file.get());  // what is locked is longer
  PL_CHECK(PEM_write_PrivateKey(file.get(), key.get(), EVP_aes_256_cbc(), nullptr, 0, nullptr,
                                const_cast<char*>(password)) == 1);
}

TlsPeer::TlsPeer(std::uint16_t port, const TlsOffer& offer)
    : peer_(Peer::to(port)),
      context_(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free),
      ssl_(nullptr, &SSL_free) {
  // OpenSSL writes without MSG_NOSIGNAL.
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
  const timeval patience{kPatienceMs / 1000, 0};
  ::setsockopt(peer_.fd(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  SSL_CTX* const context = context_.get();
  SSL_CTX_set_security_level(context, 0);  // so that old versions can be tried
  PL_CHECK(SSL_CTX_set_min_proto_version(context, offer.version_min) == 1);
  PL_CHECK(SSL_CTX_set_max_proto_version(context, offer.version_max) == 1);
  PL_CHECK(SSL_CTX_set_alpn_protos(context,
                                   reinterpret_cast<const unsigned char*>(offer.protocols.data()),
                                   static_cast<unsigned>(offer.protocols.size())) == 0);
  ssl_.reset(SSL_new(context));
  PL_CHECK(SSL_set_fd(ssl_.get(), peer_.fd()) == 1);
  secure_ = SSL_connect(ssl_.get()) == 1;
}

std::string TlsPeer::protocol() const {
  const unsigned char* chosen = nullptr;
  unsigned size = 0;
  SSL_get0_alpn_selected(ssl_.get(), &chosen, &size);
  return {reinterpret_cast<const char*>(chosen), size};
}

std::string TlsPeer::serial() const {
  const X509* const certificate = SSL_get0_peer_certificate(ssl_.get());
  PL_CHECK(certificate != nullptr);
  std::uint64_t number = 0;
  PL_CHECK(ASN1_INTEGER_get_uint64(&number, X509_get0_serialNumber(certificate)) == 1);
  return std::to_string(number);
}

bool TlsPeer::send(std::string_view bytes) {
  return SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())) ==
         static_cast<int>(bytes.size());
}

bool TlsPeer::read_some() {
  std::array<char, 16 * 1024> bytes;
  const int size = SSL_read(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
  if (size > 0) kept_.append(bytes.data(), static_cast<std::size_t>(size));
  goodbye_ = size <= 0 && SSL_get_error(ssl_.get(), size) == SSL_ERROR_ZERO_RETURN;
  return size > 0;
}

std::string TlsPeer::read_until(std::string_view mark) {
  std::size_t at = kept_.find(mark);
  while (at == std::string::npos) {
    if (!read_some()) return std::exchange(kept_, {});
    at = kept_.find(mark);
  }
  std::string text = kept_.substr(0, at + mark.size());
  kept_.erase(0, text.size());
  return text;
}

std::string TlsPeer::read_to_end() {
  while (read_some()) {
  }
  return std::exchange(kept_, {});
}

}  // namespace pl::net::loopback
