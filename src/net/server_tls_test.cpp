// Which files a server takes for its certificate and its key.
#include "net/server_tls.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "net/test_server.h"
#include "net/tls_loopback.h"

namespace pl::net {
namespace {

using loopback::Certificate;
using loopback::TlsPeer;

std::string complaint(const ServerTls& files) {
  const auto loaded = load_tls(files);
  EXPECT_FALSE(loaded);
  if (loaded) return {};
  EXPECT_EQ(loaded.error().code, Code::kInvalid);
  return loaded.error().message;
}

void write(const std::string& file, const std::string& content) {
  std::ofstream(file, std::ios::trunc) << content;
}

TEST(LoadTls, TakesACertificateWithItsKey) {
  const Certificate certificate;
  EXPECT_TRUE(load_tls(certificate.files()));
}

TEST(LoadTls, NamesAFileThatCannotBeRead) {
  const Certificate certificate;
  const auto& [certificate_file, key_file] = certificate.files();
  EXPECT_EQ(complaint({"/nowhere/c.pem", key_file}),
            "cannot read /nowhere/c.pem: No such file or directory");
  EXPECT_EQ(complaint({certificate_file, "/nowhere/k.pem"}),
            "cannot read /nowhere/k.pem: No such file or directory");
  const std::string folder = std::filesystem::path(key_file).parent_path();
  EXPECT_EQ(complaint({folder, key_file}), "cannot read " + folder + ": Is a directory");
}

TEST(LoadTls, NamesAFileThatHoldsSomethingElse) {
  const Certificate certificate;
  const auto& [certificate_file, key_file] = certificate.files();
  EXPECT_TRUE(complaint({key_file, key_file})
                  .starts_with(key_file + " holds no certificate in PEM that can be used: "));
  const std::string no_key = " holds no private key in PEM, or one that needs a password";
  std::filesystem::permissions(certificate_file, std::filesystem::perms::owner_read);
  EXPECT_EQ(complaint({certificate_file, certificate_file}), certificate_file + no_key);
  for (const std::string& content :
       {std::string(), std::string("-----BEGIN PRIVATE KEY-----\n"), std::string(100, 'x')}) {
    write(key_file, content);
    EXPECT_EQ(complaint({certificate_file, key_file}), key_file + no_key);
  }
  write(key_file, std::string(2'000'000, 'x'));
  EXPECT_EQ(complaint({certificate_file, key_file}),
            key_file + " is too long to be a certificate or a key");
}

TEST(LoadTls, AsksNobodyForThePasswordOfAKey) {
  const Certificate certificate;
  certificate.lock_key("secret");
  EXPECT_EQ(
      complaint(certificate.files()),
      certificate.files().key_file + " holds no private key in PEM, or one that needs a password");
}

TEST(LoadTls, SaysWhenTheKeyBelongsToAnotherCertificate) {
  const Certificate one;
  const Certificate other;
  EXPECT_EQ(complaint({one.files().certificate_file, other.files().key_file}),
            "the key in " + other.files().key_file + " does not belong to the certificate in " +
                one.files().certificate_file);
}

TEST(LoadTls, RefusesAKeyThatOthersMayReadOrChange) {
  const Certificate certificate;
  const std::string& key = certificate.files().key_file;
  for (const mode_t mode : {0604U, 0602U, 0601U, 0620U, 0644U, 0666U}) {
    ASSERT_EQ(::chmod(key.c_str(), mode), 0);
    EXPECT_EQ(complaint(certificate.files()),
              key + " can be read or changed by others; chmod 600 it");
  }
  for (const mode_t mode : {0400U, 0600U, 0440U, 0640U}) {
    ASSERT_EQ(::chmod(key.c_str(), mode), 0);
    EXPECT_TRUE(load_tls(certificate.files())) << mode;
  }
}

TEST(LoadTls, FailsTheServerAtItsStartAndLeavesARunningOneAsItIs) {
  const Certificate certificate;
  const auto server = serve(echo, {}, certificate.files());
  const std::string serial = TlsPeer(server->port()).serial();
  write(certificate.files().certificate_file, "torn");
  const auto reloaded = server->reload_tls();
  ASSERT_FALSE(reloaded);
  EXPECT_EQ(reloaded.error().code, Code::kInvalid);
  EXPECT_EQ(TlsPeer(server->port()).serial(), serial);
  const auto started = HttpServer::listen("127.0.0.1", 0, 1, {},
                                          {[](const Request&) { return std::size_t{0}; }, echo},
                                          certificate.files());
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error(), reloaded.error());
}

}  // namespace
}  // namespace pl::net
