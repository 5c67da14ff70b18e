#include "host/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>

namespace pl::host {
namespace {

Error reason() {
  return {errno == ENOENT ? Code::kNotFound : Code::kInvalid, std::strerror(errno)};
}

tl::unexpected<Error> cannot(const std::string& file) {
  return tl::unexpected(file_error(file));
}

Result<void> write_all(int descriptor, const std::string& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return cannot(file);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(descriptor) != 0) return cannot(file);
  return {};
}

}  // namespace

Error file_error(const std::string& file) {
  const Error why = reason();
  return {why.code, file + ": " + why.message};
}

Result<std::string> read_file(const std::string& file, std::size_t bytes_max) {
  auto bytes = read_bytes(file, bytes_max);
  if (!bytes) bytes.error().message = file + ": " + bytes.error().message;
  return bytes;
}

Result<std::string> read_bytes(const std::string& file, std::size_t bytes_max) {
  std::ifstream input(file, std::ios::binary);
  if (!input) return tl::unexpected(reason());
  std::string bytes;
  char block[65536];
  while (bytes.size() <= bytes_max && (input.read(block, sizeof block) || input.gcount() > 0)) {
    bytes.append(block, static_cast<std::size_t>(input.gcount()));
  }
  if (input.bad() || (!input.eof() && bytes.size() <= bytes_max)) return tl::unexpected(reason());
  if (bytes.size() > bytes_max) {
    return fail(Code::kInvalid, fmt::format("larger than {} bytes", bytes_max));
  }
  return bytes;
}

Result<void> write_private_file(const std::string& file, std::string_view bytes) {
  const std::string part = file + ".part";
  if (::unlink(part.c_str()) != 0 && errno != ENOENT) return cannot(part);
  const int descriptor =
      ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) return cannot(part);
  const auto written = write_all(descriptor, part, bytes);
  const bool closed = ::close(descriptor) == 0;
  if (written && closed && std::rename(part.c_str(), file.c_str()) == 0) return {};
  const Error error = written ? cannot(file).value() : written.error();
  ::unlink(part.c_str());
  return tl::unexpected(error);
}

Result<void> write_new_file(const std::string& file, std::string_view bytes) {
  const int descriptor =
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (descriptor < 0) return cannot(file);
  const auto written = write_all(descriptor, file, bytes);
  if (::close(descriptor) != 0) return cannot(file);
  return written;
}

}  // namespace pl::host
