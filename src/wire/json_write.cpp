#include <optional>

#include "base/json_text.h"
#include "wire/json.h"

namespace pl::wire {
namespace {

struct Writer;
void write(const Writer& writer, const Json& json);

struct Writer {
  std::string& out;
  std::optional<std::size_t> margin = {};  // empty: all on one line

  Writer deeper() const { return {out, margin ? std::optional(*margin + 2) : std::nullopt}; }
  void new_line() const {
    if (margin) out.append(1, '\n').append(*margin, ' ');
  }

  void operator()(std::nullptr_t) const { out += "null"; }
  void operator()(bool value) const { out += value ? "true" : "false"; }
  void operator()(std::int64_t value) const { append_json(out, value); }
  void operator()(double value) const { append_json(out, value); }
  void operator()(const std::string& value) const { append_json(out, value); }
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
      append_json(out, key);
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
