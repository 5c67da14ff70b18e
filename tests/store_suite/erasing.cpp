// A caller is erased: all of theirs goes, nothing of anybody else's does, and a receipt stays.
#include <gtest/gtest.h>

#include <algorithm>

#include "person.h"
#include "store_suite.h"

namespace pl::store_suite {
namespace in_erasing {

using core::ConversationId;

// How many of their rows are there, and as they were.
int rows_of(const Person& person, StoreUnderTest& under) {
  int count = 0;
  must(under, [&](ports::Tx& tx) -> Result<void> {
    const auto add = [&count](const auto& found, const auto& row) {
      if (found && same(*found, row)) ++count;
    };
    PL_TRY(const auto found, tx.caller(person.caller.id));
    add(found, person.caller);
    PL_TRY(const auto found_outreach, tx.outreach(person.outreach.id));
    add(found_outreach, person.outreach);
    PL_TRY(const auto found_call, tx.call(person.call.id));
    add(found_call, person.call);
    PL_TRY(const auto found_initiation, tx.initiation(person.call.id));
    add(found_initiation, person.initiation);
    PL_TRY(const auto found_text, tx.text(person.text.id));
    add(found_text, person.text);
    PL_TRY(const auto found_effect, tx.tool_effect(person.call.id));
    add(found_effect, person.effect);
    PL_TRY(const auto found_answer, tx.kept_answer(person.answer.asked_with, person.answer.key));
    add(found_answer, person.answer);
    PL_TRY(const auto found_delivery, tx.delivery(person.delivery.id));
    add(found_delivery, person.delivery);
    return {};
  });
  return count;
}

constexpr int kRowsOfAPerson = 8;  // that can be asked for; the inbox item is the ninth

struct World {
  World(StoreUnderTest& under, Random& random)
      : endpoint(random.any<ports::Endpoint>()),
        ann(random, "ann", endpoint.id),
        bea(random, "bea", endpoint.id) {
    // The rows of both meet: Bea's outreach does one of Ann's again, and awaits her call.
    bea.outreach.redo = ann.outreach.id;
    bea.outreach.awaits = ann.call.id;
    must(under, [&](ports::Tx& tx) -> Result<void> {
      PL_DO(tx.insert(endpoint));
      PL_DO(ann.insert(tx));
      PL_DO(bea.insert(tx));
      return tx.append({.line = {"line"}, .kind = "said", .caller = ann.caller.id});
    });
  }

  ports::Endpoint endpoint;
  Person ann;
  Person bea;
};

ports::Erased erase(StoreUnderTest& under, const core::CallerId& id) {
  return ask(under, [&](ports::Tx& tx) { return tx.erase(id); });
}

void everything(StoreUnderTest& under) {
  Random random(80);
  World world(under, random);
  const ports::Erased erased = erase(under, world.ann.caller.id);
  const std::map<std::string, std::int64_t> rows{
      {"call", 1},         {"call_content", 1}, {"call_initiation", 1}, {"caller", 1},
      {"delivery", 1},     {"inbox", 1},        {"kept_answer", 1},     {"outreach", 1},
      {"text_message", 1}, {"tool_effect", 1}};
  EXPECT_EQ(erased.rows, rows);
  EXPECT_EQ(erased.conversations, std::vector{ConversationId{"conv ann"}});
  EXPECT_EQ(rows_of(world.ann, under), 0);
  world.bea.outreach.redo.reset();
  EXPECT_EQ(rows_of(world.bea, under), kRowsOfAPerson);
  const auto parked = [&](const char* conversation) {
    return ask(under, [&](ports::Tx& tx) { return tx.take_parked({conversation}); }).size();
  };
  EXPECT_EQ(parked("conv ann"), 0U);
  EXPECT_EQ(parked("conv bea"), 1U);
  const auto journal = ask(under, [](ports::Tx& tx) { return tx.journal(0, 10); });
  ASSERT_EQ(journal.size(), 1U);
  EXPECT_EQ(journal.front().caller, world.ann.caller.id);
  // Their number, conversation and channel id are free again.
  must(under, [&](ports::Tx& tx) { return world.ann.insert(tx); });
  EXPECT_EQ(rows_of(world.ann, under), kRowsOfAPerson);
}

void undone(StoreUnderTest& under) {
  Random random(81);
  const World world(under, random);
  const Result<void> result = run(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.take_parked({"conv bea"}));
    PL_DO(tx.take_parked({"conv ann"}));
    PL_DO(tx.erase(world.ann.caller.id));
    PL_DO(world.ann.insert(tx));
    PL_DO(tx.erase(world.bea.caller.id));
    return fail(Code::kInvalid, "after all");
  });
  EXPECT_FALSE(result);
  EXPECT_EQ(rows_of(world.ann, under), kRowsOfAPerson);
  EXPECT_EQ(rows_of(world.bea, under), kRowsOfAPerson);
  for (const char* conversation : {"conv ann", "conv bea"}) {
    const auto parked = ask(under, [&](ports::Tx& tx) { return tx.take_parked({conversation}); });
    EXPECT_EQ(parked.size(), 1U);
  }
}

