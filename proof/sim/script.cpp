#include "sim/script.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>

#include "base/text.h"

namespace pl::sim {
namespace {

// "4s", "-1h": a duration that may be negative.
std::string format_span(Millis span) {
  return span < Millis(0) ? "-" + format_duration(-span) : format_duration(span);
}

std::optional<Millis> parse_span(std::string_view text) {
  if (!text.starts_with('-')) return parse_duration(text);
  const auto span = parse_duration(text.substr(1));
  return span ? std::optional(-*span) : std::nullopt;
}

std::optional<int> parse_int(std::string_view text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

template <class Enum>
std::optional<Enum> enum_from(std::string_view text) {
  for (int value = 0; value == 0 || !text_of(static_cast<Enum>(value)).empty(); ++value) {
    if (text_of(static_cast<Enum>(value)) == text) return static_cast<Enum>(value);
  }
  return std::nullopt;
}

auto key_of(const Fact& fact) {
  return std::tuple(fact.verb, fact.caller, fact.nth, fact.step);
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (true) {
    const auto begin = line.find_first_not_of(' ');
    if (begin == std::string_view::npos) return words;
    line.remove_prefix(begin);
    const auto end = std::min(line.find(' '), line.size());
    words.push_back(line.substr(0, end));
    line.remove_prefix(end);
  }
}

// "3", "3.1", "3.1.2"
bool parse_whose(std::string_view text, Fact& fact) {
  int* const parts[] = {&fact.caller, &fact.nth, &fact.step};
  for (int* part : parts) {
    const auto dot = std::min(text.find('.'), text.size());
    const auto number = parse_int(text.substr(0, dot));
    if (!number) return false;
    *part = *number;
    if (dot == text.size()) return true;
    text.remove_prefix(dot + 1);
  }
  return false;
}

bool parse_setting(std::string_view word, Fact& fact) {
  const auto equals = word.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string_view key = word.substr(0, equals);
  const std::string_view value = word.substr(equals + 1);
  if (key == "count") {
    const auto number = parse_int(value);
    if (number) fact.count = *number;
    return number.has_value();
  }
  const auto span = parse_span(value);
  if (!span || (key != "at" && key != "for")) return false;
  (key == "at" ? fact.at : fact.length) = *span;
  return true;
}

std::optional<Fact> parse_fact(const std::vector<std::string_view>& words) {
  Fact fact;
  const auto verb = enum_from<Verb>(words.front());
  if (!verb || words.size() < 2) return std::nullopt;
  fact.verb = *verb;
  std::size_t next = 1;
  const char first = words[1].front();
  if (first >= '0' && first <= '9') {
    if (!parse_whose(words[next++], fact) || words.size() < 3) return std::nullopt;
  }
  const auto how = enum_from<How>(words[next++]);
  if (!how) return std::nullopt;
  fact.how = *how;
  for (; next < words.size(); ++next) {
    if (!parse_setting(words[next], fact)) return std::nullopt;
  }
  return fact;
}

std::optional<Person> parse_person(const std::vector<std::string_view>& words) {
  if (words.size() < 3) return std::nullopt;
  Person person{std::string(words[1]), std::string(words[2]), false, false, false, false};
  for (std::size_t i = 3; i < words.size(); ++i) {
    if (words[i] == "zone-known") person.zone_known = true;
    if (words[i] == "voice") person.voice = true;
    if (words[i] == "text") person.text = true;
    if (words[i] == "telegram") person.telegram = true;
  }
  return person;
}

bool parse_world(const std::vector<std::string_view>& words, Script& script) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto equals = std::min(words[i].find('='), words[i].size());
    const std::string_view key = words[i].substr(0, equals);
    const std::string_view value =
        equals < words[i].size() ? words[i].substr(equals + 1) : std::string_view();
    if (key == "seed") {
      std::from_chars(value.data(), value.data() + value.size(), script.seed);
    } else if (key == "start" && parse_utc(value)) {
      script.start = *parse_utc(value);
    } else if (key == "store" && enum_from<StoreKind>(value)) {
      script.store = *enum_from<StoreKind>(value);
    } else if (key == "heals" && parse_duration(value)) {
      script.heals = *parse_duration(value);
    } else if (key == "pace" && parse_duration(value)) {
      script.pace = *parse_duration(value);
    } else if (key == "simultaneous" && parse_int(value)) {
      script.tweaks.simultaneous = *parse_int(value);
    } else if (key == "per-second" && parse_int(value)) {
      script.tweaks.per_second = *parse_int(value);
    } else if (key == "per-hour" && parse_int(value)) {
      script.tweaks.per_number_hour = *parse_int(value);
    } else if (key == "beyond-bounds") {
      script.beyond_bounds = true;
    } else if (key == "carrier") {
      script.carrier = true;
    } else if (key == "platform-retries") {
      script.platform_retries = true;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

std::string format(const Fact& fact) {
  std::string text(text_of(fact.verb));
  if (fact.caller != 0 || fact.nth != 0 || fact.step != 0) {
    text += fmt::format(" {}", fact.caller);
    if (fact.nth != 0 || fact.step != 0) text += fmt::format(".{}", fact.nth);
    if (fact.step != 0) text += fmt::format(".{}", fact.step);
  }
  text += fmt::format(" {}", text_of(fact.how));
  if (fact.at != Millis(0)) text += " at=" + format_span(fact.at);
  if (fact.length != Millis(0)) text += " for=" + format_span(fact.length);
  if (fact.count != 0) text += fmt::format(" count={}", fact.count);
  return text;
}

std::string format(const Script& script) {
  std::string text =
      fmt::format("world seed={} start={} store={} heals={}", script.seed, format_utc(script.start),
                  text_of(script.store), format_duration(script.heals));
  const Tweaks& tweaks = script.tweaks;
  if (tweaks.simultaneous != 0) text += fmt::format(" simultaneous={}", tweaks.simultaneous);
  if (tweaks.per_second != 0) text += fmt::format(" per-second={}", tweaks.per_second);
  if (tweaks.per_number_hour != 0) text += fmt::format(" per-hour={}", tweaks.per_number_hour);
  if (script.pace != Script().pace) text += " pace=" + format_duration(script.pace);
  if (script.beyond_bounds) text += " beyond-bounds";
  if (script.carrier) text += " carrier";
  if (script.platform_retries) text += " platform-retries";
  text += "\n";
  for (const Person& person : script.people) {
    text += fmt::format("person {} {}{}{}{}{}\n", person.number, person.zone,
                        person.zone_known ? " zone-known" : "", person.voice ? " voice" : "",
                        person.text ? " text" : "", person.telegram ? " telegram" : "");
  }
  for (const Fact& fact : script.facts) text += format(fact) + "\n";
  return text;
}

Result<Script> parse_script(std::string_view text) {
  Script script;
  for (int number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto words = words_of(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (words.empty() || words.front().starts_with('#')) continue;
    bool read = false;
    if (words.front() == "world") {
      read = parse_world(words, script);
    } else if (words.front() == "person") {
      if (auto person = parse_person(words)) {
        script.people.push_back(*std::move(person));
        read = true;
      }
    } else if (auto fact = parse_fact(words)) {
      script.facts.push_back(*fact);
      read = true;
    }
    if (!read) return fail(Code::kInvalid, fmt::format("line {}: not a line of a script", number));
  }
  return script;
}

Facts::Facts(const Script& script) : sorted_(script.facts) {
  std::stable_sort(sorted_.begin(), sorted_.end(),
                   [](const Fact& a, const Fact& b) { return key_of(a) < key_of(b); });
}

const Fact* Facts::find(Verb verb, int caller, int nth, int step) const {
  const auto key = std::tuple(verb, caller, nth, step);
  const auto found =
      std::lower_bound(sorted_.begin(), sorted_.end(), key,
                       [](const Fact& fact, const auto& wanted) { return key_of(fact) < wanted; });
  return found != sorted_.end() && key_of(*found) == key ? &*found : nullptr;
}

}  // namespace pl::sim
