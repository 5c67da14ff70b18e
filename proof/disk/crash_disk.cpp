#include "disk/crash_disk.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <atomic>
#include <new>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/check.h"
#include "disk/disk_image.h"

namespace pl::store {

struct DiskState {
  struct Fault {
    DiskOp op;
    std::uint64_t left;  // operations that succeed before it
    DiskFault how;
    Lasting lasting;
  };

  // Counts an operation, and says what happens to it.
  std::optional<DiskFault> begin(DiskOp op) {
    ++counts[static_cast<std::size_t>(op)];
    if (!fault || (fault->op != op && fault->op != DiskOp::kAny)) return std::nullopt;
    if (fault->left > 0) {
      --fault->left;
      return std::nullopt;
    }
    const DiskFault how = fault->how;
    if (fault->lasting == Lasting::kOnce) fault.reset();
    return how;
  }
  void end_life() {
    ++life;
    databases.clear();
  }

  std::string name;
  sqlite3_vfs vfs{};
  FolderImage folder;
  DiskRandom random{1};             // for what faults do
  std::uint64_t life = 1;           // files that were opened in an earlier one are dead
  std::set<std::string> databases;  // that are open
  std::array<std::uint64_t, 3> counts{};
  std::optional<Fault> fault;
};

namespace {

// What SQLite's own layer says of a disk under Linux.
constexpr int kSectorSize = 4096;
constexpr int kCharacteristics = SQLITE_IOCAP_POWERSAFE_OVERWRITE;

struct OpenFile : sqlite3_file {
  bool is_dead() const { return life != disk->life; }

