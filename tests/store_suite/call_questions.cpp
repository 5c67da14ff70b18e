// The questions about calls, each asked of many rows and compared with a plain filter and sort.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "store_suite.h"

namespace pl::store_suite {
namespace in_call_questions {

constexpr int kRows = 300;
const std::vector<core::LineName> kLines{{"alpha"}, {"beta"}};

bool rings(const core::Call& call) {
  return call.direction == core::Direction::kOutbound && !call.ended_at && !call.verdict;
}

struct World {
  explicit World(Random& random) {
    for (int i = 0; i < 3; ++i) callers.push_back(random.any<core::Caller>());
    for (int i = 0; i < 3; ++i) {
      outreaches.push_back(random_outreach(random, callers[random.below(3)].id));
    }
    for (int i = 0; i < 6; ++i) numbers.push_back(random.number());
  }

  core::Call call(Random& random) const {
    core::Call made = random_call(random, callers[random.below(callers.size())].id,
                                  outreaches[random.below(outreaches.size())].id);
    const auto soon = [&random] { return from_ms(static_cast<int>(random.below(20))); };
    made.line = kLines[random.below(kLines.size())];
    made.number = numbers[random.below(numbers.size())];
    made.started_at = soon();
    made.lapses_at = soon();
    if (random.below(3) != 0) made.ended_at = soon();
    if (made.poll_at) made.poll_at = soon();
    return made;
  }

