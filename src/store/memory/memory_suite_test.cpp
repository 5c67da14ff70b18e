// The suite of every store, run for the one in memory. A crash takes its queue alone, so the cases
// that reopen are for it too.
#include <gtest/gtest.h>

#include "../../../tests/store_suite/store_suite.h"
#include "store/memory/memory_store.h"

namespace pl::store {
namespace {

using store_suite::Case;

class MemoryUnderTest final : public store_suite::StoreUnderTest {
 public:
  MemoryStore& store() override { return store_; }
  void drain() override {
    while (store_.run_queued()) {
    }
  }
  void reopen() override { store_.forget_queue(); }

 private:
  MemoryStore store_;
};

class Memory : public ::testing::TestWithParam<Case> {};

TEST_P(Memory, Behaves) {
  MemoryUnderTest under;
  GetParam().run(under);
}

std::string memory_case_name(const ::testing::TestParamInfo<Case>& info) {
  return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Suite, Memory, ::testing::ValuesIn(store_suite::every_case()),
                         memory_case_name);

}  // namespace
}  // namespace pl::store
