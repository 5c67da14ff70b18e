// Every field of every row comes back as it was written, whatever it holds.
#include <gtest/gtest.h>

#include "store_suite.h"

namespace pl::store_suite {
namespace in_round_trips {

constexpr int kRows = 100;

// A caller with an outreach and a call, for rows that must belong to some.
struct Family {
  explicit Family(Random& random)
      : caller(random.any<core::Caller>()),
        outreach(random_outreach(random, caller.id)),
        call(random_call(random, caller.id, outreach.id)) {}

  Result<void> insert(ports::Tx& tx) const {
    PL_DO(tx.insert(caller));
    PL_DO(tx.insert(outreach));
    return tx.insert(call);
  }

  core::Caller caller;
  core::Outreach outreach;
  core::Call call;
};

// Inserts rows that `make` gives, reads them with `read`, and once more after each has changed in
// everything but its id.
template <class Make, class Read>
void come_back_whole(StoreUnderTest& under, Make make, Read read) {
  std::vector<decltype(make())> rows;
  for (int i = 0; i < kRows; ++i) rows.push_back(make());
  const auto all_are_there = [&] {
    for (const auto& row : rows) {
      const auto found = ask(under, [&](ports::Tx& tx) { return read(tx, row); });
      ASSERT_EQ(difference(found, row), "") << &row - rows.data();
    }
  };
  must(under, [&](ports::Tx& tx) -> Result<void> {
    for (const auto& row : rows) PL_DO(tx.insert(row));
    return {};
  });
  all_are_there();
  for (auto& row : rows) {
    auto changed = make();
    changed.id = row.id;
    row = changed;
  }
  must(under, [&](ports::Tx& tx) -> Result<void> {
    for (const auto& row : rows) PL_DO(tx.update(row));
    return {};
  });
  all_are_there();
}

void callers(StoreUnderTest& under) {
  Random random(1);
  come_back_whole(
      under, [&] { return random.any<core::Caller>(); },
      [](ports::Tx& tx, const core::Caller& caller) { return tx.caller(caller.id); });
}

void callers_by_number(StoreUnderTest& under) {
  Random random(11);
  come_back_whole(
      under, [&] { return random.any<core::Caller>(); },
      [](ports::Tx& tx, const core::Caller& caller) {
        return tx.caller_by_number(caller.line, caller.number.number);
      });
}

void outreaches(StoreUnderTest& under) {
  Random random(2);
  const Family family(random);
  must(under, [&](ports::Tx& tx) { return family.insert(tx); });
  come_back_whole(
      under,
      [&] {
        core::Outreach outreach = random_outreach(random, family.caller.id);
        if (random.flag()) outreach.redo = family.outreach.id;
        return outreach;
      },
      [](ports::Tx& tx, const core::Outreach& outreach) { return tx.outreach(outreach.id); });
}

void calls(StoreUnderTest& under) {
  Random random(3);
  const Family family(random);
  must(under, [&](ports::Tx& tx) { return family.insert(tx); });
  come_back_whole(
      under, [&] { return random_call(random, family.caller.id, family.outreach.id); },
      [](ports::Tx& tx, const core::Call& call) { return tx.call(call.id); });
}

void texts(StoreUnderTest& under) {
  Random random(4);
  const Family family(random);
  must(under, [&](ports::Tx& tx) { return family.insert(tx); });
  come_back_whole(
      under, [&] { return random_text(random, family.outreach); },
      [](ports::Tx& tx, const core::TextMessage& text) { return tx.text(text.id); });
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_TRY(const auto all, tx.texts_of(family.outreach.id));
    EXPECT_EQ(all.size(), static_cast<std::size_t>(kRows));
    for (const core::TextMessage& text : all) PL_DO(tx.remove(text.id));
    return {};
  });
  EXPECT_TRUE(ask(under, [&](ports::Tx& tx) { return tx.texts_of(family.outreach.id); }).empty());
}

void inbox_items(StoreUnderTest& under) {
  Random random(5);
  must(under, [&](ports::Tx& tx) -> Result<void> {
    for (int i = 0; i < kRows; ++i) {
      ports::InboxItem item = random_item(random);
      item.parked = true;
      if (!item.conversation) item.conversation = random.name<core::ConversationId>();
      PL_TRY(const bool fresh, tx.insert(item));
      EXPECT_TRUE(fresh);
      PL_TRY(const auto parked, tx.take_parked(*item.conversation));
      EXPECT_TRUE(parked.size() == 1 && same(parked.front(), item)) << i;
    }
    return {};
  });
}

