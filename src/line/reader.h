// Strict reading of values. Each function complains about what does not fit and returns nothing, so
// that decoding goes on and finds the next mistake.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "core/template.h"
#include "line/complaints.h"

namespace pl::line {

// What every part of the decoder needs. References outlive the decoding.
struct Context {
  const Sources& sources;
  Complaints& complaints;
};

// A map with a fixed set of keys. The keys that were asked for are the known ones; finish()
// complains about all the others.
class MapReader {
 public:
  // Complains if there is no map; every key is then silently absent.
  MapReader(Context& context, Spot spot);

  std::optional<Spot> take(std::string_view key);
  // Complains where the key is missing.
  std::optional<Spot> need(std::string_view key, std::string remedy);
  void finish();

  const Spot& spot() const { return spot_; }

 private:
  Context& context_;
  Spot spot_;
  bool is_map_;
  std::vector<std::string> known_;
};

// The entries of a map whose keys are names given by the author; doubled and ill-formed names and
// those after the first `max` are complained about.
enum class NameKind {
  kName,      // a-z, 0-9 and '-', at most 32
  kTool,      // letters, digits, '_' and '-', at most 64
  kField,     // a-z, 0-9 and '_', first a letter, at most 40
  kVariable,  // letters, digits and '_', at most 64, not one of the platform's or our own
};
std::vector<Spot> read_entries(Context& context, const Spot& spot, NameKind kind, std::size_t max);
bool check_name(Context& context, const Spot& spot, NameKind kind, std::string_view name);

// The items of a list. The second form also takes one value for a list of one.
std::vector<Spot> read_list(Context& context, const Spot& spot, std::size_t min, std::size_t max);
std::vector<Spot> read_one_or_list(Context& context, const Spot& spot, std::size_t max);

// One to `max` code points, without control characters; white space around it is dropped.
std::optional<std::string> read_text(Context& context, const Spot& spot, std::size_t max);
// The same, and it must already be one clean line: what core::clean would leave as it is.
std::optional<std::string> read_clean(Context& context, const Spot& spot, std::size_t max);
std::optional<core::Template> read_template(Context& context, const Spot& spot, std::size_t max);
// A name that stands as a value.
std::optional<std::string> read_name(Context& context, const Spot& spot, NameKind kind);
// Text in which a value that is exactly `${NAME}` is replaced from the environment.
std::optional<std::string> read_environment(Context& context, const Spot& spot);
// An id of the platform, plain or `${NAME}`.
std::optional<std::string> read_id(Context& context, const Spot& spot);

std::optional<std::int64_t> read_integer(Context& context, const Spot& spot, std::int64_t min,
                                         std::int64_t max);
std::optional<double> read_number(Context& context, const Spot& spot, double min, double max);
std::optional<bool> read_boolean(Context& context, const Spot& spot);
std::optional<Millis> read_duration(Context& context, const Spot& spot, Millis min, Millis max);

// The index in `words` of what stands there.
std::optional<std::size_t> read_word(Context& context, const Spot& spot,
                                     const std::vector<std::string>& words);

template <class Value>
std::optional<Value> read_choice(Context& context, const Spot& spot,
                                 const std::vector<std::pair<std::string, Value>>& choices) {
  std::vector<std::string> words;
  for (const auto& choice : choices) words.push_back(choice.first);
  const auto index = read_word(context, spot, words);
  if (!index) return std::nullopt;
  return choices[*index].second;
}

// An enumerator, by its word.
template <HasWords Enum>
std::optional<Enum> read_enum(Context& context, const Spot& spot) {
  std::vector<std::string> words;
  for (const Word<Enum>& word : kWords<Enum>) words.emplace_back(word.text);
  const auto index = read_word(context, spot, words);
  if (!index) return std::nullopt;
  return kEvery<Enum>[*index];
}

// Complains unless a scalar stands there.
bool is_scalar(Context& context, const Spot& spot, std::string_view wanted);

// "; did you mean `voice_id`?" or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace pl::line
