#include "host/suppression_file.h"

#include <fcntl.h>
#include <openssl/hmac.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <fstream>

#include "base/check.h"
#include "base/hex.h"
#include "host/files.h"

namespace pl::host {
namespace {

constexpr std::size_t kHashDigits = 64;

bool is_line(const std::string& line) {
  return line.size() == kHashDigits + 1 && (line[0] == '+' || line[0] == '-') &&
         line.find_first_not_of("0123456789abcdef", 1) == std::string::npos;
}

}  // namespace

Result<std::unique_ptr<SuppressionFile>> SuppressionFile::open(const std::string& file,
                                                               std::string key) {
  const int descriptor =
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) return tl::unexpected(file_error(file));
  return std::unique_ptr<SuppressionFile>(new SuppressionFile(file, std::move(key), descriptor));
}

SuppressionFile::~SuppressionFile() {
  ::close(descriptor_);
}

Result<std::map<std::string, bool>> SuppressionFile::noted() const {
  std::ifstream lines(file_);
  if (!lines) return tl::unexpected(file_error(file_));
  std::map<std::string, bool> all;
  for (std::string line; std::getline(lines, line);) {
    if (is_line(line)) all[line.substr(1)] = line[0] == '+';
  }
  return all;
}

std::string SuppressionFile::hash_of(const core::PhoneNumber& number) const {
  std::array<unsigned char, 32> hash{};
  const std::string text = number.e164();
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  PL_CHECK(HMAC(EVP_sha256(), key_.data(), static_cast<int>(key_.size()), bytes, text.size(),
                hash.data(), nullptr) != nullptr);
  return to_hex(hash);
}

void SuppressionFile::note(const std::string& hash, bool suppressed) {
  // The line before may have been cut short: an empty line is nothing to a reader.
  const std::string line = "\n" + std::string(suppressed ? "+" : "-") + hash + "\n";
  const Lock lock(mutex_);
  const ssize_t written = ::write(descriptor_, line.data(), line.size());
  if (written != static_cast<ssize_t>(line.size()) || ::fsync(descriptor_) != 0) failed_ = true;
}

}  // namespace pl::host
