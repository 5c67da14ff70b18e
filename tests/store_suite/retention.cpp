// What is kept for a time only goes when it is older, and nothing else does.
#include <gtest/gtest.h>

#include "store_suite.h"

namespace pl::store_suite {
namespace in_retention {

using ports::Kept;

const UtcTime kBefore = from_ms(1'000'000);
const UtcTime kOld = kBefore - Millis(10);
const UtcTime kNew = kBefore + Millis(10);

// An outreach with a call and a text of that time, and a call of a stranger.
struct Past {
  Past(Random& random, UtcTime at, const core::CallerId& caller)
      : outreach(random_outreach(random, caller)),
        call(random_call(random, caller, outreach.id)),
        text(random_text(random, outreach)),
        stranger(random_call(random, caller, outreach.id)),
        effect(random_effect(random, call.id)),
        initiation(random.any<core::Initiation>()),
        item(random_item(random)) {
    const auto id_at = [&]<class Id>(Id& id) { id = Id::make(at, {random.below(1000), 7}); };
    id_at(outreach.id);
    id_at(call.id);
    id_at(text.id);
    id_at(stranger.id);
    outreach.ended_at = at;
    outreach.redo.reset();
    text.outreach = call.outreach.emplace(outreach.id);
    stranger.outreach.reset();
    effect.call = call.id;
    call.lapses_at = stranger.lapses_at = item.received_at = at;
    call.transcript = {{.speaker = core::Speaker::kUser, .text = "I said it", .at = {}}};
  }
  Result<void> insert(ports::Tx& tx) const {
    PL_DO(tx.insert(outreach));
    PL_DO(tx.insert(call));
    PL_DO(tx.insert(stranger));
    PL_DO(tx.put(call.id, initiation));
    PL_DO(tx.put(effect));
    PL_DO(tx.insert(text));
    PL_DO(tx.insert(item));
    return {};
  }

  core::Outreach outreach;
  core::Call call;
  core::TextMessage text;
  core::Call stranger;
  ports::ToolEffect effect;
  core::Initiation initiation;
  ports::InboxItem item;
};

// Which of a past's rows are there, a letter each.
std::string left_of(StoreUnderTest& under, const Past& past) {
  std::string left;
  must(under, [&](ports::Tx& tx) -> Result<void> {
    const auto add = [&left](char letter, bool there) { left += there ? letter : '-'; };
    PL_TRY(const auto outreach, tx.outreach(past.outreach.id));
    add('o', outreach.has_value());
    PL_TRY(const auto call, tx.call(past.call.id));
    add('c', call.has_value());
    add('t', call && !call->transcript.empty());
    PL_TRY(const auto initiation, tx.initiation(past.call.id));
    add('i', initiation.has_value());
    PL_TRY(const auto effect, tx.tool_effect(past.call.id));
    add('e', effect.has_value());
    PL_TRY(const auto text, tx.text(past.text.id));
    add('m', text.has_value());
    PL_TRY(const auto stranger, tx.call(past.stranger.id));
    add('s', stranger.has_value());
    return {};
  });
  return left;
}

struct World {
  World(StoreUnderTest& under, Random& random)
      : caller(random.any<core::Caller>()),
        old_past(random, kOld, caller.id),
        new_past(random, kNew, caller.id) {
    // What is new does again what is old.
    new_past.outreach.redo = old_past.outreach.id;
    must(under, [&](ports::Tx& tx) -> Result<void> {
      PL_DO(tx.insert(caller));
      PL_DO(old_past.insert(tx));
      return new_past.insert(tx);
    });
  }
  core::Caller caller;
  Past old_past;
  Past new_past;
};

std::size_t drop(StoreUnderTest& under, Kept kept, std::size_t limit = 100) {
  return ask(under, [&](ports::Tx& tx) { return tx.drop(kept, kBefore, limit); });
}

void speech(StoreUnderTest& under) {
  Random random(90);
  const World world(under, random);
  while (drop(under, Kept::kSpeech) > 0) {
  }
  EXPECT_EQ(left_of(under, world.old_past), "oc---ms");
  EXPECT_EQ(left_of(under, world.new_past), "octiems");
  core::Call silent = world.old_past.call;
  silent.transcript.clear();
  const auto call = ask(under, [&](ports::Tx& tx) { return tx.call(silent.id); });
  EXPECT_EQ(difference(call, silent), "");
}

void history(StoreUnderTest& under) {
  Random random(91);
  World world(under, random);
  EXPECT_EQ(drop(under, Kept::kHistory), 3U);  // the outreach, the stranger's call, the inbox item
  EXPECT_EQ(drop(under, Kept::kHistory), 0U);
  EXPECT_EQ(left_of(under, world.old_past), "-------");
  EXPECT_EQ(left_of(under, world.new_past), "octiems");
  world.new_past.outreach.redo.reset();
  const auto redo =
      ask(under, [&](ports::Tx& tx) { return tx.outreach(world.new_past.outreach.id); });
  EXPECT_EQ(difference(redo, world.new_past.outreach), "");
  // The webhook would be news again.
  EXPECT_TRUE(ask(under, [&](ports::Tx& tx) { return tx.insert(world.old_past.item); }));
  EXPECT_FALSE(ask(under, [&](ports::Tx& tx) { return tx.insert(world.new_past.item); }));
}

void what_is_open(StoreUnderTest& under) {
  Random random(92);
  World world(under, random);
  core::Outreach open = world.old_past.outreach;
  open.state = core::OutreachState::kWaiting;
  open.ended_at.reset();
  core::Call live = world.old_past.stranger;
  live.lapses_at = kNew;
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.update(open));
    return tx.update(live);
  });
  EXPECT_EQ(drop(under, Kept::kHistory), 1U);  // the inbox item
  EXPECT_EQ(left_of(under, world.old_past), "octiems");
}

