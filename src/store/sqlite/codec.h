// The JSON in some columns: what is read and written whole, and never searched. Its shape is part
// of the schema: reading wants exactly the keys that writing gives, so changing it is a migration.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/aspect.h"
#include "core/line.h"
#include "core/override.h"
#include "core/profile.h"
#include "core/report.h"
#include "ports/access.h"

namespace pl::store {

// Bytes that are not UTF-8 are written as U+FFFD.
std::string to_json(const core::Plan& plan);
std::string to_json(const core::Initiation& initiation);
std::string to_json(const std::vector<core::Turn>& transcript);
std::string to_json(const core::Profile& profile);
std::string to_json(const std::map<std::string, std::string>& texts);
std::string to_json(const std::map<std::string, std::int64_t>& counts);
std::string to_json(const std::vector<std::string>& list);
std::string to_json(const std::set<std::string>& words);
std::string to_json(const std::set<ports::Scope>& scopes);
std::string to_json(const std::set<core::Aspect>& aspects);

// Empty for anything that is not what to_json() writes.
std::optional<core::Plan> plan_from(std::string_view json);
std::optional<core::Initiation> initiation_from(std::string_view json);
std::optional<std::vector<core::Turn>> transcript_from(std::string_view json);
std::optional<core::Profile> profile_from(std::string_view json);
std::optional<std::map<std::string, std::string>> texts_from(std::string_view json);
std::optional<std::map<std::string, std::int64_t>> counts_from(std::string_view json);
std::optional<std::vector<std::string>> list_from(std::string_view json);
std::optional<std::set<std::string>> words_from(std::string_view json);
std::optional<std::set<ports::Scope>> scopes_from(std::string_view json);
std::optional<std::set<core::Aspect>> aspects_from(std::string_view json);

}  // namespace pl::store
