#include "platforms/elevenlabs/mend_log.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "base/text.h"

namespace pl::platforms {
namespace {

constexpr std::size_t kRemembered = 10'000;

}  // namespace

void log_mended(std::string_view what, const wire::Mended& mended) {
  if (mended.notes().empty()) return;
  spdlog::warn("{} was read, but not as it stands: {}", what, join(mended.notes(), ", "));
}

// Once too many are known, some are told of again.
bool MendLog::is_first(std::string_view what, const core::ConversationId& id) {
  const Lock lock(mutex_);
  if (said_.size() >= kRemembered) said_.clear();
  return said_.insert(fmt::format("{} {}", what, id.text)).second;
}

void MendLog::mended(const core::ConversationId& id, const wire::Mended& mended) {
  if (mended.notes().empty() || !is_first("mended", id)) return;
  log_mended(fmt::format("conversation {}", id.text), mended);
}

void MendLog::unreadable(const core::ConversationId& id, const std::string& why) {
  if (is_first("unreadable", id)) spdlog::error("conversation {} cannot be read: {}", id.text, why);
}

}  // namespace pl::platforms
