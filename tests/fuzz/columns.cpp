// The JSON in the columns of a database that somebody else has written to.
#include "entry.h"
#include "store/sql/codec.h"
#include "store/sql/rows.h"

namespace pl::fuzz {
namespace {

template <class... Values>
void check(std::string_view json) {
  const auto check_one = [](auto read, auto from) {
    if (!read) return;
    const std::string written = store::to_json(*read);
    const auto again = from(written);
    PL_CHECK(again && store::to_json(*again) == written);
  };
  (check_one(store::from_json<Values>(json), store::from_json<Values>), ...);
}

}  // namespace

void try_bytes(std::string_view bytes) {
  check<core::Plan, core::Initiation, std::vector<core::Turn>, core::Profile,
        std::map<std::string, std::string>, std::map<std::string, std::int64_t>,
        std::vector<std::string>, std::set<std::string>, std::set<ports::Scope>,
        std::set<core::Aspect>>(bytes);
}

}  // namespace pl::fuzz
