#include "core/template.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace pl::core {
namespace {

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.';
  });
}

std::optional<std::string_view> value_of(const Variables& variables, const std::string& name) {
  const auto found = variables.find(name);
  if (found == variables.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

}  // namespace

Result<Template> Template::parse(std::string_view text) {
  Template parsed;
  parsed.source_ = std::string(text);
  while (!text.empty()) {
    const std::size_t open = text.find("{{");
    const std::string_view literal = text.substr(0, open);
    if (literal.find("}}") != std::string_view::npos) {
      return fail(Code::kInvalid, "\"}}\" without \"{{\" before it");
    }
    if (!literal.empty()) parsed.pieces_.push_back({false, std::string(literal)});
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find("}}", open);
    if (close == std::string_view::npos) {
      return fail(Code::kInvalid, "\"{{\" without \"}}\" after it");
    }
    const std::string_view name = trim(text.substr(open + 2, close - open - 2));
    if (!is_name(name)) {
      return fail(Code::kInvalid,
                  fmt::format("\"{{{{{}}}}}\" is not a variable name; use letters, digits, _ and .",
                              clip(name, 40)));
    }
    parsed.pieces_.push_back({true, std::string(name)});
    text.remove_prefix(close + 2);
  }
  return parsed;
}

std::string Template::render(const Variables& variables, std::string_view absent) const {
  std::string text;
  for (const Piece& piece : pieces_) {
    text += piece.is_variable ? value_of(variables, piece.text).value_or(absent) : piece.text;
  }
  return text;
}

std::optional<std::string> Template::unfilled(const Variables& variables) const {
  for (const Piece& piece : pieces_) {
    if (piece.is_variable && !value_of(variables, piece.text)) return piece.text;
  }
  return std::nullopt;
}

std::size_t Template::uses() const {
  return static_cast<std::size_t>(
      std::count_if(pieces_.begin(), pieces_.end(), [](const Piece& p) { return p.is_variable; }));
}

std::vector<std::string> Template::names() const {
  std::vector<std::string> names;
  for (const Piece& piece : pieces_) {
    if (piece.is_variable && std::find(names.begin(), names.end(), piece.text) == names.end()) {
      names.push_back(piece.text);
    }
  }
  return names;
}

}  // namespace pl::core
