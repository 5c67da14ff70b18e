// The questions about outreaches, each asked of many rows and compared with a plain filter and
// sort.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "store_suite.h"

namespace pl::store_suite {
namespace in_outreach_questions {

constexpr int kRows = 300;
const std::vector<core::LineName> kLines{{"alpha"}, {"beta"}, {"gamma"}};

// Few callers, lines, times and calls, so that every question has several answers and ties.
struct World {
  explicit World(Random& random) {
    const std::vector<core::PhoneNumber> numbers{random.number(), random.number()};
    for (const core::LineName& line : kLines) {
      for (const core::PhoneNumber& number : numbers) {
        callers.push_back(random.any<core::Caller>());
        callers.back().line = line;
        callers.back().number.number = number;
      }
    }
    for (int i = 0; i < 4; ++i) calls.push_back(random.id<core::CallId>());
    for (int i = 0; i < kRows; ++i) outreaches.push_back(outreach(random));
  }

  core::Outreach outreach(Random& random) const {
    const core::Caller& caller = callers[random.below(callers.size())];
    core::Outreach made = random_outreach(random, caller.id);
    made.line = caller.line;
    if (random.flag()) made.state = core::OutreachState::kWaiting;
    if (made.ask_at != UtcTime::max()) made.ask_at = from_ms(static_cast<int>(random.below(20)));
    made.retries = static_cast<int>(random.below(2));
    if (made.awaits) made.awaits = calls[random.below(calls.size())];
    if (made.held_by) made.held_by = calls[random.below(calls.size())];
    return made;
  }

  const core::PhoneNumber& number_of(const core::Outreach& outreach) const {
    return std::find_if(callers.begin(), callers.end(),
                        [&](const core::Caller& caller) { return caller.id == outreach.caller; })
        ->number.number;
  }

