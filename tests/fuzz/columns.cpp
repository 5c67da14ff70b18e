// The JSON in the columns of a database that somebody else has written to.
#include "entry.h"
#include "store/sqlite/codec.h"

namespace pl::fuzz {
namespace {

template <class Value>
void check(std::optional<Value> (*from)(std::string_view), std::string_view json) {
  const auto read = from(json);
  if (!read) return;
  const std::string written = store::to_json(*read);
  const auto again = from(written);
  PL_CHECK(again && store::to_json(*again) == written);
}

}  // namespace

void try_bytes(std::string_view bytes) {
  check(store::plan_from, bytes);
  check(store::initiation_from, bytes);
  check(store::transcript_from, bytes);
  check(store::profile_from, bytes);
  check(store::texts_from, bytes);
  check(store::counts_from, bytes);
  check(store::list_from, bytes);
  check(store::words_from, bytes);
  check(store::scopes_from, bytes);
}

}  // namespace pl::fuzz
