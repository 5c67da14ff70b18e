// A JSON document as the codec reads it: in one array, a value before the values inside it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pl::store {

struct JsonList {};
struct JsonObject {
  std::size_t members = 0;
};

struct JsonValue {
  std::string_view key;  // empty outside an object
  // A number that is no int64 is a double.
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string_view, JsonList, JsonObject>
      is;
  std::size_t span = 1;  // values, with those inside it

  class Iterator {
   public:
    explicit Iterator(const JsonValue* at) : at_(at) {}
    const JsonValue& operator*() const { return *at_; }
    Iterator& operator++() {
      at_ += at_->span;
      return *this;
    }
    friend bool operator==(Iterator, Iterator) = default;

   private:
    const JsonValue* at_;
  };
  // What is inside it, and not what is inside that.
  Iterator begin() const { return Iterator(this + 1); }
  Iterator end() const { return Iterator(this + span); }
};

// Not to be copied: its texts lie in its bytes.
class JsonDocument {
 public:
  // Look at root() only where the text was one document, and no deeper than a few levels.
  explicit JsonDocument(std::string_view text);
  JsonDocument(const JsonDocument&) = delete;
  JsonDocument& operator=(const JsonDocument&) = delete;

  bool is_sound() const { return is_sound_; }
  const JsonValue& root() const { return values_.front(); }

 private:
  std::string bytes_;
  std::vector<JsonValue> values_;
  bool is_sound_ = false;
};

}  // namespace pl::store
