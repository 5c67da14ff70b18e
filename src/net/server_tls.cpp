#include "net/server_tls.h"

#include <fcntl.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

namespace pl::net {
namespace {

namespace asio = boost::asio;

constexpr std::size_t kFileBytes = 1024 * 1024;
constexpr mode_t kOfOthers = S_IRWXO | S_IWGRP;  // a group that may read it is common practice

struct Free {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};

enum class Readers { kAnybody, kNotOthers };

Error cannot_read(const std::string& file) {
  return {Code::kInvalid, "cannot read " + file + ": " + std::strerror(errno)};
}

Result<std::string> read_open(const std::string& file, int descriptor, Readers readers) {
  struct stat about {};
  if (::fstat(descriptor, &about) != 0) return tl::unexpected(cannot_read(file));
  if (readers == Readers::kNotOthers && (about.st_mode & kOfOthers) != 0) {
    return fail(Code::kInvalid, file + " can be read or changed by others; chmod 600 it");
  }
  std::string text;
  std::array<char, 16 * 1024> bytes;
  while (text.size() <= kFileBytes) {
    const ssize_t size = ::read(descriptor, bytes.data(), bytes.size());
    if (size < 0) return tl::unexpected(cannot_read(file));
    if (size == 0) return text;
    text.append(bytes.data(), static_cast<std::size_t>(size));
  }
  return fail(Code::kInvalid, file + " is too long to be a certificate or a key");
}

Result<std::string> read_file(const std::string& file, Readers readers) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return tl::unexpected(cannot_read(file));
  auto text = read_open(file, descriptor, readers);
  ::close(descriptor);
  return text;
}

// Whoever starts the server is perhaps no person who could type it.
int no_password(char*, int, int, void*) {
  return -1;
}

Result<void> use_certificate(TlsContext& context, const std::string& file) {
  PL_TRY(const std::string text, read_file(file, Readers::kAnybody));
  boost::system::error_code error;
  context.use_certificate_chain(asio::buffer(text), error);
  if (!error) return {};
  return fail(Code::kInvalid,
              file + " holds no certificate in PEM that can be used: " + error.message());
}

Result<void> use_key(TlsContext& context, const ServerTls& files) {
  PL_TRY(std::string text, read_file(files.key_file, Readers::kNotOthers));
  const std::unique_ptr<BIO, Free> bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
  const std::unique_ptr<EVP_PKEY, Free> key(
      bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, &no_password, nullptr) : nullptr);
  OPENSSL_cleanse(text.data(), text.size());
  SSL_CTX* const handle = context.native_handle();
  if (!key) {
    return fail(Code::kInvalid,
                files.key_file + " holds no private key in PEM, or one that needs a password");
  }
  if (X509_check_private_key(SSL_CTX_get0_certificate(handle), key.get()) != 1) {
    return fail(Code::kInvalid, "the key in " + files.key_file +
                                    " does not belong to the certificate in " +
                                    files.certificate_file);
  }
  if (SSL_CTX_use_PrivateKey(handle, key.get()) != 1) {
    return fail(Code::kInvalid, "the key in " + files.key_file + " cannot be used");
  }
  return {};
}

// Without this, a client that offers other protocols alone would send us one of them.
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* size,
                    const unsigned char* offered, unsigned offered_size, void*) {
  static constexpr std::string_view kOurs = "\x08http/1.1";
  const auto* const ours = reinterpret_cast<const unsigned char*>(kOurs.data());
  unsigned char* found = nullptr;
  const int outcome =
      SSL_select_next_proto(&found, size, ours, kOurs.size(), offered, offered_size);
  *chosen = found;
  return outcome == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

Result<std::shared_ptr<TlsContext>> new_context() {
  SSL_CTX* const handle = SSL_CTX_new(TLS_server_method());
  if (handle == nullptr) return fail(Code::kInternal, "OpenSSL could not be started");
  auto context = std::make_shared<TlsContext>(handle);  // owns it
  bool set = SSL_CTX_set_min_proto_version(handle, TLS1_2_VERSION) == 1;
  // Of version 1.2; all that 1.3 has are like these.
  set &= SSL_CTX_set_cipher_list(handle, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1;
  if (!set) return fail(Code::kInternal, "OpenSSL refused an option of TLS");
  // A client could make us compute without end by it.
  SSL_CTX_set_options(handle, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_alpn_select_cb(handle, &choose_protocol, nullptr);
  return context;
}

}  // namespace

Result<std::shared_ptr<TlsContext>> load_tls(const ServerTls& files) {
  PL_TRY(auto context, new_context());
  PL_DO(use_certificate(*context, files.certificate_file));
  PL_DO(use_key(*context, files));
  return context;
}

}  // namespace pl::net
