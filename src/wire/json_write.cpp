#include <charconv>
#include <cmath>

#include "base/text.h"
#include "wire/json.h"

namespace pl::wire {
namespace {

void write(std::string& out, const Json& json);

void write_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          const auto byte = static_cast<unsigned char>(c);
          out += "\\u00";
          out += kDigits[byte >> 4U];
          out += kDigits[byte & 0xFU];
        } else {
          out += c;
        }
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
    out += '[';
    for (const Json& item : list) {
      if (&item != &list.front()) out += ',';
      write(out, item);
    }
    out += ']';
  }
  void operator()(const Json::Members& members) const {
    char before = '{';
    for (const auto& [key, value] : members) {
      out += before;
      before = ',';
      write_text(out, key);
      out += ':';
      write(out, value);
    }
    if (members.empty()) out += '{';
    out += '}';
  }
};

void write(std::string& out, const Json& json) {
  std::visit(Writer{out}, json.value);
}

}  // namespace

std::string write_json(const Json& json) {
  std::string out;
  write(out, json);
  return out;
}

}  // namespace pl::wire
