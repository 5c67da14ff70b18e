#include "engine/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>

#include "base/check.h"
#include "base/text.h"
#include "locks/mutex.h"

namespace pl::engine {
namespace {

Result<void> check_apart(const std::vector<core::Line>& lines) {
  if (lines.empty()) return fail(Code::kInvalid, "no line; give one with --line FOLDER");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool clash = lines[i].name == lines[j].name || lines[i].number == lines[j].number ||
                         lines[i].agent_id == lines[j].agent_id;
      if (clash) {
        return fail(Code::kInvalid,
                    fmt::format("lines \"{}\" and \"{}\" share a name, a number or an agent; each "
                                "line needs its own",
                                lines[j].name.text, lines[i].name.text));
      }
    }
  }
  return {};
}

const core::Line* named(const std::vector<core::Line>& lines, const core::LineName& name) {
  for (const core::Line& line : lines) {
    if (line.name == name) return &line;
  }
  return nullptr;
}

}  // namespace

struct Lines::History {
  struct Version {
    std::vector<core::Line> lines;
    UtcTime since;
  };
  explicit History(std::vector<core::Line> lines) {
    versions.push_back(std::make_unique<Version>(Version{std::move(lines), UtcTime::min()}));
    newest = versions.back().get();
  }

  std::atomic<const Version*> newest;
  Mutex mutex;
  // Oldest first, never empty.
  std::vector<std::unique_ptr<const Version>> versions PL_GUARDED_BY(mutex);
};

Lines::Lines(std::unique_ptr<History> history) : history_(std::move(history)) {}
Lines::Lines(Lines&&) noexcept = default;
Lines::~Lines() = default;

Result<Lines> Lines::create(std::vector<core::Line> lines) {
  PL_DO(check_apart(lines));
  return Lines(std::make_unique<History>(std::move(lines)));
}

const std::vector<core::Line>& Lines::all() const {
  return history_->newest.load()->lines;
}

const core::Line* Lines::find(const core::LineName& name) const {
  return named(all(), name);
}

const core::Line* Lines::find(const core::LineName& name, UtcTime at) const {
  History& history = *history_;
  const History::Version* newest = history.newest.load();
  if (newest->since <= at) return named(newest->lines, name);
  const Lock lock(history.mutex);
  auto found = std::find_if(history.versions.rbegin(), history.versions.rend(),
                            [&](const auto& version) { return version->since <= at; });
  if (found == history.versions.rend()) --found;
  return named((*found)->lines, name);
}

const core::Line& Lines::answering(std::string_view agent_id,
                                   std::string_view called_number) const {
  const std::vector<core::Line>& lines = all();
  for (const core::Line& line : lines) {
    if (line.agent_id == agent_id) return line;
  }
  for (const core::Line& line : lines) {
    if (line.number.e164() == called_number) return line;
  }
  return lines.front();
}

Result<const core::Line*> Lines::meant(const std::optional<core::LineName>& name) const {
  const std::vector<core::Line>& lines = all();
  std::vector<std::string> names;
  for (const core::Line& line : lines) names.push_back(line.name.text);
  if (!name) {
    if (lines.size() == 1) return &lines.front();
    return fail(Code::kInvalid, "line: say which one: " + join(names, ", "));
  }
  const core::Line* found = named(lines, *name);
  if (found == nullptr) {
    return fail(Code::kNotFound, "line: no such line; there is " + join(names, ", "));
  }
  return found;
}

Result<void> Lines::may_become(const std::vector<core::Line>& lines) const {
  PL_DO(check_apart(lines));
  for (const core::Line& line : all()) {
    if (named(lines, line.name) != nullptr) continue;
    return fail(Code::kInvalid, fmt::format("line \"{}\" is gone, or has another name; callers "
                                            "belong to it: restart the server if it is meant",
                                            line.name.text));
  }
  return {};
}

void Lines::replace(std::vector<core::Line> lines, UtcTime since) {
  PL_CHECK(may_become(lines));
  const Lock lock(history_->mutex);
  auto& versions = history_->versions;
  versions.push_back(std::make_unique<History::Version>(History::Version{std::move(lines), since}));
  history_->newest = versions.back().get();
  while (versions.size() > 1 && versions[1]->since + kLineKept < since) {
    versions.erase(versions.begin());
  }
}

}  // namespace pl::engine
