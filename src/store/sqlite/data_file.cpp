#include "store/sqlite/data_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace pl::store {
namespace {

constexpr mode_t kOwnerOnly = 0600;

tl::unexpected<Error> cannot(std::string_view what, const std::string& path, int error) {
  return fail(Code::kUnavailable,
              fmt::format("cannot {} {}: {}; its folder must exist and be writable", what, path,
                          std::strerror(error)));
}

// The magic numbers of statfs(2) for NFS, SMB, SMB2, CIFS, AFS and Ceph.
bool is_network(const struct statfs& file_system) {
  constexpr std::array<std::uint32_t, 6> kNetwork{0x6969,     0x517B,     0xFE534D42,
                                                  0xFF534D42, 0x5346414F, 0x00C36400};
  const auto type = static_cast<std::uint32_t>(file_system.f_type);
  return std::find(kNetwork.begin(), kNetwork.end(), type) != kNetwork.end();
}

Result<void> make_private(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, kOwnerOnly);
  if (file < 0) return cannot("open", path, errno);
  // SQLite gives the files beside it the same permissions.
  const bool narrowed = ::fchmod(file, kOwnerOnly) == 0;
  const int error = errno;
  ::close(file);
  if (!narrowed) return cannot("restrict", path, error);
  return {};
}

}  // namespace

Result<DataFile> DataFile::take(const std::string& path) {
  if (path == ":memory:") return DataFile(path, -1);
  std::error_code unresolved;
  const auto resolved = std::filesystem::weakly_canonical(path, unresolved);
  if (unresolved) return cannot("find", path, unresolved.value());

  const std::string lock_path = resolved.string() + ".lock";
  DataFile held(resolved.string(),
                ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, kOwnerOnly));
  if (held.lock_ < 0) return cannot("open", lock_path, errno);
  struct statfs file_system {};
  if (::fstatfs(held.lock_, &file_system) == 0 && is_network(file_system)) {
    return fail(Code::kInvalid, fmt::format("{} is on a network file system, where a database can "
                                            "be damaged; put it on a local disk",
                                            held.path_));
  }
  if (::flock(held.lock_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return cannot("lock", lock_path, errno);
    return fail(Code::kUnavailable,
                fmt::format("{} is in use by another Party Line; stop that one first, or name "
                            "another file",
                            held.path_));
  }
  PL_DO(make_private(held.path_));
  return held;
}

DataFile::DataFile(DataFile&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

DataFile::~DataFile() {
  if (lock_ >= 0) ::close(lock_);
}

}  // namespace pl::store
