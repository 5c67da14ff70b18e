#include "wire/json_mend.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/json_bytes.h"
#include "base/text.h"

namespace pl::wire {
namespace {

constexpr std::string_view kReplacement = "\\ufffd";
constexpr std::size_t kUnit = 6;  // "\u0041"

bool is_out_of_range(std::string_view number) {
  double value = 0;
  const char* const end = number.data() + number.size();
  const auto read = std::from_chars(number.data(), end, value);
  return read.ec == std::errc::result_out_of_range && read.ptr == end;
}

class Mender {
 public:
  Mender(std::string_view text, Mended& mended) : text_(text), mended_(mended) {}

  std::string run() {
    out_.reserve(text_.size());
    while (!text_.empty()) in_string_ ? go_on_in_string() : go_on_outside();
    return std::move(out_);
  }

 private:
  void copy(std::size_t bytes) {
    out_ += text_.substr(0, bytes);
    text_.remove_prefix(std::min(bytes, text_.size()));
  }

  void replace(std::size_t bytes, std::string_view by, std::string_view what) {
    out_ += by;
    text_.remove_prefix(std::min(bytes, text_.size()));
    mended_.note(what);
  }

  void go_on_outside() {
    constexpr std::string_view kBlank = "\t\n\r";
    for (const std::string_view word : {"NaN", "Infinity", "-NaN", "-Infinity"}) {
      if (text_.starts_with(word)) return replace(word.size(), "null", "NaN or infinity");
    }
    const std::size_t number = std::min(text_.find_first_not_of("+-.0123456789eE"), text_.size());
    if (is_out_of_range(text_.substr(0, number))) {
      return replace(number, "null", "a number out of range");
    }
    if (number > 0) return copy(number);
    const char c = text_.front();
    in_string_ = c == '"';
    if (!is_control(c) || kBlank.find(c) != std::string_view::npos) return copy(1);
    replace(1, " ", "a control character");
  }

  void go_on_in_string() {
    copy(unescaped_prefix(text_));
    if (text_.empty()) return;
    if (text_.front() == '"') {
      in_string_ = false;
      return copy(1);
    }
    if (text_.front() == '\\') return escape();
    const bool nul = text_.front() == '\0';
    replace(1, nul ? kReplacement : " ", nul ? "NUL" : "a control character");
  }

  // The code unit that an escape at the front of `text` writes.
  static std::optional<unsigned> unit(std::string_view text) {
    if (text.size() < kUnit || !text.starts_with("\\u")) return std::nullopt;
    unsigned value = 0;
    for (const char c : text.substr(2, 4)) {
      const std::size_t digit = std::string_view("0123456789abcdef").find(lower_ascii({&c, 1}));
      if (digit == std::string_view::npos) return std::nullopt;
      value = value * 16 + static_cast<unsigned>(digit);
    }
    return value;
  }

  void escape() {
    constexpr std::string_view kEscapes = "\"\\/bfnrt";
    const auto is_half = [](std::optional<unsigned> value, unsigned from) {
      return value && *value >= from && *value < from + 0x400;
    };
    if (text_.size() < 2 || kEscapes.find(text_[1]) != std::string_view::npos) return copy(2);
    const auto value = unit(text_);
    if (!value) return replace(1, "", "an escape that is none");
    if (*value == 0) return replace(kUnit, kReplacement, "NUL");
    if (is_half(value, 0xD800) && is_half(unit(text_.substr(kUnit)), 0xDC00)) {
      return copy(2 * kUnit);
    }
    if (*value < 0xD800 || *value >= 0xE000) return copy(kUnit);
    replace(kUnit, kReplacement, "half a surrogate pair");
  }

  std::string_view text_;  // what is left
  Mended& mended_;
  std::string out_;
  bool in_string_ = false;
};

}  // namespace

std::string mend_json(std::string_view text, Mended& mended) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) {
    text.remove_prefix(kByteOrderMark.size());
    mended.note("a byte order mark");
  }
  if (is_utf8(text)) return Mender(text, mended).run();
  mended.note("bytes that are not UTF-8");
  return Mender(to_utf8(code_points(text)), mended).run();
}

}  // namespace pl::wire
