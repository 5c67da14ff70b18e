#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "wire/json.h"
#include "wire/json_pointer.h"

namespace pl::wire {
namespace {

// Receives the values of one document. Open lists and objects stand on a stack and are moved into
// their parent when they end.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Json take() { return std::move(root_); }
  const std::string& fault() const { return fault_; }

  bool null() override { return place(Json{}); }
  bool boolean(bool value) override { return place(Json{value}); }
  bool number_integer(number_integer_t value) override { return place(Json{value}); }
  bool number_unsigned(number_unsigned_t value) override {
    if (std::in_range<std::int64_t>(value)) return place(Json{static_cast<std::int64_t>(value)});
    return place(Json{static_cast<double>(value)});
  }
  bool number_float(number_float_t value, const string_t&) override { return place(Json{value}); }
  bool string(string_t& value) override {
    if (value.find('\0') != std::string::npos) return refuse("holds a NUL character");
    return place(Json{std::move(value)});
  }
  bool binary(binary_t&) override { return refuse("is binary"); }

  bool start_object(std::size_t) override { return open(Json{Json::Members{}}); }
  bool start_array(std::size_t) override { return open(Json{Json::List{}}); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& value) override {
    Open& parent = open_.back();
    parent.key = std::move(value);
    if (parent.key.find('\0') != std::string::npos) return refuse("holds a NUL character");
    if (std::get<Json::Members>(parent.json.value).contains(parent.key)) {
      return refuse("is there twice");
    }
    return true;
  }

  // The library's own message repeats what it read, so only the place is kept.
  bool parse_error(std::size_t byte, const std::string&,
                   const nlohmann::json::exception&) override {
    fault_ = fmt::format("not JSON at byte {}", byte);
    return false;
  }

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
      std::get<Json::Members>(parent.json.value).emplace(std::move(parent.key), std::move(json));
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
};

}  // namespace

Result<Json> read_json(std::string_view text, std::size_t bytes_max) {
  if (text.size() > bytes_max) {
    return fail(Code::kInvalid, fmt::format("the document is longer than {} bytes", bytes_max));
  }
  // The library takes one between two tokens for the end of the text, whatever follows.
  if (const std::size_t at = text.find('\0'); at != std::string_view::npos) {
    return fail(Code::kInvalid, fmt::format("not JSON at byte {}", at + 1));
  }
  TreeBuilder builder;
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) {
    return fail(Code::kInvalid, builder.fault());
  }
  return builder.take();
}

}  // namespace pl::wire