// Calls from a number that was theirs, made by somebody who was nobody yet.
void strangers(StoreUnderTest& under) {
  Random random(82);
  World world(under, random);
  const auto stranger = [&](const core::PhoneNumber& number, const core::LineName& line) {
    core::Call call = random_call(random, world.ann.caller.id, world.ann.outreach.id);
    call.direction = core::Direction::kInbound;
    call.caller.reset();
    call.outreach.reset();
    call.line = line;
    call.number = number;
    must(under, [&](ports::Tx& tx) { return tx.insert(call); });
    return call.id;
  };
  const core::PhoneNumber now = world.ann.caller.number.number;
  const core::PhoneNumber earlier = *world.ann.call.number;
  const core::PhoneNumber beas = world.bea.caller.number.number;
  // Ann was once called at what is Bea's number today.
  core::Call shared = random_call(random, world.ann.caller.id, world.ann.outreach.id);
  shared.caller = world.ann.caller.id;
  shared.outreach.reset();
  shared.number = beas;
  shared.direction = core::Direction::kInbound;
  must(under, [&](ports::Tx& tx) { return tx.insert(shared); });

  const std::vector<core::CallId> gone{stranger(now, {"line"}), stranger(earlier, {"line"}),
                                       world.ann.call.id, shared.id};
  const std::vector<core::CallId> left{stranger(now, {"other line"}), stranger(beas, {"line"}),
                                       stranger(random.number(), {"line"}), world.bea.call.id};
  EXPECT_EQ(erase(under, world.ann.caller.id).rows.at("call"), 4);
  const auto is_there = [&](const core::CallId& id) {
    return ask(under, [&](ports::Tx& tx) { return tx.call(id); }).has_value();
  };
  for (const core::CallId& id : gone) EXPECT_FALSE(is_there(id)) << id.text();
  for (const core::CallId& id : left) EXPECT_TRUE(is_there(id)) << id.text();
}

void nobody(StoreUnderTest& under) {
  Random random(83);
  const World world(under, random);
  const auto erase_ann = [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.erase(world.ann.caller.id));
    return {};
  };
  must(under, erase_ann);
  const Result<void> result = run(under, erase_ann);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, Code::kNotFound);
}

