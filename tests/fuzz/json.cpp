// The JSON of everybody: what is read is written and read again without a change, and a second
// reader understands it the same way.
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "entry.h"
#include "wire/json.h"

namespace {

using pl::wire::Json;
using Second = nlohmann::json;

bool same(const Json& ours, const Second& theirs) {
  struct Compare {
    const Second& theirs;
    bool operator()(std::nullptr_t) const { return theirs.is_null(); }
    bool operator()(bool value) const { return theirs.is_boolean() && theirs == value; }
    bool operator()(std::int64_t value) const {
      return theirs.is_number_integer() && theirs == value;
    }
    bool operator()(double value) const {
      return theirs.is_number() && theirs.get<double>() == value;
    }
    bool operator()(const std::string& value) const {
      return theirs.is_string() && theirs == value;
    }
    bool operator()(const Json::List& list) const {
      if (!theirs.is_array() || theirs.size() != list.size()) return false;
      for (std::size_t i = 0; i < list.size(); ++i) {
        if (!same(list[i], theirs[i])) return false;
      }
      return true;
    }
    bool operator()(const Json::Members& members) const {
      if (!theirs.is_object() || theirs.size() != members.size()) return false;
      for (const auto& [key, value] : members) {
        if (!theirs.contains(key) || !same(value, theirs[key])) return false;
      }
      return true;
    }
  };
  return std::visit(Compare{theirs}, ours.value);
}

}  // namespace

void pl::fuzz::try_bytes(std::string_view bytes) {
  const auto read = wire::read_json(bytes, bytes.size());
  wire::Mended mended;
  const auto foreign = wire::read_foreign_json(bytes, bytes.size(), mended);
  // What is strict is read alike, and what was mended can be written.
  if (read)
    PL_CHECK(foreign && mended.notes().empty() &&
             wire::write_json(*foreign) == wire::write_json(*read));
  if (foreign && !read) {
    PL_CHECK(!mended.notes().empty());
    const std::string written = wire::write_json(*foreign);
    PL_CHECK(wire::read_json(written, written.size()).has_value());
  }
  if (!read) {
    PL_CHECK(read.error().code == Code::kInvalid && is_utf8(read.error().message));
    return;
  }
  PL_CHECK(is_utf8(bytes));
  PL_CHECK(same(*read, Second::parse(bytes, nullptr, false)));
  const std::string written = wire::write_json(*read);
  const auto again = wire::read_json(written, written.size());
  PL_CHECK(again.has_value());
  // But for -0.0, which is written as the whole number -0, and that is read as 0.
  const std::string second = wire::write_json(*again);
  PL_CHECK(second == written || written.find("-0") != std::string::npos);
  PL_CHECK(same(*again, Second::parse(written, nullptr, false)));
}