  DiskState* disk;
  FolderImage::Entry image;
  std::string name;  // empty: it goes when it is closed
  std::uint64_t life;
  bool is_database;
  bool syncs_folder;                            // with its first sync
  std::vector<std::unique_ptr<char[]>> shared;  // of a log's index; only one connection has it open
};

OpenFile& of(sqlite3_file* file) {
  return *static_cast<OpenFile*>(file);
}

DiskState& of(sqlite3_vfs* vfs) {
  return *static_cast<DiskState*>(vfs->pAppData);
}

int close_file(sqlite3_file* opened) {
  OpenFile& file = of(opened);
  if (!file.is_dead() && file.is_database) file.disk->databases.erase(file.name);
  file.~OpenFile();
  return SQLITE_OK;
}

int read(sqlite3_file* opened, void* to, int size, sqlite3_int64 offset) {
  OpenFile& file = of(opened);
  if (file.is_dead()) return SQLITE_IOERR_READ;
  const auto wanted = static_cast<std::size_t>(size);
  const std::size_t there =
      file.image->read(static_cast<std::size_t>(offset), static_cast<char*>(to), wanted);
  return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* opened, const void* from, int size, sqlite3_int64 offset) {
  OpenFile& file = of(opened);
  if (file.is_dead()) return SQLITE_IOERR_WRITE;
  const auto* bytes = static_cast<const char*>(from);
  const auto place = static_cast<std::size_t>(offset);
  const auto whole = static_cast<std::size_t>(size);
  const auto fault = file.disk->begin(DiskOp::kWrite);
  if (!fault) {
    file.image->write(place, bytes, whole);
    return SQLITE_OK;
  }
  if (*fault == DiskFault::kDevice) return SQLITE_IOERR_WRITE;
  file.image->write(place, bytes, file.disk->random.below(whole));
  return SQLITE_FULL;
}

int truncate(sqlite3_file* opened, sqlite3_int64 size) {
  OpenFile& file = of(opened);
  if (file.is_dead() || file.disk->begin(DiskOp::kTruncate)) return SQLITE_IOERR_TRUNCATE;
  file.image->truncate(static_cast<std::size_t>(size));
  return SQLITE_OK;
}

int sync(sqlite3_file* opened, int) {
  OpenFile& file = of(opened);
  if (file.is_dead()) return SQLITE_IOERR_FSYNC;
  if (file.disk->begin(DiskOp::kSync)) {
    file.image->fail_sync(file.disk->random);
    return SQLITE_IOERR_FSYNC;
  }
  file.image->sync();
  if (std::exchange(file.syncs_folder, false)) file.disk->folder.sync();
  return SQLITE_OK;
}

int file_size(sqlite3_file* opened, sqlite3_int64* size) {
  if (of(opened).is_dead()) return SQLITE_IOERR_FSTAT;
  *size = static_cast<sqlite3_int64>(of(opened).image->size());
  return SQLITE_OK;
}

// Nobody else has it open; but the dead must not go on to write.
int lock(sqlite3_file* opened, int) {
  return of(opened).is_dead() ? SQLITE_IOERR_LOCK : SQLITE_OK;
}

int unlock(sqlite3_file*, int) {
  return SQLITE_OK;
}

int is_reserved(sqlite3_file*, int* reserved) {
  *reserved = 0;
  return SQLITE_OK;
}

int control(sqlite3_file*, int, void*) {
  return SQLITE_NOTFOUND;
}

int sector_size(sqlite3_file*) {
  return kSectorSize;
}

int characteristics(sqlite3_file*) {
  return kCharacteristics;
}

int map_shared(sqlite3_file* opened, int region, int size, int extend, void volatile** mapped) {
  OpenFile& file = of(opened);
  *mapped = nullptr;
  if (file.is_dead()) return SQLITE_IOERR_SHMMAP;
  const auto index = static_cast<std::size_t>(region);
  if (index >= file.shared.size() && extend == 0) return SQLITE_OK;
  while (file.shared.size() <= index) {
    file.shared.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
  }
  *mapped = file.shared[index].get();
  return SQLITE_OK;
}

int lock_shared(sqlite3_file* opened, int, int, int) {
  return of(opened).is_dead() ? SQLITE_IOERR_SHMLOCK : SQLITE_OK;
}

void order_shared(sqlite3_file*) {}

int unmap_shared(sqlite3_file* opened, int remove) {
  if (remove != 0) of(opened).shared.clear();
  return SQLITE_OK;
}

constexpr sqlite3_io_methods kMethods{
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = file_size,
    .xLock = lock,
    .xUnlock = unlock,
    .xCheckReservedLock = is_reserved,
    .xFileControl = control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = map_shared,
    .xShmLock = lock_shared,
    .xShmBarrier = order_shared,
    .xShmUnmap = unmap_shared,
};

int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out) {
  file->pMethods = nullptr;
  DiskState& disk = of(vfs);
  const std::string name = path ? path : "";
  const bool is_database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
  if (is_database && disk.databases.contains(name)) return SQLITE_CANTOPEN;
  FolderImage::Entry image = name.empty() ? std::make_shared<FileImage>() : disk.folder.find(name);
  const bool is_new = image == nullptr;
  if (is_new && (flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
  if (is_new) image = disk.folder.create(name);
  constexpr int kJournals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
  new (file) OpenFile{{&kMethods},
                      &disk,
                      std::move(image),
                      name,
                      disk.life,
                      is_database,
                      is_new && (flags & kJournals) != 0,
                      {}};
  if (is_database) disk.databases.insert(name);
  if (out) *out = flags;
  return SQLITE_OK;
}

int remove_file(sqlite3_vfs* vfs, const char* path, int sync_folder) {
  DiskState& disk = of(vfs);
  if (!disk.folder.remove(path)) return SQLITE_IOERR_DELETE_NOENT;
  if (sync_folder != 0) disk.folder.sync();
  return SQLITE_OK;
}

// As SQLite's own layer: an empty file is none.
int exists(sqlite3_vfs* vfs, const char* path, int asked, int* found) {
  const FolderImage::Entry image = of(vfs).folder.find(path);
  *found = image && (asked != SQLITE_ACCESS_EXISTS || image->size() > 0) ? 1 : 0;
  return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* path, int size, char* out) {
  sqlite3_snprintf(size, out, "%s", path);
  return SQLITE_OK;
}

int randomness(sqlite3_vfs* vfs, int size, char* out) {
  for (int i = 0; i < size; ++i) out[i] = static_cast<char>(of(vfs).random.next());
  return size;
}

int sleep(sqlite3_vfs*, int micros) {
  return micros;
}

int julian_day(sqlite3_vfs*, double* day) {
  *day = 2461000.5;  // some day: nothing that is stored comes from here
  return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*) {
  return SQLITE_OK;
}

}  // namespace

CrashDisk::CrashDisk() : state_(std::make_unique<DiskState>()) {
  static std::atomic<int> made = 0;
  state_->name = fmt::format("crash-disk-{}", ++made);
  state_->vfs = {.iVersion = 1,
                 .szOsFile = sizeof(OpenFile),
                 .mxPathname = 512,
                 .zName = state_->name.c_str(),
                 .pAppData = state_.get(),
                 .xOpen = open_file,
                 .xDelete = remove_file,
                 .xAccess = exists,
                 .xFullPathname = full_path,
                 .xRandomness = randomness,
                 .xSleep = sleep,
                 .xCurrentTime = julian_day,
                 .xGetLastError = last_error};
  PL_CHECK(sqlite3_vfs_register(&state_->vfs, 0) == SQLITE_OK);
}

CrashDisk::~CrashDisk() {
  sqlite3_vfs_unregister(&state_->vfs);
}

const std::string& CrashDisk::vfs() const {
  return state_->name;
}

void CrashDisk::lose_power(std::uint64_t seed) {
  DiskRandom random(seed);
  state_->folder.lose_power(random);
  state_->fault.reset();
  state_->end_life();
}

void CrashDisk::kill() {
  state_->end_life();
}

void CrashDisk::fail_next(DiskOp op, std::uint64_t n, DiskFault how, Lasting lasting) {
  PL_CHECK(n > 0);
  state_->fault = {op, n - 1, how, lasting};
}

void CrashDisk::heal() {
  state_->fault.reset();
}

std::string CrashDisk::bytes(const std::string& file) const {
  const FolderImage::Entry image = state_->folder.find(file);
  std::string bytes(image ? image->size() : 0, '\0');
  if (image) image->read(0, bytes.data(), bytes.size());
  return bytes;
}

std::uint64_t CrashDisk::writes() const {
  return state_->counts[static_cast<std::size_t>(DiskOp::kWrite)];
}

std::uint64_t CrashDisk::syncs() const {
  return state_->counts[static_cast<std::size_t>(DiskOp::kSync)];
}

std::uint64_t CrashDisk::truncates() const {
  return state_->counts[static_cast<std::size_t>(DiskOp::kTruncate)];
}

}  // namespace pl::store
