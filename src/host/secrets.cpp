#include "host/secrets.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <vector>

#include "base/hex.h"
#include "base/text.h"
#include "host/files.h"
#include "host/system_entropy.h"

namespace pl::host {
namespace {

std::optional<std::string> variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr || *value == '\0') return std::nullopt;
  return std::string(value);
}

// Without the line break that editors put at its end.
Result<std::string> contents(const std::string& file) {
  constexpr std::size_t kBytes = 64 * 1024;
  PL_TRY(const std::string bytes, read_file(file, kBytes));
  std::string text(trim(bytes));
  if (text.empty()) return fail(Code::kInvalid, file + ": empty");
  return text;
}

Result<std::string> read_key(const std::string& file, int descriptor) {
  struct stat facts {};
  if (::fstat(descriptor, &facts) != 0) return tl::unexpected(file_error(file));
  if (S_ISDIR(facts.st_mode)) {
    errno = EISDIR;
    return tl::unexpected(file_error(file));
  }
  if ((facts.st_mode & 077) != 0) {
    return fail(Code::kInvalid, file +
                                    ": others may read it; chmod 600 it, or delete it to get "
                                    "a new key");
  }
  std::array<char, 512> buffer{};
  const ssize_t length = ::read(descriptor, buffer.data(), buffer.size());
  if (length < 0) return tl::unexpected(file_error(file));
  std::string key(trim({buffer.data(), static_cast<std::size_t>(length)}));
  if (key.size() < kSecretBytes) {
    return fail(Code::kInvalid, file + ": holds no key; delete it to get a new one");
  }
  return key;
}

}  // namespace

Result<std::optional<std::string>> read_environment(const std::string& name) {
  if (auto value = variable(name)) return value;
  const std::string by_file = name + "_FILE";
  if (const auto file = variable(by_file)) {
    auto text = contents(*file);
    if (text) return *std::move(text);
    return fail(text.error().code, by_file + ": " + text.error().message);
  }
  const auto folder = variable("CREDENTIALS_DIRECTORY");
  if (!folder) return std::nullopt;
  auto text = contents(*folder + "/" + name);
  if (text) return *std::move(text);
  if (text.error().code == Code::kNotFound) return std::nullopt;
  return tl::unexpected(std::move(text).error());
}

std::string environment(const std::string& name) {
  return read_environment(name).value_or(std::nullopt).value_or("");
}

Result<std::string> kept_secret(const std::string& file) {
  const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made >= 0) {
    const std::string key = "pl_" + new_secret();
    const bool written = ::write(made, (key + "\n").c_str(), key.size() + 1) ==
                             static_cast<ssize_t>(key.size() + 1) &&
                         ::fsync(made) == 0;
    ::close(made);
    if (!written) return tl::unexpected(file_error(file));
    return key;
  }
  if (errno != EEXIST) return tl::unexpected(file_error(file));
  return read_secret(file);
}

Result<std::string> read_secret(const std::string& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return tl::unexpected(file_error(file));
  auto key = read_key(file, descriptor);
  ::close(descriptor);
  return key;
}

std::string new_secret() {
  SystemEntropy entropy;
  std::vector<std::uint8_t> bytes;
  for (int half = 0; half < 2; ++half) {
    for (const std::uint64_t word : entropy.draw()) {
      for (unsigned shift = 0; shift < 64; shift += 8) {
        bytes.push_back(static_cast<std::uint8_t>(word >> shift));
      }
    }
  }
  return to_hex(bytes);
}

}  // namespace pl::host
