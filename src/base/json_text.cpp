#include "base/json_text.h"

#include <charconv>
#include <cmath>
#include <iterator>
#include <utility>

#include "base/json_bytes.h"
#include "base/rapidjson.h"
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

// Of one list of scalars; anything else stops the reader.
class ItemCollector : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, ItemCollector> {
 public:
  explicit ItemCollector(std::vector<std::string>& items) : items_(items) {}

  bool StartArray() { return !std::exchange(in_list_, true); }
  bool StartObject() { return false; }
  bool Null() { return in_list_; }
  bool Bool(bool yes) { return take(yes ? "true" : "false"); }
  bool RawNumber(const char* digits, rapidjson::SizeType size, bool) {
    return take({digits, size});
  }
  bool String(const char* bytes, rapidjson::SizeType size, bool) { return take({bytes, size}); }

 private:
  bool take(std::string_view item) {
    if (in_list_) items_.emplace_back(item);
    return in_list_;
  }

  std::vector<std::string>& items_;
  bool in_list_ = false;
};

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

std::optional<std::vector<std::string>> json_list(std::string_view text) {
  // The library takes a NUL for the end, and believes that it is UTF-8.
  if (text.find('\0') != std::string_view::npos || !is_utf8(text)) return std::nullopt;
  std::string bytes = json_in_place(text);
  rapidjson::InsituStringStream stream(bytes.data());
  rapidjson::Reader reader;
  std::vector<std::string> items;
  ItemCollector collector(items);
  constexpr unsigned kHow = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag;
  if (reader.Parse<kHow>(stream, collector).IsError()) return std::nullopt;
  return items;
}

}  // namespace pl
