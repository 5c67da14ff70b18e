// A habits file: how the people of a simulation behave, as YAML. docs/guides/habits.yaml is one
// that names every key with its default.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "line/load.h"
#include "sim/habits.h"

namespace pl::play {

using HabitsRead = tl::expected<sim::Habits, std::vector<line::Complaint>>;

// Keys that are left out keep their defaults. Everything that is wrong is said at once, ordered by
// line, in the manner of `partyline check`; `file` is the name it is said of.
HabitsRead read_habits(std::string_view bytes, const std::string& file,
                       const core::FindZone& find_zone);

HabitsRead load_habits(const std::filesystem::path& file, const core::FindZone& find_zone);

}  // namespace pl::play