void receipts(StoreUnderTest& under) {
  Random random(84);
  const ports::Erasure erasure = random.any<ports::Erasure>();
  std::vector<ports::Forgetting> forgettings;
  for (int i = 0; i < 30; ++i) {
    forgettings.push_back(random_forgetting(random, erasure.id));
    if (forgettings.back().due) forgettings.back().due = from_ms(static_cast<int>(random.below(9)));
  }
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.insert(erasure));
    for (ports::Forgetting one : forgettings) {
      PL_DO(tx.put(one));
      one.due = from_ms(-5);
      PL_DO(tx.put(one));
    }
    for (const ports::Forgetting& one : forgettings) PL_DO(tx.put(one));
    return {};
  });
  const auto found = ask(under, [&](ports::Tx& tx) { return tx.erasure(erasure.id); });
  EXPECT_EQ(difference(found, erasure), "");
  const auto equal = [](const auto& a, const auto& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& one, const auto& other) { return same(one, other); });
  };
  const auto sort_by = [&](auto key) {
    std::sort(forgettings.begin(), forgettings.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
  };
  sort_by([](const auto& one) { return one.conversation; });
  EXPECT_TRUE(
      equal(ask(under, [&](ports::Tx& tx) { return tx.forgettings(erasure.id); }), forgettings));
  const auto one =
      ask(under, [&](ports::Tx& tx) { return tx.forgetting(forgettings.front().conversation); });
  EXPECT_EQ(difference(one, forgettings.front()), "");

  std::erase_if(forgettings, [](const auto& row) { return !row.due || *row.due > from_ms(5); });
  sort_by([](const auto& row) { return std::tuple(*row.due, row.conversation); });
  ASSERT_GT(forgettings.size(), 3U);
  EXPECT_EQ(ask(under, [](ports::Tx& tx) { return tx.next_due({}); }), forgettings.front().due);
  std::vector<core::ConversationId> due;
  for (const ports::Forgetting& row : forgettings) due.push_back(row.conversation);
  EXPECT_EQ(ask(under, [](ports::Tx& tx) { return tx.due_forgettings(from_ms(5), 100); }), due);
  EXPECT_EQ(ask(under, [](ports::Tx& tx) { return tx.due_forgettings(from_ms(5), 3); }).size(), 3U);
  const auto forget = [&](ports::Tx& tx) { return tx.remove(forgettings.front().conversation); };
  must(under, forget);
  EXPECT_EQ(run(under, forget).error().code, Code::kNotFound);
  EXPECT_FALSE(run(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.remove(forgettings.back().conversation));
    PL_DO(tx.put(random_forgetting(random, erasure.id)));
    return tx.insert(erasure);  // the id is taken
  }));
  EXPECT_EQ(ask(under, [&](ports::Tx& tx) { return tx.forgettings(erasure.id); }).size(), 29U);
}

void suppressions(StoreUnderTest& under) {
  const auto is_suppressed = [&](const char* hash) {
    return ask(under, [&](ports::Tx& tx) { return tx.is_suppressed(hash); });
  };
  must(under, [](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.suppress("one", from_ms(1)));
    return tx.suppress("one", from_ms(2));
  });
  EXPECT_TRUE(is_suppressed("one"));
  EXPECT_FALSE(is_suppressed("two"));
  EXPECT_FALSE(run(under, [](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.lift_suppression("one"));
    PL_DO(tx.suppress("two", from_ms(1)));
    return fail(Code::kInvalid, "after all");
  }));
  EXPECT_TRUE(is_suppressed("one"));
  EXPECT_FALSE(is_suppressed("two"));
  must(under, [](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.lift_suppression("one"));
    return tx.lift_suppression("one");
  });
  EXPECT_FALSE(is_suppressed("one"));
}

}  // namespace in_erasing

std::vector<Case> erasing() {
  using namespace in_erasing;
  return {{"ErasingTakesAllOfACallerAndNothingElse", false, everything},
          {"AnErasureThatFailsLeavesEverything", false, undone},
          {"ErasingTakesWhatTheySaidAsAStranger", false, strangers},
          {"ErasingNobodyIsNotFound", false, nobody},
          {"ReceiptsAndForgettings", false, receipts},
          {"SuppressionsAreKeptUntilLifted", false, suppressions}};
}

}  // namespace pl::store_suite
