#include <fmt/format.h>

#include <utility>

#include "base/json_bytes.h"
#include "base/json_text.h"
#include "base/rapidjson.h"
#include "base/text.h"
#include "wire/json.h"
#include "wire/json_mend.h"
#include "wire/json_pointer.h"

namespace pl::wire {
namespace {

// Receives the values of one document. Open lists and objects stand on a stack and are moved into
// their parent when they end.
class TreeBuilder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, TreeBuilder> {
 public:
  // With `mended`, a key that is there twice is noted; without, it is refused.
  explicit TreeBuilder(Mended* mended) : mended_(mended) {}

  Json take() { return std::move(root_); }
  const std::string& fault() const { return fault_; }

  // The names are the library's.
  bool Null() { return place(Json{}); }
  bool Bool(bool value) { return place(Json{value}); }
  bool RawNumber(const char* digits, std::size_t count, bool) {
    const std::string_view number(digits, count);
    if (const auto whole = json_integer(number)) return place(Json{*whole});
    const auto real = json_real(number);
    return real ? place(Json{*real}) : refuse("is a number out of range");
  }
  bool String(const char* text, std::size_t bytes, bool) {
    const std::string_view value(text, bytes);
    return is_plain(value) && place(Json{std::string(value)});
  }
  bool Key(const char* text, std::size_t bytes, bool) {
    Open& parent = open_.back();
    parent.key.assign(text, bytes);
    if (!is_plain(parent.key)) return false;
    if (std::get<Json::Members>(parent.json.value).contains(parent.key)) {
      refuse("is there twice");
      if (mended_ != nullptr) mended_->note(fault_);
      return mended_ != nullptr;
    }
    return true;
  }

  bool StartObject() { return open(Json{Json::Members{}}); }
  bool StartArray() { return open(Json{Json::List{}}); }
  bool EndObject(std::size_t) { return close(); }
  bool EndArray(std::size_t) { return close(); }

 private:
  struct Open {
    Json json;
    std::string key;  // of the member that comes next, where json is an object
  };

  bool open(Json json) {
    if (open_.size() >= kJsonDepth) return refuse("is nested too deeply");
    if (!count()) return false;
    open_.push_back({std::move(json), {}});
    return true;
  }

  bool close() {
    Json done = std::move(open_.back().json);
    open_.pop_back();
    attach(std::move(done));
    return true;
  }

  bool place(Json json) {
    if (!count()) return false;
    attach(std::move(json));
    return true;
  }

  // An escape can write what may not stand in the text itself.
  bool is_plain(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) return refuse("holds a NUL character");
    return is_utf8(text) || refuse("holds half a surrogate pair");
  }

  bool count() { return ++values_ <= kJsonValues || refuse("is one value too many"); }

  void attach(Json json) {
    if (open_.empty()) {
      root_ = std::move(json);
      return;
    }
    Open& parent = open_.back();
    if (auto* list = std::get_if<Json::List>(&parent.json.value)) {
      list->push_back(std::move(json));
    } else {
      // Many writers sort their keys, and then it is the last one.
      auto& members = std::get<Json::Members>(parent.json.value);
      members.insert_or_assign(members.end(), std::move(parent.key), std::move(json));
    }
  }

  bool refuse(std::string_view what) {
    std::string pointer;
    for (const Open& parent : open_) {
      if (const auto* list = std::get_if<Json::List>(&parent.json.value)) {
        append_index(pointer, list->size());
      } else {
        append_key(pointer, parent.key);
      }
    }
    fault_ = fmt::format("{} {}", show_pointer(pointer), what);
    return false;
  }

  Json root_;
  std::vector<Open> open_;
  std::size_t values_ = 0;
  std::string fault_;
  Mended* const mended_;
};

// Where the first control character stands that is no white space. No JSON text holds one, but the
// library takes a NUL for the end of the text, whatever follows, and sixteen bytes at a time it
// overlooks 0x1a to 0x1f.
std::size_t find_control(std::string_view text) {
  constexpr std::string_view kSpace = "\t\n\r";
  std::size_t at = unescaped_prefix(text);
  while (at < text.size()) {
    if (is_control(text[at]) && kSpace.find(text[at]) == std::string_view::npos) break;
    ++at;
    at += unescaped_prefix(text.substr(at));
  }
  return at;
}

Result<Json> read(std::string_view text, std::size_t bytes_max, Mended* mended) {
  const auto not_json = [](std::size_t at) {
    return fail(Code::kInvalid, fmt::format("not JSON at byte {}", at + 1));
  };
  if (text.size() > bytes_max) {
    return fail(Code::kInvalid, fmt::format("the document is longer than {} bytes", bytes_max));
  }
  if (const std::size_t at = find_control(text); at != text.size()) return not_json(at);
  // The library believes that it is.
  if (const std::size_t at = utf8_prefix(text); at != text.size()) return not_json(at);
  std::string bytes = json_in_place(text);
  rapidjson::InsituStringStream stream(bytes.data());
  rapidjson::Reader reader;
  TreeBuilder builder(mended);
  constexpr unsigned kHow = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag;
  const rapidjson::ParseResult parsed = reader.Parse<kHow>(stream, builder);
  if (parsed.Code() == rapidjson::kParseErrorTermination) {
    return fail(Code::kInvalid, builder.fault());
  }
  if (parsed.IsError()) return not_json(parsed.Offset());
  return builder.take();
}

}  // namespace

Result<Json> read_json(std::string_view text, std::size_t bytes_max) {
  return read(text, bytes_max, nullptr);
}

// Most documents are as they should be, and are not copied to be mended.
Result<Json> read_foreign_json(std::string_view text, std::size_t bytes_max, Mended& mended) {
  auto strict = read_json(text, bytes_max);
  if (strict || text.size() > bytes_max) return strict;
  const std::string better = mend_json(text, mended);
  return read(better, better.size(), &mended);
}

}  // namespace pl::wire
