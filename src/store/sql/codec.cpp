#include "store/sql/codec.h"

#include "store/sql/documents.h"

namespace pl::store {
namespace {

constexpr std::size_t kPlansKnown = 64;

}  // namespace

std::optional<core::Plan> plan_from(std::string_view json) {
  thread_local std::map<std::string, core::Plan, std::less<>> known;
  if (const auto found = known.find(json); found != known.end()) return found->second;
  auto plan = from_json<core::Plan>(json);
  if (!plan) return std::nullopt;
  if (known.size() == kPlansKnown) known.clear();
  known.emplace(json, *plan);
  return plan;
}

}  // namespace pl::store