void journal(StoreUnderTest& under) {
  const auto append = [&](UtcTime at) {
    must(under, [&](ports::Tx& tx) { return tx.append({.at = at, .line = {"line"}}); });
  };
  for (const UtcTime at : {kOld, kOld, kNew, kOld}) append(at);
  EXPECT_EQ(drop(under, Kept::kJournal, 1), 1U);
  EXPECT_EQ(drop(under, Kept::kJournal), 1U);
  EXPECT_EQ(drop(under, Kept::kJournal), 0U);  // a clock was set back before the last one
  append(kNew);
  const auto left = ask(under, [](ports::Tx& tx) { return tx.journal(0, 10); });
  std::vector<std::int64_t> seqs;
  for (const core::JournalEntry& entry : left) seqs.push_back(entry.seq);
  EXPECT_EQ(seqs, (std::vector<std::int64_t>{3, 4, 5}));
}

void undone(StoreUnderTest& under) {
  Random random(93);
  const World world(under, random);
  EXPECT_FALSE(run(under, [&](ports::Tx& tx) -> Result<void> {
    for (const Kept kept : {Kept::kSpeech, Kept::kHistory, Kept::kJournal}) {
      PL_DO(tx.drop(kept, UtcTime::max(), 100));
    }
    return fail(Code::kInvalid, "after all");
  }));
  EXPECT_EQ(left_of(under, world.old_past), "octiems");
  EXPECT_EQ(left_of(under, world.new_past), "octiems");
  EXPECT_FALSE(ask(under, [&](ports::Tx& tx) { return tx.insert(world.old_past.item); }));
}

void limits(StoreUnderTest& under) {
  Random random(94);
  const core::Caller caller = random.any<core::Caller>();
  must(under, [&](ports::Tx& tx) { return tx.insert(caller); });
  std::vector<Past> pasts;
  for (int i = 0; i < 5; ++i) pasts.emplace_back(random, kOld + Millis(i), caller.id);
  for (const Past& past : pasts) must(under, [&](ports::Tx& tx) { return past.insert(tx); });
  EXPECT_EQ(drop(under, Kept::kHistory, 2), 6U);
  EXPECT_EQ(left_of(under, pasts[1]), "-------");
  EXPECT_EQ(left_of(under, pasts[2]), "octiems");
}

}  // namespace in_retention

std::vector<Case> retention() {
  using namespace in_retention;
  return {{"WhatWasSaidGoesAndTheCallsStay", false, speech},
          {"HistoryGoesAndWhatIsNewerStays", false, history},
          {"WhatIsOpenOrLiveIsNoHistory", false, what_is_open},
          {"TheJournalGoesFromItsOldestEntryOn", false, journal},
          {"DroppingThatFailsLeavesEverything", false, undone},
          {"NoMoreGoesAtOnceThanTheLimit", false, limits}};
}

}  // namespace pl::store_suite
