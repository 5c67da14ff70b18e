#include "line/complaints.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>

#include "base/text.h"

namespace pl::line {
namespace {

// Goes one step along `way` and shortens it; null where the document has no such step.
const Node* step(const Node& from, std::string_view& way) {
  if (from.kind == Node::Kind::kList && way.starts_with('[')) {
    std::size_t index = 0;
    const char* const end = way.data() + way.size();
    const auto [rest, error] = std::from_chars(way.data() + 1, end, index);
    if (error != std::errc() || index >= from.children.size()) return nullptr;
    way.remove_prefix(static_cast<std::size_t>(rest - way.data()) + 1);
    return &from.children[index];
  }
  if (way.starts_with('.')) way.remove_prefix(1);
  if (from.kind != Node::Kind::kMap) return nullptr;
  for (const Node& next : from.children) {
    if (!way.starts_with(next.key)) continue;
    const std::string_view rest = way.substr(next.key.size());
    if (!rest.empty() && rest.front() != '.' && rest.front() != '[') continue;
    way = rest;
    return &next;
  }
  return nullptr;
}

// Keys and broken templates are quoted in complaints, whatever is in them.
std::string one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return text;
}

bool is_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

bool is_of_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' ||
         c == ':';
}

// A word by itself: ElevenLabs' keys ("sk_") and webhook secrets ("wsec_"), ours ("pl_", "whsec_"),
// a Telegram bot's token ("123456789:..."), Twilio's (32 hexadecimal digits) and the like.
bool looks_secret(std::string_view word) {
  const auto begins = [&](std::string_view prefix, std::size_t more) {
    return word.starts_with(prefix) && word.size() >= prefix.size() + more;
  };
  if (begins("sk_", 32) || begins("pl_", 32)) return is_hex(word.substr(3));
  if (begins("wsec_", 16) || begins("whsec_", 16) || begins("sk-", 20)) return true;
  const std::size_t colon = word.find(':');
  if (colon != std::string_view::npos) {
    return colon >= 6 && word.size() - colon > 30 &&
           std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(colon), is_digit);
  }
  return (word.size() == 32 || word.size() == 64) && is_hex(word);
}

}  // namespace

Spot child(const Spot& parent, const Node& node) {
  return {&node, parent.key.empty() ? node.key : parent.key + "." + node.key};
}

Spot item(const Spot& parent, std::size_t index) {
  return {&parent.node->children[index], fmt::format("{}[{}]", parent.key, index)};
}

void Complaints::at(const Spot& spot, std::string wrong, std::string remedy) {
  in_file(std::string(kLineFile), spot.node->line, spot.key, std::move(wrong), std::move(remedy));
}

void Complaints::at(const std::string& key, std::string wrong, std::string remedy) {
  const Node* deepest = &document_;
  std::string_view way = key;
  while (!way.empty()) {
    const Node* const next = step(*deepest, way);
    if (next == nullptr) break;
    deepest = next;
  }
  in_file(std::string(kLineFile), deepest->line, key, std::move(wrong), std::move(remedy));
}

void Complaints::missing(const Spot& holder, std::string_view key, std::string remedy) {
  const std::string path =
      holder.key.empty() ? std::string(key) : fmt::format("{}.{}", holder.key, key);
  in_file(std::string(kLineFile), holder.node->line, path, "missing", std::move(remedy));
}

void Complaints::in_file(const std::string& file, int line, const std::string& key,
                         std::string wrong, std::string remedy) {
  complaints_.push_back({file_name(folder_, file), line, one_line(key), one_line(std::move(wrong)),
                         std::move(remedy)});
}

bool Complaints::about(std::string_view key) const {
  return std::any_of(complaints_.begin(), complaints_.end(), [&](const Complaint& complaint) {
    const std::string_view at = complaint.key;
    return at.starts_with(key) &&
           (at.size() == key.size() || at[key.size()] == '.' || at[key.size()] == '[');
  });
}

std::vector<Complaint> Complaints::take() {
  std::stable_sort(complaints_.begin(), complaints_.end(),
                   [](const Complaint& a, const Complaint& b) {
                     return std::tie(a.file, a.line) < std::tie(b.file, b.line);
                   });
  return std::move(complaints_);
}

std::string file_name(const std::string& folder, std::string_view file) {
  if (folder.empty() || folder.ends_with('/')) return folder + std::string(file);
  return fmt::format("{}/{}", folder, file);
}

std::string shown(std::string_view text) {
  if (find_secret(text)) return "a text that looks like a secret";
  constexpr std::size_t kShown = 40;
  const std::string front = one_line(clip(text, kShown));
  return fmt::format("\"{}{}\"", front, front.size() < text.size() ? "..." : "");
}

bool has_secret_key(const Node& node) {
  if (node.kind != Node::Kind::kScalar) return false;
  const std::string key = lower_ascii(node.key);
  for (const std::string_view word : {"secret", "token", "api_key", "apikey", "password"}) {
    if (key.find(word) != std::string::npos) return true;
  }
  return false;
}

std::optional<std::size_t> find_secret(std::string_view text) {
  std::size_t start = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_of_word(text[at])) continue;
    if (looks_secret(text.substr(start, at - start))) return start;
    start = at + 1;
  }
  return std::nullopt;
}

}  // namespace pl::line
