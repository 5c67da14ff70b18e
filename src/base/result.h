// Errors as values. A code exists only where a caller reacts to it in its own way.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace pl {

enum class Code {
  kInvalid,       // the sender is wrong: say what and how to mend it; sending it again cannot help
  kUnauthorized,  // refuse, count
  kNotFound,      // create, or stop asking
  kConflict,      // something else happened first: read again and decide anew
  kUnavailable,   // nothing happened; try later
  kOutcomeUnknown,  // it may have happened: look it up; NEVER simply try again
  kCorrupt,         // stored bytes make no sense: stop using them, tell a person
  kInternal,        // our bug
};

// `message` is for the person who must act: what is wrong, which one, what to do. It never holds a
// phone number, a name, a token or a transcript, so it may be logged and shown as it is.
struct Error {
  Code code;
  std::string message;
  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
};

inline tl::unexpected<Error> fail(Code code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace pl

#define PL_JOIN_(a, b) a##b
#define PL_JOIN(a, b) PL_JOIN_(a, b)

// `PL_TRY(const auto caller, find(id));` names the value, or returns the error to our own caller.
#define PL_TRY(declaration, ...) PL_TRY_(PL_JOIN(pl_result_, __LINE__), declaration, __VA_ARGS__)
#define PL_TRY_(result, declaration, ...)                          \
  auto result = (__VA_ARGS__);                                     \
  if (!result) return ::tl::unexpected(std::move(result).error()); \
  declaration = *std::move(result)

// The same for a Result<void>.
#define PL_DO(...)                                         \
  do {                                                     \
    if (auto pl_done = (__VA_ARGS__); !pl_done)            \
      return ::tl::unexpected(std::move(pl_done).error()); \
  } while (false)
