// What a JSON body of the platform's API must look like, and the complaints about one that does
// not, word for word as FastAPI with pydantic 2 writes them: it is what the platform is built with.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "sandbox/json.h"

namespace pl::sandbox {

enum class Kind {
  kText,
  kBoolean,
  kInteger,
  kNumber,
  kModel,       // an object whose keys are known
  kDictionary,  // an object of any keys
  kTexts,       // a list of texts
  kList,
};
enum class Need { kRequired, kOptional, kNullable };

struct Rule {
  const char* path;  // keys, split by "/"; the rules of an object stand before those of its keys
  Kind kind;
  Need need = Need::kNullable;
  std::int64_t least = INT64_MIN;           // of an integer
  std::int64_t most = INT64_MAX;            // of an integer, or the number of texts
  std::span<const char* const> words = {};  // the texts that are allowed; none: any
};

// Adds {"type", "loc", "msg", "input", "ctx"} to `detail` for everything in `object` that breaks a
// rule. `place` (a list) is where the object stands. What no rule names is passed over.
void check(const Json& object, std::span<const Rule> rules, const Json& place, Json& detail);

// What `text` says, or its complaints in `detail`: it is no JSON, no object, or breaks a rule.
Json read_body(std::string_view text, std::span<const Rule> rules, Json& detail);

// A value of a query, which is a text at first. Empty if it is none.
std::optional<std::int64_t> read_integer(const Json& value, const Rule& rule, const Json& place,
                                         Json& detail);

void complain(Json& detail, Json place, const char* type, const std::string& message,
              const Json& input);

}  // namespace pl::sandbox