void initiations(StoreUnderTest& under) {
  Random random(8);
  const Family family(random);
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(family.insert(tx));
    PL_TRY(const auto none, tx.initiation(family.call.id));
    EXPECT_FALSE(none);
    return {};
  });
  for (int i = 0; i < kRows; ++i) {
    const core::Initiation initiation = random.any<core::Initiation>();
    must(under, [&](ports::Tx& tx) { return tx.put(family.call.id, initiation); });
    const auto found = ask(under, [&](ports::Tx& tx) { return tx.initiation(family.call.id); });
    EXPECT_EQ(difference(found, initiation), "") << i;
  }
  // What a failing work put is taken back.
  const auto before = ask(under, [&](ports::Tx& tx) { return tx.initiation(family.call.id); });
  EXPECT_FALSE(run(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.put(family.call.id, random.any<core::Initiation>()));
    return fail(Code::kInvalid, "after all");
  }));
  const auto after = ask(under, [&](ports::Tx& tx) { return tx.initiation(family.call.id); });
  EXPECT_TRUE(before && after && same(*before, *after));
}

void tool_effects(StoreUnderTest& under) {
  Random random(6);
  const Family family(random);
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(family.insert(tx));
    for (int i = 0; i < kRows; ++i) {
      const ports::ToolEffect effect = random_effect(random, family.call.id);
      PL_DO(tx.put(effect));
      PL_TRY(const auto found, tx.tool_effect(effect.call));
      EXPECT_EQ(difference(found, effect), "") << i;
    }
    return {};
  });
}

void pauses_and_tool_ids(StoreUnderTest& under) {
  Random random(7);
  std::map<core::LineName, ports::DialerPause> pauses;
  std::map<std::string, core::ToolId> ids;
  must(under, [&](ports::Tx& tx) -> Result<void> {
    for (int i = 0; i < kRows; ++i) {
      const core::LineName line{"line" + std::to_string(random.below(20))};
      pauses[line] = random.any<ports::DialerPause>();
      PL_DO(tx.pause(line, pauses[line]));
      ids["tool" + std::to_string(random.below(20))] = random.name<core::ToolId>();
    }
    return {};
  });
  const core::LineName resumed = pauses.begin()->first;
  pauses.erase(resumed);
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.resume(resumed));
    PL_DO(tx.resume({"never paused"}));
    return tx.put_tool_ids(ids);
  });
  const auto found = ask(under, [](ports::Tx& tx) { return tx.pauses(); });
  EXPECT_TRUE(std::equal(
      found.begin(), found.end(), pauses.begin(), pauses.end(),
      [](const auto& a, const auto& b) { return a.first == b.first && same(a.second, b.second); }));
  EXPECT_EQ(ask(under, [](ports::Tx& tx) { return tx.tool_ids(); }), ids);
}

void tool_ids_are_kept_until_resolved_anew(StoreUnderTest& under) {
  must(under, [](ports::Tx& tx) { return tx.put_tool_ids({{"a", {"1"}}, {"b", {"2"}}}); });
  must(under, [](ports::Tx& tx) { return tx.put_tool_ids({{"b", {"3"}}}); });
  const std::map<std::string, core::ToolId> expected{{"a", {"1"}}, {"b", {"3"}}};
  EXPECT_EQ(ask(under, [](ports::Tx& tx) { return tx.tool_ids(); }), expected);
}

void attention_and_journal(StoreUnderTest& under) {
  Random random(8);
  std::vector<core::JournalEntry> entries;
  must(under, [&](ports::Tx& tx) -> Result<void> {
    for (int i = 0; i < kRows; ++i) {
      const core::Attention item = random_attention(random);
      PL_TRY(const bool fresh, tx.raise(item));
      EXPECT_TRUE(fresh);
      PL_TRY(const auto found, tx.attention(item.id));
      EXPECT_EQ(difference(found, item), "") << i;
      entries.push_back(random_entry(random));
      PL_DO(tx.append(entries.back()));
    }
    return {};
  });
  const auto all = ask(under, [](ports::Tx& tx) { return tx.journal(0, 1000); });
  ASSERT_EQ(all.size(), entries.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    entries[i].seq = all[i].seq;
    EXPECT_EQ(difference(all[i], entries[i]), "");
  }
  const auto page = ask(under, [&](ports::Tx& tx) { return tx.journal(all[9].seq, 5); });
  ASSERT_EQ(page.size(), 5U);
  for (std::size_t i = 0; i < page.size(); ++i) EXPECT_EQ(page[i].seq, all[10 + i].seq);
}

