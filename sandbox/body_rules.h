// What a JSON body of the platform's API must look like, and the complaints about one that does
// not, word for word as FastAPI with pydantic 2 writes them: it is what the platform is built with.
#pragma once

#include <cstdint>
#include <limits>
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
  kList,        // of objects
};
enum class Need { kRequired, kOptional, kNullable };

inline constexpr double kNoLeast = -std::numeric_limits<double>::infinity();
inline constexpr double kNoMost = std::numeric_limits<double>::infinity();

struct Rule {
  const char* path;  // keys, split by "/"; the rules of an object stand before those of its keys
  Kind kind;
  Need need = Need::kNullable;
  double least = kNoLeast;                  // of a number, or the characters of a text
  double most = kNoMost;                    // the same, or the elements of a list
  std::span<const char* const> words = {};  // the texts that are allowed; none: any
  std::span<const Rule> each = {};          // of each element of a list of objects

  constexpr Rule from(double the_least) const {
    Rule changed = *this;
    changed.least = the_least;
    return changed;
  }
  constexpr Rule to(double the_most) const {
    Rule changed = *this;
    changed.most = the_most;
    return changed;
  }
  constexpr Rule one_of(std::span<const char* const> some) const {
    Rule changed = *this;
    changed.words = some;
    return changed;
  }
  constexpr Rule of(std::span<const Rule> rules) const {
    Rule changed = *this;
    changed.each = rules;
    return changed;
  }
};

// Adds {"type", "loc", "msg", "input", "ctx"} to `detail` for everything in `object` that breaks a
// rule. `place` (a list) is where the object stands. What no rule names is passed over. A text or
// number that clearly means a value of the right kind ("true", 60.0) becomes that value.
void check(Json& object, std::span<const Rule> rules, const Json& place, Json& detail);

// What the body says, checked, or its complaints in `detail`: it is no JSON, no object, or breaks a
// rule. A body that is said to be anything but JSON is not read, as in FastAPI; one of which
// nothing is said is.
Json read_body(const net::Request& request, std::span<const Rule> rules, Json& detail);

// The values of the query that a rule names, checked: of the rule's kind and not text any more. Of
// a name that comes twice, the last counts, but for lists.
Json read_query(const net::Request& request, std::span<const Rule> rules, Json& detail);

void complain(Json& detail, Json place, const char* type, const std::string& message,
              const Json& input);

}  // namespace pl::sandbox
