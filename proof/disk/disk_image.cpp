#include "disk/disk_image.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace pl::store {
namespace {

constexpr std::array<std::uint64_t, 2> kSectors{512, 4096};
constexpr std::uint64_t kTornOf = 8;  // sectors that are written, one is torn

}  // namespace

std::uint64_t DiskRandom::next() {
  std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15U;
  mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
  return mixed ^ (mixed >> 31U);
}

LossOdds::LossOdds(DiskRandom& random)
    : sector(kSectors[random.below(kSectors.size())]), kept(random.below(5)) {}

std::size_t FileImage::read(std::size_t offset, char* to, std::size_t size) const {
  const std::size_t there = offset < now_.size() ? std::min(size, now_.size() - offset) : 0;
  if (there > 0) std::memcpy(to, now_.data() + offset, there);
  std::fill(to + there, to + size, '\0');
  return there;
}

void FileImage::write(std::size_t offset, const char* bytes, std::size_t size) {
  if (size == 0) return;
  if (now_.size() < offset + size) now_.resize(offset + size);
  std::memcpy(now_.data() + offset, bytes, size);
  pending_.push_back({offset, size, pending_bytes_.size()});
  pending_bytes_.insert(pending_bytes_.end(), bytes, bytes + size);
}

void FileImage::truncate(std::size_t size) {
  now_.resize(size);
  pending_.push_back({size, 0, 0});
}

void FileImage::sync() {
  for (const Change& change : pending_) {
    if (change.size == 0) {
      durable_.resize(change.offset);
    } else {
      put_durable(change.offset, pending_bytes_.data() + change.bytes, change.size);
    }
  }
  durable_.resize(now_.size());
  forget_pending();
}

void FileImage::fail_sync(DiskRandom& random) {
  settle(random);
  doubtful_.insert(doubtful_.end(), pending_.begin(), pending_.end());
  forget_pending();
}

void FileImage::lose_power(DiskRandom& random) {
  settle(random);
  now_.resize(durable_.size());
  for (const Change& change : pending_) read_durable(change);
  for (const Change& change : doubtful_) read_durable(change);
  forget_pending();
  doubtful_.clear();
}

void FileImage::settle(DiskRandom& random) {
  const LossOdds odds(random);
  for (const Change& change : pending_) {
    if (change.size > 0) {
      settle_write(change, odds, random);
    } else if (random.below(4) < odds.kept) {
      durable_.resize(change.offset);
    }
  }
  // The new length may be there without what was written to it.
  if (durable_.size() < now_.size() && random.below(4) < odds.kept) {
    durable_.resize(durable_.size() + random.below(now_.size() - durable_.size() + 1));
  }
}

void FileImage::settle_write(const Change& change, const LossOdds& odds, DiskRandom& random) {
  const std::size_t end = change.offset + change.size;
  for (std::size_t at = change.offset; at < end;) {
    const std::size_t next = std::min<std::size_t>(end, (at / odds.sector + 1) * odds.sector);
    std::size_t kept = random.below(4) < odds.kept ? next - at : 0;
    if (kept > 0 && random.below(kTornOf) == 0) kept = random.below(kept);
    if (kept > 0) {
      put_durable(at, pending_bytes_.data() + change.bytes + (at - change.offset), kept);
    }
    at = next;
  }
}

void FileImage::put_durable(std::size_t offset, const char* bytes, std::size_t size) {
  if (durable_.size() < offset + size) durable_.resize(offset + size);
  std::memcpy(durable_.data() + offset, bytes, size);
}

void FileImage::forget_pending() {
  pending_.clear();
  pending_bytes_.clear();
}

void FileImage::read_durable(const Change& change) {
  // A file that was cut off may be longer again.
  const std::size_t wanted = change.size == 0 ? durable_.size() : change.offset + change.size;
  const std::size_t end = std::min(wanted, durable_.size());
  if (change.offset >= end) return;
  std::memcpy(now_.data() + change.offset, durable_.data() + change.offset, end - change.offset);
}

FolderImage::Entry FolderImage::find(const std::string& name) const {
  const auto found = now_.find(name);
  return found == now_.end() ? nullptr : found->second;
}

FolderImage::Entry FolderImage::create(const std::string& name) {
  Entry made = std::make_shared<FileImage>();
  now_[name] = made;
  pending_.emplace_back(name, made);
  return made;
}

bool FolderImage::remove(const std::string& name) {
  if (now_.erase(name) == 0) return false;
  pending_.emplace_back(name, nullptr);
  return true;
}

void FolderImage::sync() {
  for (auto& [name, entry] : pending_) enter(durable_, name, std::move(entry));
  pending_.clear();
}

void FolderImage::lose_power(DiskRandom& random) {
  for (auto& [name, entry] : pending_) {
    if (random.below(2) == 0) enter(durable_, name, std::move(entry));
  }
  pending_.clear();
  for (const auto& [name, entry] : durable_) entry->lose_power(random);
  now_ = durable_;
}

void FolderImage::enter(std::map<std::string, Entry>& entries, const std::string& name,
                        Entry entry) {
  if (entry) {
    entries[name] = std::move(entry);
  } else {
    entries.erase(name);
  }
}

}  // namespace pl::store
