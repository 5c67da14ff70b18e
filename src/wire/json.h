// JSON from and to the outside. Reading is strict, because what two readers may understand
// differently is how checks are passed by: UTF-8, no key twice, no NUL, bounded size and depth.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace pl::wire {

inline constexpr std::size_t kJsonDepth = 32;
inline constexpr std::size_t kJsonValues = 1'000'000;  // in one document

struct Json {
  using List = std::vector<Json>;
  using Members = std::map<std::string, Json, std::less<>>;
  // An integer that does not fit is a double.
  using Value =
      std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, List, Members>;

  Value value = nullptr;
};

// kInvalid for anything that is not one strict JSON document of at most `bytes_max` bytes. No error
// of this header repeats a value: it names the place as a JSON pointer.
Result<Json> read_json(std::string_view text, std::size_t bytes_max);

// What was mended in a document of somebody else, or passed over: "NUL", "/metadata is not an
// object". Places and kinds alone, so it may be logged.
class Mended {
 public:
  static constexpr std::size_t kNotes = 10;

  void note(std::string_view what);  // once, and no more than kNotes
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  std::vector<std::string> notes_;
};

// The same of a document that somebody else wrote, who cannot mend it: what is no strict JSON is
// read as far as its meaning is plain. Replaced is what json_mend.h names, and a number out of
// range by null; of a key that is there twice the last counts, as with most other readers.
Result<Json> read_foreign_json(std::string_view text, std::size_t bytes_max, Mended& mended);

// Without white space, the keys in byte order: equal values give equal bytes. Bytes that are not
// UTF-8 are written as U+FFFD.
std::string write_json(const Json& json);

// The same for people: a line for each member, two columns deeper at each level, every line but the
// first after `margin` spaces.
std::string write_json_indented(const Json& json, std::size_t margin);

// A value and where it stands. Refers to its document, which must outlive it. In every function, a
// value of another type than asked for is kInvalid, and null counts as absent: the platform writes
// null for what it does not know.
//
// A view of a foreign document has `mended`, which must outlive it too: then a value of another
// type counts as absent and is noted, but for one that must be there; a number may come as a text
// of its digits, "12", and a whole number with a fraction, which is cut off.
class JsonView {
 public:
  explicit JsonView(const Json& document, Mended* mended = nullptr)
      : json_(&document), mended_(mended) {}

  const Json& json() const { return *json_; }
  // "/transcript/3/role"; "the document" at the root. Keys that may hold personal data show as "?".
  std::string where() const;
  bool is_object() const { return std::holds_alternative<Json::Members>(json_->value); }
  // Of a value that is not as it should be: noted in a foreign document, and else an error.
  Result<void> wrong(std::string_view what) const;

  Result<std::optional<JsonView>> find(std::string_view key) const;
  Result<std::optional<JsonView>> object(std::string_view key) const;
  Result<std::vector<JsonView>> list(std::string_view key) const;  // empty when absent
  Result<std::optional<std::string>> text(std::string_view key) const;
  Result<std::optional<bool>> flag(std::string_view key) const;
  Result<std::optional<std::int64_t>> integer(std::string_view key) const;
  Result<std::optional<double>> number(std::string_view key) const;  // integers too

  // A text that must be there, not empty and at most `bytes_max` bytes.
  Result<std::string> required_text(std::string_view key, std::size_t bytes_max) const;
  Result<JsonView> required_object(std::string_view key) const;

  JsonView element(std::size_t index, const Json& json) const;
  JsonView member(std::string_view key, const Json& json) const;

 private:
  JsonView(const Json& json, std::string pointer, Mended* mended)
      : json_(&json), pointer_(std::move(pointer)), mended_(mended) {}

  const Json* json_;
  std::string pointer_;
  Mended* mended_;
};

// Empty where there is no text at `key`.
std::string text_or_empty(const JsonView& view, std::string_view key);

// The error that `view` is wrong: "/metadata is not an object".
tl::unexpected<Error> fail_at(const JsonView& view, std::string_view what);

}  // namespace pl::wire