  std::vector<core::Caller> callers;
  std::vector<core::Outreach> outreaches;
  std::vector<core::PhoneNumber> numbers;
  std::vector<core::Call> calls;
};

// Inserting and changing at random, the store must refuse exactly what would ring a number twice.
World filled(StoreUnderTest& under, std::uint64_t seed) {
  Random random(seed);
  World world(random);
  must(under, [&](ports::Tx& tx) -> Result<void> {
    for (const core::Caller& caller : world.callers) PL_DO(tx.insert(caller));
    for (const core::Outreach& outreach : world.outreaches) PL_DO(tx.insert(outreach));
    return {};
  });
  int refused = 0;
  for (int i = 0; i < kRows; ++i) {
    core::Call call = world.call(random);
    const bool change = !world.calls.empty() && random.below(4) == 0;
    core::Call* changed = change ? &world.calls[random.below(world.calls.size())] : nullptr;
    if (changed) call.id = changed->id;
    const bool taken =
        rings(call) && std::any_of(world.calls.begin(), world.calls.end(), [&](const auto& other) {
          return other.id != call.id && other.number == call.number && rings(other);
        });
    under.store().submit(
        ports::Priority::kRoutine,
        [call, change](ports::Tx& tx) { return change ? tx.update(call) : tx.insert(call); },
        [taken, number = call.number->e164()](const Result<void>& result) {
          EXPECT_EQ(result.has_value(), !taken);
          if (result) return;
          EXPECT_EQ(result.error().code, Code::kConflict);
          EXPECT_EQ(result.error().message.find(number), std::string::npos);
        });
    if (taken) {
      ++refused;
    } else if (changed) {
      *changed = call;
    } else {
      world.calls.push_back(call);
    }
  }
  under.drain();
  EXPECT_GT(refused, 0);
  return world;
}

using Ids = std::vector<core::CallId>;

Ids ids_of(const std::vector<core::Call>& calls) {
  Ids ids;
  for (const core::Call& call : calls) ids.push_back(call.id);
  return ids;
}

template <class Wanted, class Key>
Ids expected(const World& world, Wanted wanted, Key key, std::size_t limit = kRows) {
  std::vector<core::Call> found;
  std::copy_if(world.calls.begin(), world.calls.end(), std::back_inserter(found), wanted);
  std::sort(found.begin(), found.end(),
            [&](const core::Call& a, const core::Call& b) { return key(a) < key(b); });
  if (found.size() > limit) found.erase(found.begin() + static_cast<int>(limit), found.end());
  return ids_of(found);
}

void ringing_once(StoreUnderTest& under) {
  filled(under, 40);
}

void polls(StoreUnderTest& under) {
  const World world = filled(under, 41);
  std::optional<UtcTime> earliest;
  for (const core::Call& call : world.calls) {
    if (call.poll_at && (!earliest || *call.poll_at < *earliest)) earliest = call.poll_at;
  }
  // Nothing but polls may answer: what is due is only asked about, not waited for.
  must(under, [&](ports::Tx& tx) -> Result<void> {
    for (core::Outreach outreach : world.outreaches) {
      outreach.state = core::OutreachState::kConnected;
      PL_DO(tx.update(outreach));
    }
    return {};
  });
  EXPECT_EQ(ask(under, [](ports::Tx& tx) { return tx.next_due({}); }), earliest);
  for (const int now : {-1, 3, 19}) {
    for (const std::size_t limit : std::initializer_list<std::size_t>{0, 5, kRows}) {
      const auto found =
          ask(under, [&](ports::Tx& tx) { return tx.due_polls(from_ms(now), limit); });
      const auto is_due = [&](const core::Call& c) {
        return c.poll_at && *c.poll_at <= from_ms(now);
      };
      const auto key = [](const core::Call& c) { return std::tuple(*c.poll_at, c.id); };
      ASSERT_EQ(found, expected(world, is_due, key, limit));
    }
  }
}

void live(StoreUnderTest& under) {
  const World world = filled(under, 42);
  for (const int ms : {-1, 5, 12, 25}) {
    const UtcTime now = from_ms(ms);
    for (const core::PhoneNumber& number : world.numbers) {
      const bool any = std::any_of(world.calls.begin(), world.calls.end(), [&](const auto& c) {
        return c.number == number && core::is_live(c, now);
      });
      EXPECT_EQ(ask(under, [&](ports::Tx& tx) { return tx.has_live_call(number, now); }), any);
    }
    for (const core::LineName& line : kLines) {
      const auto count = std::count_if(
          world.calls.begin(), world.calls.end(),
          [&](const core::Call& c) { return c.line == line && core::is_live(c, now); });
      EXPECT_EQ(ask(under, [&](ports::Tx& tx) { return tx.live_calls(line, now); }), count);
    }
  }
}

std::vector<UtcTime> dials(const World& world, UtcTime since,
                           const std::function<bool(const core::Call&)>& wanted) {
  std::vector<UtcTime> times;
  for (const core::Call& c : world.calls) {
    const bool dial = c.direction == core::Direction::kOutbound &&
                      c.verdict != core::Verdict::kRefusedUs && c.started_at > since;
    if (dial && wanted(c)) times.push_back(c.started_at);
  }
  std::sort(times.begin(), times.end());
  return times;
}

void dial_windows(StoreUnderTest& under) {
  const World world = filled(under, 43);
  for (const int ms : {-1, 0, 10, 19}) {
    const UtcTime since = from_ms(ms);
    for (const core::PhoneNumber& number : world.numbers) {
      EXPECT_EQ(ask(under, [&](ports::Tx& tx) { return tx.dials_to(number, since); }),
                dials(world, since, [&](const core::Call& c) { return c.number == number; }));
    }
    for (const core::LineName& line : kLines) {
      EXPECT_EQ(ask(under, [&](ports::Tx& tx) { return tx.dials_of(line, since); }),
                dials(world, since, [&](const core::Call& c) { return c.line == line; }));
    }
  }
}

void lists(StoreUnderTest& under) {
  const World world = filled(under, 44);
  const core::CallId middle = world.calls[world.calls.size() / 2].id;
  std::vector<std::optional<core::CallerId>> callers{std::nullopt};
  for (const core::Caller& caller : world.callers) callers.emplace_back(caller.id);
  for (const auto& caller : callers) {
    for (const std::optional<bool> is_live : {std::optional<bool>(), {true}, {false}}) {
      for (const auto& before : {std::optional<core::CallId>(), std::optional(middle)}) {
        const ports::CallFilter filter{
            .line = before ? std::optional(world.calls.front().line) : std::nullopt,
            .caller = caller,
            .live = is_live,
            .before = before,
            .limit = 17};
        Ids all = expected(
            world,
            [&](const core::Call& c) {
              return (!filter.line || c.line == *filter.line) && (!caller || c.caller == caller) &&
                     (!before || c.id < *before) &&
                     (!is_live || (!c.ended_at && !c.verdict) == *is_live);
            },
            [](const core::Call& c) { return c.id; });
        std::reverse(all.begin(), all.end());
        if (all.size() > filter.limit) all.erase(all.begin() + 17, all.end());
        EXPECT_EQ(ids_of(ask(under, [&](ports::Tx& tx) { return tx.calls(filter); })), all);
      }
    }
  }
  for (const core::Outreach& outreach : world.outreaches) {
    EXPECT_EQ(ids_of(ask(under, [&](ports::Tx& tx) { return tx.calls_of(outreach.id); })),
              expected(
                  world, [&](const core::Call& c) { return c.outreach == outreach.id; },
                  [](const core::Call& c) { return c.id; }));
  }
}

void facts(StoreUnderTest& under) {
  const World world = filled(under, 45);
  EXPECT_EQ(
      ids_of(ask(under, [](ports::Tx& tx) { return tx.unanswered_dials(); })),
      expected(
          world, [](const core::Call& c) { return rings(c) && !c.placed_at && !c.unclear_at; },
          [](const core::Call& c) { return c.id; }));
  for (const core::Caller& caller : world.callers) {
    std::optional<UtcTime> latest;
    for (const core::Call& c : world.calls) {
      if (c.caller != caller.id || !core::has_person(c) || !c.ended_at) continue;
      if (!latest || *latest < *c.ended_at) latest = c.ended_at;
    }
    EXPECT_EQ(ask(under, [&](ports::Tx& tx) { return tx.last_conversation_end(caller.id); }),
              latest);
  }
  for (const core::Call& call : world.calls) {
    if (call.conversation) {
      const auto found =
          ask(under, [&](ports::Tx& tx) { return tx.call_by_conversation(*call.conversation); });
      ASSERT_TRUE(found && found->id == call.id);
    }
    if (call.call_sid) {
      const auto found = ask(under, [&](ports::Tx& tx) { return tx.call_by_sid(*call.call_sid); });
      ASSERT_TRUE(found && found->id == call.id);
    }
  }
}

}  // namespace in_call_questions

std::vector<Case> call_questions() {
  using namespace in_call_questions;
  return {{"NoNumberIsRungTwiceAtOnce", false, ringing_once},
          {"DuePollsAreFilteredAndOrdered", false, polls},
          {"LiveCallsOfNumbersAndLines", false, live},
          {"DialsOfAWindow", false, dial_windows},
          {"ListsOfCalls", false, lists},
          {"CallsByWhatIsKnownOfThem", false, facts}};
}

}  // namespace pl::store_suite
