// Which scene the people of a directory would meet under a line folder, decided here by the same
// routing as in a call.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/session.h"
#include "core/route.h"

namespace pl::cli {

// Somebody who may phone in.
struct Visitor {
  std::string id;                           // of a known caller; empty for a kind of caller
  std::string shown;                        // the number, or "a stranger"
  std::optional<core::Caller> caller;       // empty for somebody whom the line does not know
  std::optional<core::SceneName> promised;  // of the outreach that a call would fulfil
};

enum class Numbers { kMasked, kWhole };

// A caller of `GET /v1/callers`.
Result<Visitor> read_visitor(const wire::JsonView& caller, Numbers numbers);
// Nobody in particular: a stranger, then a caller in each of `stages`.
std::vector<Visitor> kinds_of_visitor(const std::vector<core::Stage>& stages);

struct Meeting {
  std::string scene;
  std::string why;  // "stage: closed (line.yaml:214)", "an open outreach promises it"
  friend bool operator==(const Meeting& a, const Meeting& b) { return a.scene == b.scene; }
};
Meeting meet(const core::Line& line, const Visitor& visitor);

std::string stage_of(const Visitor& visitor);  // empty for a stranger

wire::Json as_json(const Visitor& visitor);  // {"id", "who", "stage"}
wire::Json as_json(const Meeting& meeting);  // {"scene", "why"}

// Gives every caller of the line to `take`, newest first. kNotFound if the server has no such line.
Result<void> each_caller(const Session& session, const core::LineName& line, Numbers numbers,
                         const std::function<void(const Visitor&)>& take);

}  // namespace pl::cli
