// The lines this server answers for, now and since it was started: their files may be read again
// while calls go on.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "core/line.h"

namespace pl::engine {

// From any thread. What is handed out lives as long as this object, or for kLineKept after the
// lines were replaced.
class Lines {
 public:
  // Longer than any call, and than anybody looks at a line.
  static constexpr Millis kLineKept = std::chrono::hours(24);

  // kInvalid when two lines share a name, a number or an agent, or there is none.
  static Result<Lines> create(std::vector<core::Line> lines);
  Lines(Lines&&) noexcept;
  Lines& operator=(Lines&&) = delete;
  ~Lines();

  const std::vector<core::Line>& all() const;
  const core::Line* find(const core::LineName& name) const;

  // As the line was at that time: a call goes on with what it began with. The oldest that is still
  // kept, for a time before it.
  const core::Line* find(const core::LineName& name, UtcTime at) const;

  // The line that a pre-call webhook is about: by agent, else by number, else the first: a caller
  // is never hung up on because of a field we do not recognise.
  const core::Line& answering(std::string_view agent_id, std::string_view called_number) const;

  // The line meant by a request: the named one, or the only one.
  Result<const core::Line*> meant(const std::optional<core::LineName>& name) const;

  // kInvalid as create(), or when they are not the same lines by name: a line that is gone or
  // renamed would leave its callers to nobody.
  Result<void> may_become(const std::vector<core::Line>& lines) const;

  // May become them, and from `since` on does. One at a time; between two turns of the engine, so
  // that none sees both.
  void replace(std::vector<core::Line> lines, UtcTime since);

 private:
  struct History;
  explicit Lines(std::unique_ptr<History> history);
  std::unique_ptr<History> history_;
};

}  // namespace pl::engine
