#include "base/json_text.h"

#include <charconv>
#include <cmath>
#include <iterator>

#include "base/json_bytes.h"
#include "base/text.h"

namespace pl {
namespace {

void append_escape(std::string& out, char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
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

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  while (true) {
    const std::size_t plain = unescaped_prefix(text);
    out += text.substr(0, plain);
    if (plain == text.size()) break;
    append_escape(out, text[plain]);
    text.remove_prefix(plain + 1);
  }
  out += '"';
}

template <class Number>
void append_digits(std::string& out, Number number) {
  char digits[32];
  out.append(digits, std::to_chars(std::begin(digits), std::end(digits), number).ptr);
}

template <class Number>
std::optional<Number> number_from(std::string_view digits) {
  Number number{};
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
  if (is_utf8(text)) {
    append_quoted(out, text);
  } else {
    append_quoted(out, to_utf8(code_points(text)));
  }
}

void append_json(std::string& out, std::int64_t number) {
  append_digits(out, number);
}

void append_json(std::string& out, double number) {
  if (std::isfinite(number)) {
    append_digits(out, number);
  } else {
    out += "null";
  }
}

std::optional<std::int64_t> json_integer(std::string_view number) {
  return number_from<std::int64_t>(number);
}

std::optional<double> json_real(std::string_view number) {
  return number_from<double>(number);
}

}  // namespace pl
