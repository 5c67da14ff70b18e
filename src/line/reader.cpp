#include "line/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "core/caller_text.h"

namespace pl::line {
namespace {

constexpr std::size_t kIdBytes = 100;

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= kIdBytes &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  std::string_view("_-.:@/").find(c) != std::string_view::npos;
         });
}

// NAME of a text that is `${NAME}`; empty for any other.
std::string_view variable_of(std::string_view text) {
  if (!text.starts_with("${") || !text.ends_with('}') || text.size() < 4) return {};
  return text.substr(2, text.size() - 3);
}

// The number at the front and the back of a plain scalar; empty if there is anything else.
template <class Number>
std::optional<Number> number_in(const Node& node) {
  if (node.kind != Node::Kind::kScalar || node.quoted) return std::nullopt;
  Number number{};
  const char* const end = node.text.data() + node.text.size();
  const auto [rest, error] = std::from_chars(node.text.data(), end, number);
  if (error != std::errc() || rest != end) return std::nullopt;
  return number;
}

std::string quotes_hint(const Node& node) {
  return node.quoted ? " without quotes" : "";
}

}  // namespace

bool is_scalar(Context& context, const Spot& spot, std::string_view wanted) {
  if (spot.node->kind == Node::Kind::kScalar) return true;
  context.complaints.at(spot, fmt::format("is {}", kind_name(spot.node->kind)),
                        fmt::format("write {}", wanted));
  return false;
}

std::optional<std::string> read_text(Context& context, const Spot& spot, std::size_t max) {
  if (!is_scalar(context, spot, "a text")) return std::nullopt;
  const std::string_view text = trim(spot.node->text);
  if (text.empty()) {
    context.complaints.at(spot, "is empty", "write a text");
    return std::nullopt;
  }
  if (const std::size_t size = code_points(text).size(); size > max) {
    context.complaints.at(spot, fmt::format("has {} characters", size),
                          fmt::format("write at most {}", max));
    return std::nullopt;
  }
  // YAML's escapes can bring in what the bytes of the file do not hold.
  const auto is_control = [](char32_t c) {
    return (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0xFFFD;
  };
  const std::u32string points = code_points(text);
  if (std::any_of(points.begin(), points.end(), is_control)) {
    context.complaints.at(spot, "there is a control character", "remove it");
    return std::nullopt;
  }
  return std::string(text);
}

std::optional<std::string> read_clean(Context& context, const Spot& spot, std::size_t max) {
  auto text = read_text(context, spot, max);
  if (text && core::clean(*text, max) != *text) {
    context.complaints.at(
        spot, "has a line break, a brace or another character that prompts give a meaning",
        "write one line without { } < > ` and without doubled spaces");
    return std::nullopt;
  }
  return text;
}

std::optional<core::Template> read_template(Context& context, const Spot& spot, std::size_t max) {
  const auto text = read_text(context, spot, max);
  if (!text) return std::nullopt;
  auto parsed = core::Template::parse(*text);
  if (!parsed) {
    context.complaints.at(spot, parsed.error().message, "write variables as {{name}}");
    return std::nullopt;
  }
  return *std::move(parsed);
}

std::optional<std::string> read_name(Context& context, const Spot& spot, NameKind kind) {
  if (!is_scalar(context, spot, "a name")) return std::nullopt;
  if (!check_name(context, spot, kind, spot.node->text)) return std::nullopt;
  return spot.node->text;
}

std::optional<std::string> read_environment(Context& context, const Spot& spot) {
  if (!is_scalar(context, spot, "a text")) return std::nullopt;
  if (find_secret(spot.node->text)) return std::nullopt;  // complained about already
  const std::string_view name = variable_of(spot.node->text);
  if (name.empty()) return spot.node->text;
  auto value = context.sources.environment(std::string(name));
  if (!value || value->empty()) {
    context.complaints.at(spot,
                          fmt::format("the environment variable {} is not set", clip(name, 60)),
                          "set it before the start, or write the value here");
    return std::nullopt;
  }
  return value;
}

std::optional<std::string> read_id(Context& context, const Spot& spot) {
  const auto id = read_environment(context, spot);
  if (!id || is_id(*id)) return id;
  const std::string_view name = variable_of(spot.node->text);
  // What an environment variable holds may be private: it is not repeated.
  context.complaints.at(
      spot,
      name.empty() ? fmt::format("{} is not an id", shown(*id))
                   : fmt::format("the environment variable {} does not hold an id", clip(name, 60)),
      "copy the id from the ElevenLabs dashboard, or write ${NAME} of an environment variable");
  return std::nullopt;
}

std::optional<std::int64_t> read_integer(Context& context, const Spot& spot, std::int64_t min,
                                         std::int64_t max) {
  const auto number = number_in<std::int64_t>(*spot.node);
  if (number && *number >= min && *number <= max) return number;
  if (number || is_scalar(context, spot, fmt::format("a whole number from {} to {}", min, max))) {
    context.complaints.at(
        spot,
        number ? fmt::format("{} is out of range", *number)
               : fmt::format("{} is not a whole number", shown(spot.node->text)),
        fmt::format("write a whole number from {} to {}{}", min, max, quotes_hint(*spot.node)));
  }
  return std::nullopt;
}

std::optional<double> read_number(Context& context, const Spot& spot, double min, double max) {
  const auto number = number_in<double>(*spot.node);
  if (number && *number >= min && *number <= max) return number;
  if (number || is_scalar(context, spot, fmt::format("a number from {:g} to {:g}", min, max))) {
    context.complaints.at(
        spot,
        number ? fmt::format("{:g} is out of range", *number)
               : fmt::format("{} is not a number", shown(spot.node->text)),
        fmt::format("write a number from {:g} to {:g}{}", min, max, quotes_hint(*spot.node)));
  }
  return std::nullopt;
}

std::optional<bool> read_boolean(Context& context, const Spot& spot) {
  if (!is_scalar(context, spot, "true or false")) return std::nullopt;
  if (!spot.node->quoted && spot.node->text == "true") return true;
  if (!spot.node->quoted && spot.node->text == "false") return false;
  context.complaints.at(spot, fmt::format("{} is neither true nor false", shown(spot.node->text)),
                        "write true or false" + quotes_hint(*spot.node));
  return std::nullopt;
}

std::optional<Millis> read_duration(Context& context, const Spot& spot, Millis min, Millis max) {
  const std::string remedy =
      fmt::format("write a length of time from {} to {}, such as 30s, 10m or 4h",
                  format_duration(min), format_duration(max));
  if (!is_scalar(context, spot, "a length of time, such as 30s, 10m or 4h")) return std::nullopt;
  const auto length = parse_duration(spot.node->text);
  if (length && *length >= min && *length <= max) return length;
  context.complaints.at(spot,
                        length ? fmt::format("{} is out of range", format_duration(*length))
                               : fmt::format("{} is not a length of time", shown(spot.node->text)),
                        remedy);
  return std::nullopt;
}

std::optional<std::size_t> read_word(Context& context, const Spot& spot,
                                     const std::vector<std::string>& words) {
  const std::string remedy =
      words.size() == 1 ? "write " + words.front() : "write one of " + join(words, ", ");
  if (spot.node->kind != Node::Kind::kScalar) {
    context.complaints.at(spot, fmt::format("is {}", kind_name(spot.node->kind)), remedy);
    return std::nullopt;
  }
  const auto found = std::find(words.begin(), words.end(), spot.node->text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  context.complaints.at(spot, fmt::format("{} is not known here", shown(spot.node->text)),
                        remedy + did_you_mean(spot.node->text, words));
  return std::nullopt;
}

}  // namespace pl::line
