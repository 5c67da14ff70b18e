#include "sim/journey/transcript.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "base/text.h"

namespace pl::sim {
namespace {

template <class Number = int>
std::optional<Number> number_of(std::string_view digits) {
  Number number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<StoreKind> store_from(std::string_view text) {
  for (const StoreKind kind : {StoreKind::kMemory, StoreKind::kSqlite, StoreKind::kCrashDisk}) {
    if (text_of(kind) == text) return kind;
  }
  return std::nullopt;
}

// The next word; a quoted part of it may hold spaces, and loses its quotes.
std::string take_word(std::string_view& text) {
  std::string word;
  bool in_quotes = false;
  while (!text.empty() && (in_quotes || text.front() != ' ')) {
    if (text.front() == '"') {
      in_quotes = !in_quotes;
    } else {
      word += text.front();
    }
    text.remove_prefix(1);
  }
  text = trim(text);
  return word;
}

void read_words(std::string_view text, std::vector<std::string>& words, Values& values) {
  text = trim(text);
  while (!text.empty()) {
    const std::string word = take_word(text);
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos) {
      words.push_back(word);
    } else {
      values[word.substr(0, equals)] = word.substr(equals + 1);
    }
  }
}

tl::unexpected<Error> wrong(int number, std::string_view what) {
  return fail(Code::kInvalid, fmt::format("line {}: {}", number, what));
}

class Parser {
 public:
  Result<Transcript> parse(std::string_view text) {
    for (const std::string& line : split(text, '\n')) {
      ++number_;
      PL_DO(take(line));
    }
    if (transcript_.line.empty()) return wrong(number_, "no \"line:\" above the first event");
    return std::move(transcript_);
  }

 private:
  Result<void> take(const std::string& line) {
    if (line.empty() || line.front() == '#') {
      above_ += line + "\n";
      return {};
    }
    if (line.rfind("line:", 0) == 0 || line.rfind("caller:", 0) == 0) return take_head(line);
    if (line.rfind("end ", 0) == 0) return {};
    std::string_view rest = line;
    const auto when = split(take_word(rest), '/');
    const auto at = when.empty() ? std::nullopt : parse_offset(when.front());
    const auto order = when.size() == 2 ? number_of(when.back()) : std::nullopt;
    const std::string direction = take_word(rest);
    if (!at || when.size() > 2 || order.has_value() != (when.size() == 2) ||
        (direction != "<" && direction != ">")) {
      return wrong(number_, "neither an event, nor a comment, nor a head");
    }
    if (direction == ">") return {};
    Fed fed{*at, order, {}, {}, above_ + line + "\n"};
    above_.clear();
    read_words(rest, fed.words, fed.values);
    if (fed.words.empty()) return wrong(number_, "nothing is fed in");
    if (!transcript_.fed.empty() && fed.at < transcript_.fed.back().at) {
      return wrong(number_, "earlier than the event above it");
    }
    transcript_.fed.push_back(std::move(fed));
    return {};
  }

  Result<void> take_head(const std::string& line) {
    std::vector<std::string> words;
    Values values;
    read_words(line, words, values);
    transcript_.head += above_ + line + "\n";
    above_.clear();
    if (words.size() < 2) return wrong(number_, "a name is missing");
    if (words[0] == "caller:") {
      transcript_.callers.push_back({words[1], std::move(values)});
      return {};
    }
    transcript_.line = words[1];
    if (!values.contains("start")) return wrong(number_, "start=2026-03-10T09:00:00Z is missing");
    for (const auto& [key, value] : values) {
      if (!set(key, value)) return wrong(number_, "cannot read " + key + "=" + value);
    }
    return {};
  }

  bool set(const std::string& key, const std::string& value) {
    Transcript& t = transcript_;
    if (key == "start") return take(t.start, parse_utc(value));
    if (key == "tick") return take(t.tick, parse_duration(value));
    if (key == "store") return take(t.store, store_from(value));
    if (key == "seed") return take(t.seed, number_of<std::uint64_t>(value));
    if (key == "simultaneous") return take(t.tweaks.simultaneous, number_of(value));
    if (key == "per-second") return take(t.tweaks.per_second, number_of(value));
    if (key == "per-hour") return take(t.tweaks.per_number_hour, number_of(value));
    if (key == "carrier") return take(t.carrier, std::optional(value == "yes"));
    if (key == "beyond-bounds") return take(t.beyond_bounds, std::optional(value == "yes"));
    return false;
  }
  template <class Value>
  static bool take(Value& into, const std::optional<Value>& read) {
    if (read) into = *read;
    return read.has_value();
  }

  int number_ = 0;
  std::string above_;
  Transcript transcript_;
};

}  // namespace

Result<Transcript> parse_transcript(std::string_view text) {
  return Parser().parse(text);
}

std::optional<Millis> parse_offset(std::string_view text) {
  const auto parts = split(text, ':');
  if (parts.size() != 3) return std::nullopt;
  const auto seconds_and_ms = split(parts[2], '.');
  const auto hours = number_of(parts[0]);
  const auto minutes = number_of(parts[1]);
  const auto seconds = number_of(seconds_and_ms[0]);
  const auto ms = seconds_and_ms.size() > 1 ? number_of(seconds_and_ms[1]) : std::optional(0);
  if (!hours || !minutes || !seconds || !ms) return std::nullopt;
  return std::chrono::hours(*hours) + std::chrono::minutes(*minutes) +
         std::chrono::seconds(*seconds) + Millis(*ms);
}

std::string format_offset(Millis since_start) {
  const auto ms = since_start.count();
  const auto seconds = ms / 1000;
  const std::string fraction = ms % 1000 == 0 ? "" : fmt::format(".{:03}", ms % 1000);
  return fmt::format("{:02}:{:02}:{:02}{}", seconds / 3600, seconds / 60 % 60, seconds % 60,
                     fraction);
}

std::string in_quotes(std::string_view text) {
  const bool plain = !text.empty() && text.find_first_of(" \"\n") == std::string_view::npos;
  if (plain) return std::string(text);
  std::string in_quotes = "\"";
  for (const char c : text) in_quotes += c == '"' ? '\'' : c == '\n' ? ' ' : c;
  return in_quotes + "\"";
}

std::vector<std::string> split(std::string_view text, char between) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(between);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

}  // namespace pl::sim
