// The lines this server answers for.
#pragma once

#include <vector>

#include "base/result.h"
#include "core/line.h"

namespace pl::engine {

class Lines {
 public:
  // kInvalid when two lines share a name, a number or an agent, or there is none.
  static Result<Lines> create(std::vector<core::Line> lines);

  const std::vector<core::Line>& all() const { return lines_; }
  const core::Line* find(const core::LineName& name) const;

  // The line that a pre-call webhook is about: by agent, else by number, else the first: a caller
  // is never hung up on because of a field we do not recognise.
  const core::Line& answering(std::string_view agent_id, std::string_view called_number) const;

  // The line meant by a request: the named one, or the only one.
  Result<const core::Line*> meant(const std::optional<core::LineName>& name) const;

 private:
  explicit Lines(std::vector<core::Line> lines) : lines_(std::move(lines)) {}
  std::vector<core::Line> lines_;
};

}  // namespace pl::engine