void what_is_absent(StoreUnderTest& under) {
  Random random(9);
  const Family family(random);
  const core::TextMessage text = random_text(random, family.outreach);
  EXPECT_FALSE(ask(under, [&](ports::Tx& tx) { return tx.caller(family.caller.id); }));
  EXPECT_FALSE(ask(under, [&](ports::Tx& tx) { return tx.outreach(family.outreach.id); }));
  EXPECT_FALSE(ask(under, [&](ports::Tx& tx) { return tx.call(family.call.id); }));
  EXPECT_FALSE(ask(under, [](ports::Tx& tx) { return tx.call_by_sid({"CA"}); }));
  EXPECT_FALSE(ask(under, [](ports::Tx& tx) { return tx.next_due({}); }));
  const std::vector<ports::Store::Work> works{
      [&](ports::Tx& tx) { return tx.update(family.caller); },
      [&](ports::Tx& tx) { return tx.update(family.outreach); },
      [&](ports::Tx& tx) { return tx.update(family.call); },
      [&](ports::Tx& tx) { return tx.update(text); },
      [&](ports::Tx& tx) { return tx.remove(text.id); },
      [&](ports::Tx& tx) { return tx.resolve(random.id<core::AttentionId>(), UtcTime{}); }};
  for (const auto& work : works) {
    const Result<void> result = run(under, work);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, Code::kNotFound);
  }
}

void reopening(StoreUnderTest& under) {
  Random random(10);
  const Family family(random);
  const ports::InboxItem item = random_item(random);
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(family.insert(tx));
    PL_DO(tx.append(random_entry(random)));
    PL_DO(tx.pause({"line"}, {.since = from_ms(5),
                              .until = {},
                              .why = "a call was not as it was asked for",
                              .cause = ports::PauseCause::kDrift}));
    PL_TRY(const bool fresh, tx.insert(item));
    EXPECT_TRUE(fresh);
    return {};
  });
  under.reopen();
  const auto caller = ask(under, [&](ports::Tx& tx) { return tx.caller(family.caller.id); });
  EXPECT_EQ(difference(caller, family.caller), "");
  const auto outreach = ask(under, [&](ports::Tx& tx) { return tx.outreach(family.outreach.id); });
  EXPECT_EQ(difference(outreach, family.outreach), "");
  const auto call = ask(under, [&](ports::Tx& tx) { return tx.call(family.call.id); });
  EXPECT_EQ(difference(call, family.call), "");
  EXPECT_FALSE(ask(under, [&](ports::Tx& tx) { return tx.insert(item); }));
  const auto pauses = ask(under, [](ports::Tx& tx) { return tx.pauses(); });
  EXPECT_EQ(pauses.size(), 1U);
  EXPECT_EQ(pauses.at({"line"}).cause, ports::PauseCause::kDrift);
  const auto before = ask(under, [](ports::Tx& tx) { return tx.journal(0, 10); });
  must(under, [&](ports::Tx& tx) { return tx.append(random_entry(random)); });
  const auto after = ask(under, [](ports::Tx& tx) { return tx.journal(0, 10); });
  ASSERT_EQ(after.size(), before.size() + 1);
  EXPECT_GT(after.back().seq, before.back().seq);
}

}  // namespace in_round_trips

std::vector<Case> round_trips() {
  using namespace in_round_trips;
  return {{"CallersComeBackWhole", false, callers},
          {"CallersComeBackByNumber", false, callers_by_number},
          {"OutreachesComeBackWhole", false, outreaches},
          {"CallsComeBackWhole", false, calls},
          {"TextsComeBackWhole", false, texts},
          {"InboxItemsComeBackWhole", false, inbox_items},
          {"InitiationsComeBackWhole", false, initiations},
          {"ToolEffectsComeBackWhole", false, tool_effects},
          {"PausesAndToolIdsComeBackWhole", false, pauses_and_tool_ids},
          {"ToolIdsAreKeptUntilResolvedAnew", false, tool_ids_are_kept_until_resolved_anew},
          {"AttentionAndJournalComeBackWhole", false, attention_and_journal},
          {"WhatIsAbsentIsNotFound", false, what_is_absent},
          {"ReopeningKeepsEverything", true, reopening}};
}

}  // namespace pl::store_suite