  std::vector<core::Caller> callers;
  std::vector<core::CallId> calls;
  std::vector<core::Outreach> outreaches;
};

using Ids = std::vector<core::OutreachId>;
using Wanted = std::function<bool(const core::Outreach&)>;
using Before = std::function<bool(const core::Outreach&, const core::Outreach&)>;

Ids ids_of(const std::vector<core::Outreach>& outreaches) {
  Ids ids;
  for (const core::Outreach& outreach : outreaches) ids.push_back(outreach.id);
  return ids;
}

Ids expected(const World& world, const Wanted& wanted, const Before& before,
             std::size_t limit = kRows) {
  std::vector<core::Outreach> found;
  std::copy_if(world.outreaches.begin(), world.outreaches.end(), std::back_inserter(found), wanted);
  std::sort(found.begin(), found.end(), before);
  if (found.size() > limit) found.erase(found.begin() + static_cast<int>(limit), found.end());
  return ids_of(found);
}

bool by_id(const core::Outreach& a, const core::Outreach& b) {
  return a.id < b.id;
}
bool newest_first(const core::Outreach& a, const core::Outreach& b) {
  return b.id < a.id;
}
bool by_urgency(const core::Outreach& a, const core::Outreach& b) {
  const auto key = [](const core::Outreach& o) {
    const bool promised = o.plan.is_handover() || o.retries > 0;
    return std::tuple(promised ? 0 : 1, o.ask_at, o.id);
  };
  return key(a) < key(b);
}
bool waits(const core::Outreach& o) {
  return o.state == core::OutreachState::kWaiting;
}

bool is_asked(const core::Outreach& o, const std::vector<core::LineName>& paused) {
  if (o.state == core::OutreachState::kTexting) return true;
  return waits(o) && std::find(paused.begin(), paused.end(), o.line) == paused.end();
}

World filled(StoreUnderTest& under, std::uint64_t seed) {
  Random random(seed);
  World world(random);
  must(under, [&](ports::Tx& tx) -> Result<void> {
    for (const core::Caller& caller : world.callers) PL_DO(tx.insert(caller));
    for (const core::Outreach& outreach : world.outreaches) PL_DO(tx.insert(outreach));
    return {};
  });
  // Half of them change completely: no question may answer from what they were.
  must(under, [&](ports::Tx& tx) -> Result<void> {
    for (std::size_t i = 0; i < world.outreaches.size(); i += 2) {
      core::Outreach changed = world.outreach(random);
      changed.id = world.outreaches[i].id;
      world.outreaches[i] = changed;
      PL_DO(tx.update(changed));
    }
    return {};
  });
  return world;
}

const std::vector<std::vector<core::LineName>> kPaused{
    {}, {kLines[0]}, {kLines[2], kLines[0]}, {kLines[0], kLines[1], kLines[2]}, {{"unknown"}}};

void due(StoreUnderTest& under) {
  const World world = filled(under, 30);
  for (const auto& paused : kPaused) {
    for (const int now : {-1, 0, 7, 19, 30}) {
      for (const std::size_t limit : std::initializer_list<std::size_t>{0, 1, 10, kRows}) {
        const Wanted is_due = [&](const core::Outreach& o) {
          return is_asked(o, paused) && o.ask_at <= from_ms(now);
        };
        const auto found = ask(
            under, [&](ports::Tx& tx) { return tx.due_outreaches(from_ms(now), paused, limit); });
        ASSERT_EQ(found, expected(world, is_due, by_urgency, limit)) << now << " " << limit;
      }
    }
  }
}

void next(StoreUnderTest& under) {
  const World world = filled(under, 31);
  for (const auto& paused : kPaused) {
    const auto found = ask(under, [&](ports::Tx& tx) { return tx.next_due(paused); });
    std::optional<UtcTime> earliest;
    for (const core::Outreach& o : world.outreaches) {
      if (!is_asked(o, paused) || o.ask_at == UtcTime::max()) continue;
      if (!earliest || o.ask_at < *earliest) earliest = o.ask_at;
    }
    EXPECT_EQ(found, earliest);
  }
}

// Doing everything as soon as it is due ends, and at each instant told there is something to do.
void next_leads_through(StoreUnderTest& under) {
  const World world = filled(under, 32);
  std::size_t seen = 0;
  while (const auto now = ask(under, [](ports::Tx& tx) { return tx.next_due({}); })) {
    const auto found =
        ask(under, [&](ports::Tx& tx) { return tx.due_outreaches(*now, {}, kRows); });
    ASSERT_FALSE(found.empty());
    seen += found.size();
    must(under, [&](ports::Tx& tx) -> Result<void> {
      for (const core::OutreachId& id : found) {
        PL_TRY(auto outreach, tx.outreach(id));
        outreach->state = core::OutreachState::kCancelled;
        PL_DO(tx.update(*outreach));
      }
      return {};
    });
  }
  const auto ever = std::count_if(
      world.outreaches.begin(), world.outreaches.end(),
      [](const core::Outreach& o) { return is_asked(o, {}) && o.ask_at != UtcTime::max(); });
  EXPECT_EQ(seen, static_cast<std::size_t>(ever));
}

void of_callers(StoreUnderTest& under) {
  const World world = filled(under, 33);
  for (const core::Caller& caller : world.callers) {
    const Wanted open = [&](const core::Outreach& o) {
      return o.caller == caller.id && !core::is_terminal(o.state);
    };
    EXPECT_EQ(ask(under, [&](ports::Tx& tx) { return tx.open_outreaches(caller.id); }),
              expected(world, open, by_id));
  }
}

void lists(StoreUnderTest& under) {
  const World world = filled(under, 36);
  std::vector<std::optional<core::CallerId>> callers{std::nullopt};
  for (const core::Caller& caller : world.callers) callers.emplace_back(caller.id);
  std::vector<std::optional<core::OutreachState>> states{std::nullopt};
  for (int i = 0; i < 11; ++i) states.emplace_back(static_cast<core::OutreachState>(i));
  const std::optional<core::OutreachId> middle = world.outreaches[kRows / 2].id;
  for (const auto& caller : callers) {
    for (const auto& state : states) {
      for (const auto& before : {std::optional<core::OutreachId>(), middle}) {
        const ports::OutreachFilter filter{
            .caller = caller, .state = state, .before = before, .limit = 7};
        const Wanted wanted = [&](const core::Outreach& o) {
          return (!caller || o.caller == *caller) && (!state || o.state == *state) &&
                 (!before || o.id < *before);
        };
        ASSERT_EQ(ids_of(ask(under, [&](ports::Tx& tx) { return tx.outreaches(filter); })),
                  expected(world, wanted, newest_first, 7));
      }
    }
  }
}

void after_calls(StoreUnderTest& under) {
  const World world = filled(under, 34);
  for (const core::CallId& call : world.calls) {
    const Wanted after = [&](const core::Outreach& o) {
      return !core::is_terminal(o.state) && (o.awaits == call || o.held_by == call);
    };
    EXPECT_EQ(ids_of(ask(under, [&](ports::Tx& tx) { return tx.outreaches_after(call); })),
              expected(world, after, by_id));
  }
}

void blocked(StoreUnderTest& under) {
  const World world = filled(under, 35);
  for (const core::LineName& line : kLines) {
    const Wanted of_line = [&](const core::Outreach& o) {
      return waits(o) && o.blocked && o.line == line;
    };
    EXPECT_EQ(ids_of(ask(under, [&](ports::Tx& tx) { return tx.blocked_outreaches(line, 9); })),
              expected(world, of_line, by_urgency, 9));
    const Wanted waiting = [&](const core::Outreach& o) { return waits(o) && o.line == line; };
    EXPECT_EQ(ids_of(ask(under, [&](ports::Tx& tx) { return tx.waiting_outreaches(line); })),
              expected(world, waiting, by_id));
  }
  const std::set<core::PhoneNumber> numbers{world.callers[0].number.number,
                                            world.callers[1].number.number};
  ASSERT_EQ(numbers.size(), 2U);
  for (const core::PhoneNumber& number : numbers) {
    const Wanted for_number = [&](const core::Outreach& o) {
      return waits(o) && o.blocked && world.number_of(o) == number;
    };
    EXPECT_EQ(ids_of(ask(under, [&](ports::Tx& tx) { return tx.blocked_outreaches(number, 20); })),
              expected(world, for_number, by_urgency, 20));
  }
}

}  // namespace in_outreach_questions

std::vector<Case> outreach_questions() {
  using namespace in_outreach_questions;
  return {{"DueOutreachesAreFilteredAndOrdered", false, due},
          {"NextDueIsTheEarliestOfThem", false, next},
          {"NextDueLeadsThroughAllThatIsDue", false, next_leads_through},
          {"OpenOutreachesOfACaller", false, of_callers},
          {"ListsOfOutreaches", false, lists},
          {"OutreachesAfterACall", false, after_calls},
          {"BlockedAndWaitingOutreaches", false, blocked}};
}

}  // namespace pl::store_suite
