#include <charconv>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "wire/json.h"
#include "wire/json_bytes.h"

namespace pl::wire {
namespace {

struct Writer;
void write(const Writer& writer, const Json& json);

void write_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += '"';
  while (true) {
    const std::size_t plain = unescaped_prefix(text);
    out += text.substr(0, plain);
    if (plain == text.size()) break;
    const char c = text[plain];
    text.remove_prefix(plain + 1);
    out += '\\';
    switch (c) {
      case '"':
      case '\\':
        out += c;
        break;
      case '\n':
        out += 'n';
        break;
      case '\r':
        out += 'r';
        break;
      case '\t':
        out += 't';
        break;
      default:
        const auto byte = static_cast<unsigned char>(c);
        out += "u00";
        out += kDigits[byte >> 4U];
        out += kDigits[byte & 0xFU];
    }
  }
  out += '"';
}

void write_text(std::string& out, const std::string& text) {
  if (is_utf8(text)) {
    write_escaped(out, text);
  } else {
    write_escaped(out, to_utf8(code_points(text)));
  }
}

template <class Number>
void write_number(std::string& out, Number number) {
  char digits[32];
  out.append(digits, std::to_chars(std::begin(digits), std::end(digits), number).ptr);
}

struct Writer {
  std::string& out;
  std::optional<std::size_t> margin = {};  // empty: all on one line

  Writer deeper() const { return {out, margin ? std::optional(*margin + 2) : std::nullopt}; }
  void new_line() const {
    if (margin) out.append(1, '\n').append(*margin, ' ');
  }

  void operator()(std::nullptr_t) const { out += "null"; }
  void operator()(bool value) const { out += value ? "true" : "false"; }
  void operator()(std::int64_t value) const { write_number(out, value); }
  void operator()(double value) const {
    // JSON has no word for infinity.
    if (std::isfinite(value)) {
      write_number(out, value);
    } else {
      out += "null";
    }
  }
  void operator()(const std::string& value) const { write_text(out, value); }
  void operator()(const Json::List& list) const {
    const Writer inner = deeper();
    out += '[';
    for (const Json& item : list) {
      if (&item != &list.front()) out += ',';
      inner.new_line();
      write(inner, item);
    }
    if (!list.empty()) new_line();
    out += ']';
  }
  void operator()(const Json::Members& members) const {
    const Writer inner = deeper();
    char before = '{';
    for (const auto& [key, value] : members) {
      out += before;
      before = ',';
      inner.new_line();
      write_text(out, key);
      out += margin ? ": " : ":";
      write(inner, value);
    }
    if (members.empty()) {
      out += '{';
    } else {
      new_line();
    }
    out += '}';
  }
};

void write(const Writer& writer, const Json& json) {
  std::visit(writer, json.value);
}

}  // namespace

std::string write_json(const Json& json) {
  std::string out;
  write(Writer{out}, json);
  return out;
}

std::string write_json_indented(const Json& json, std::size_t margin) {
  std::string out;
  write(Writer{out, margin}, json);
  return out;
}

}  // namespace pl::wire
