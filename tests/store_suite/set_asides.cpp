// Rows that are set aside: nothing of theirs is due or blocked before they are released.
#include <gtest/gtest.h>

#include "store_suite.h"

namespace pl::store_suite {
namespace in_set_asides {

using ports::RowKey;
using ports::SetAside;
using ports::Table;

void kept(StoreUnderTest& under) {
  const SetAside first{{Table::kCall, "call_1"}, from_ms(9), 1, "'; DROP TABLE call"};
  const SetAside again{first.row, from_ms(7), 2, "still"};
  const SetAside other{{Table::kOutreach, first.row.id}, from_ms(7), 1, ""};
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.put(first));
    PL_DO(tx.put(again));
    return tx.put(other);
  });
  const auto found = ask(under, [&](ports::Tx& tx) { return tx.set_aside(first.row); });
  ASSERT_TRUE(found);
  EXPECT_EQ(std::tuple(found->until, found->tries, found->reason),
            std::tuple(again.until, again.tries, again.reason));
  const auto due = [&](int ms, std::size_t limit) {
    std::vector<RowKey> rows;
    for (const SetAside& one :
         ask(under, [&](ports::Tx& tx) { return tx.due_set_asides(from_ms(ms), limit); })) {
      rows.push_back(one.row);
    }
    return rows;
  };
  EXPECT_EQ(due(6, 9), std::vector<RowKey>());
  EXPECT_EQ(due(7, 9), (std::vector<RowKey>{first.row, other.row}));
  EXPECT_EQ(due(7, 1), (std::vector<RowKey>{first.row}));
  EXPECT_EQ(ask(under, [](ports::Tx& tx) { return tx.next_due({}); }), from_ms(7));
  for (int twice = 0; twice < 2; ++twice) {
    must(under, [&](ports::Tx& tx) { return tx.release(first.row); });
  }
  EXPECT_FALSE(ask(under, [&](ports::Tx& tx) { return tx.set_aside(first.row); }));
  EXPECT_EQ(due(7, 9), (std::vector<RowKey>{other.row}));
}

// One row of every kind that can be due, each at 1 ms.
struct Due {
  explicit Due(Random& random)
      : caller(random.any<core::Caller>()),
        outreach(random_outreach(random, caller.id)),
        call(random_call(random, caller.id, outreach.id)),
        endpoint(random.any<ports::Endpoint>()),
        delivery(random_delivery(random, endpoint.id)),
        erasure(random.any<ports::Erasure>()),
        forgetting(random_forgetting(random, erasure.id)) {
    outreach.state = core::OutreachState::kWaiting;
    outreach.blocked = true;
    outreach.ask_at = from_ms(1);
    outreach.redo.reset();
    call.caller = caller.id;
    call.outreach = outreach.id;
    call.number = caller.number.number;
    call.ended_at = from_ms(1);
    call.lapses_at = from_ms(100);
    call.poll_at = from_ms(1);
    delivery.state = ports::DeliveryState::kPending;
    delivery.due = from_ms(1);
    forgetting.due = from_ms(1);
  }
  std::vector<RowKey> keys() const {
    return {{Table::kOutreach, outreach.id.text()},
            {Table::kCall, call.id.text()},
            {Table::kDelivery, delivery.id.text()},
            {Table::kForgetting, forgetting.conversation.text}};
  }

  core::Caller caller;
  core::Outreach outreach;
  core::Call call;
  ports::Endpoint endpoint;
  ports::Delivery delivery;
  ports::Erasure erasure;
  ports::Forgetting forgetting;
};

// How many answers each question about what is due has.
std::vector<std::size_t> answers(StoreUnderTest& under, const Due& rows) {
  std::vector<std::size_t> counts;
  must(under, [&](ports::Tx& tx) -> Result<void> {
    const auto count = [&](const auto& answer) -> Result<void> {
      PL_TRY(const auto found, answer);
      counts.push_back(found.size());
      return {};
    };
    PL_DO(count(tx.due_outreaches(from_ms(1), {}, 9)));
    PL_DO(count(tx.blocked_outreaches(rows.outreach.line, 9)));
    PL_DO(count(tx.blocked_outreaches(rows.caller.number.number, 9)));
    PL_DO(count(tx.due_polls(from_ms(1), 9)));
    PL_DO(count(tx.due_deliveries(from_ms(1), 9)));
    return count(tx.due_forgettings(from_ms(1), 9));
  });
  return counts;
}

void left_out(StoreUnderTest& under) {
  Random random(80);
  const Due rows(random);
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.insert(rows.caller));
    PL_DO(tx.insert(rows.outreach));
    PL_DO(tx.insert(rows.call));
    PL_DO(tx.insert(rows.endpoint));
    PL_DO(tx.insert(rows.delivery));
    PL_DO(tx.insert(rows.erasure));
    return tx.put(rows.forgetting);
  });
  const auto is_live = [&](int ms) {
    return ask(under, [&](ports::Tx& tx) {
      return tx.has_live_call(rows.caller.number.number, from_ms(ms));
    });
  };
  const auto next = [&] { return ask(under, [](ports::Tx& tx) { return tx.next_due({}); }); };
  EXPECT_EQ(answers(under, rows), (std::vector<std::size_t>{1, 1, 1, 1, 1, 1}));
  EXPECT_EQ(next(), from_ms(1));
  EXPECT_FALSE(is_live(50));
  must(under, [&](ports::Tx& tx) -> Result<void> {
    for (const RowKey& row : rows.keys()) PL_DO(tx.put(SetAside{row, from_ms(40), 1, "why"}));
    return {};
  });
  EXPECT_EQ(answers(under, rows), (std::vector<std::size_t>{0, 0, 0, 0, 0, 0}));
  EXPECT_EQ(next(), from_ms(40));
  EXPECT_TRUE(is_live(50));
  EXPECT_FALSE(is_live(100));
  must(under, [&](ports::Tx& tx) -> Result<void> {
    for (const RowKey& row : rows.keys()) PL_DO(tx.release(row));
    return {};
  });
  EXPECT_EQ(answers(under, rows), (std::vector<std::size_t>{1, 1, 1, 1, 1, 1}));
  EXPECT_EQ(next(), from_ms(1));
}

}  // namespace in_set_asides

std::vector<Case> set_asides() {
  using namespace in_set_asides;
  return {{"RowsThatAreSetAsideAreKept", false, kept},
          {"NothingIsDueOfARowThatIsSetAside", false, left_out}};
}

}  // namespace pl::store_suite
