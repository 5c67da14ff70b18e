#include "store/memory/memory_tx.h"

#include <fmt/format.h>

namespace pl::store {

tl::unexpected<Error> MemoryTx::absent(const char* what) {
  return fail(Code::kNotFound, fmt::format("the store has no such {}", what));
}

tl::unexpected<Error> MemoryTx::taken(const char* why) {
  Error error{Code::kConflict, fmt::format("memory store: {}", why)};
  if (!spoilt_) spoilt_ = error;
  return tl::unexpected(std::move(error));
}

tl::unexpected<Error> MemoryTx::belongs_to_nothing(const char* what) {
  Error error{Code::kInternal, fmt::format("memory store: there is no such {}", what)};
  if (!spoilt_) spoilt_ = error;
  return tl::unexpected(std::move(error));
}

}  // namespace pl::store
