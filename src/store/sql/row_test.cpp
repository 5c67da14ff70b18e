#include "store/sql/row.h"

#include <gtest/gtest.h>

#include "../../../tests/store_suite/rows.h"

namespace pl::store {
namespace {

struct Pair {
  int one;
  std::optional<std::string> two;
};

}  // namespace

template <>
struct Description<Pair> {
  static constexpr std::tuple members{member("one", &Pair::one), member("two", &Pair::two)};
};

namespace {

using store_suite::Random;

// A member that is forgotten in a description is found out while compiling.
static_assert(kWhollyDescribed<Pair>);
static_assert(!can_be_made_of<Pair>(std::make_index_sequence<3>()));
static_assert(can_be_made_of<core::Outreach>(std::make_index_sequence<28>()));
static_assert(!can_be_made_of<core::Outreach>(std::make_index_sequence<29>()));

// What the suite takes for every value of every member must be that.
template <class... Row>
void expect_every_word_drawn() {
  const auto expect = []<class One>(const One*) {
    Random random(1);
    std::set<std::string> drawn;
    std::set<std::string> every;
    for (int i = 0; i < 200; ++i) store_suite::add_words(drawn, "", random.any<One>());
    store_suite::add_every_word<One>(every, "");
    EXPECT_EQ(drawn, every) << Description<One>::table;
  };
  (expect(static_cast<const Row*>(nullptr)), ...);
}

TEST(RandomRows, HaveEveryWordOfEveryMember) {
  expect_every_word_drawn<core::Caller, core::Outreach, core::Call, core::TextMessage,
                          ports::InboxItem, PausedLine, core::Attention, ports::ApiKey,
                          ports::Delivery, ports::SetAside>();
}

TEST(Differences, NameEveryMemberThatDiffers) {
  Random random(2);
  auto one = random.any<core::Outreach>();
  core::Outreach other = one;
  EXPECT_EQ(store_suite::difference(one, other), "");
  one.state = core::OutreachState::kHeld;
  other.state = core::OutreachState::kWaiting;
  one.plan.ring = std::chrono::seconds(20);
  other.plan.ring = std::chrono::seconds(25);
  EXPECT_EQ(store_suite::difference(one, other),
            "ring_s: 20 and 25; state: 'held' and 'waiting'; ");
}

}  // namespace
}  // namespace pl::store
