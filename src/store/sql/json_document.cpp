#include "store/sql/json_document.h"

#include "base/json_text.h"
#include "base/rapidjson.h"
#include "base/text.h"

namespace pl::store {
namespace {

// Depth is anybody's who writes to the file, and the stack is ours. No column holds more than four.
constexpr std::size_t kDepth = 8;

class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
 public:
  explicit Builder(std::vector<JsonValue>& values) : values_(values) {}

  // The names are the library's.
  bool Null() { return place(nullptr); }
  bool Bool(bool value) { return place(value); }
  bool RawNumber(const char* digits, std::size_t count, bool) {
    const std::string_view number(digits, count);
    if (const auto whole = json_integer(number)) return place(*whole);
    const auto real = json_real(number);
    return real && place(*real);
  }
  bool String(const char* text, std::size_t bytes, bool) {
    return place(std::string_view(text, bytes));
  }
  bool Key(const char* text, std::size_t bytes, bool) {
    key_ = {text, bytes};
    return true;
  }
  bool StartObject() { return open(JsonObject{}); }
  bool StartArray() { return open(JsonList{}); }
  bool EndObject(std::size_t members) {
    values_[open_.back()].is = JsonObject{members};
    return close();
  }
  bool EndArray(std::size_t) { return close(); }

 private:
  template <class T>
  bool place(T value) {
    values_.push_back({key_, value});
    key_ = {};
    return true;
  }
  template <class T>
  bool open(T value) {
    if (open_.size() == kDepth) return false;
    open_.push_back(values_.size());
    return place(value);
  }
  bool close() {
    values_[open_.back()].span = values_.size() - open_.back();
    open_.pop_back();
    return true;
  }

  std::vector<JsonValue>& values_;
  std::vector<std::size_t> open_;  // where in values_
  std::string_view key_;           // of the value that comes next
};

}  // namespace

JsonDocument::JsonDocument(std::string_view text) {
  // The library takes a NUL for the end, and believes that it is UTF-8.
  if (text.find('\0') != std::string_view::npos || !is_utf8(text)) return;
  bytes_ = json_in_place(text);
  rapidjson::InsituStringStream stream(bytes_.data());
  rapidjson::Reader reader;
  Builder builder(values_);
  constexpr unsigned kHow = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag;
  is_sound_ = !reader.Parse<kHow>(stream, builder).IsError();
}

}  // namespace pl::store
