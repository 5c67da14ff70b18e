// Who may ask, what was answered, and what the owning product is told; and callers by what they
// share.
#include <gtest/gtest.h>

#include <algorithm>

#include "store_suite.h"

namespace pl::store_suite {
namespace in_outbox_and_access {

constexpr int kRows = 100;

void expect_code(const Result<void>& result, Code code) {
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, code);
}

template <class Row>
auto ids_of(const std::vector<Row>& rows) {
  std::vector<decltype(Row::id)> ids;
  for (const Row& row : rows) ids.push_back(row.id);
  return ids;
}

// The ids of those `wanted`, by `key`, the first `limit` of them.
template <class Row, class Wanted, class KeyOf>
auto expected(std::vector<Row> rows, Wanted wanted, KeyOf key, std::size_t limit = 1000) {
  std::erase_if(rows, [&](const Row& row) { return !wanted(row); });
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return key(a) < key(b); });
  auto ids = ids_of(rows);
  if (ids.size() > limit) ids.erase(ids.begin() + static_cast<int>(limit), ids.end());
  return ids;
}

template <class Row, class Wanted>
auto newest(const std::vector<Row>& rows, Wanted wanted, std::size_t limit) {
  auto ids = expected(rows, wanted, [](const Row& row) { return row.id; });
  std::reverse(ids.begin(), ids.end());
  if (ids.size() > limit) ids.erase(ids.begin() + static_cast<int>(limit), ids.end());
  return ids;
}

template <class Row>
void expect_listed(std::vector<Row> rows, const std::vector<Row>& listed) {
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.id < b.id; });
  EXPECT_TRUE(std::equal(rows.begin(), rows.end(), listed.begin(), listed.end(),
                         [](const Row& a, const Row& b) { return same(a, b); }));
}

// Of a table that is only ever listed whole, oldest first.
template <class Make, class List>
void come_back_listed(StoreUnderTest& under, Make make, List list) {
  std::vector<decltype(make())> rows;
  for (int i = 0; i < kRows; ++i) rows.push_back(make());
  must(under, [&](ports::Tx& tx) -> Result<void> {
    for (const auto& row : rows) PL_DO(tx.insert(row));
    return {};
  });
  expect_listed(rows, ask(under, list));
  for (auto& row : rows) {
    auto changed = make();
    changed.id = row.id;
    row = changed;
  }
  must(under, [&](ports::Tx& tx) -> Result<void> {
    for (const auto& row : rows) PL_DO(tx.update(row));
    return {};
  });
  expect_listed(rows, ask(under, list));
}

void keys(StoreUnderTest& under) {
  Random random(60);
  come_back_listed(
      under, [&] { return random_key(random); }, [](ports::Tx& tx) { return tx.api_keys(); });
}

void endpoints(StoreUnderTest& under) {
  Random random(61);
  come_back_listed(
      under, [&] { return random.any<ports::Endpoint>(); },
      [](ports::Tx& tx) { return tx.endpoints(); });
}

void keys_once(StoreUnderTest& under) {
  Random random(62);
  const ports::ApiKey first = random_key(random);
  ports::ApiKey second = random_key(random);
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.insert(first));
    PL_DO(tx.insert(second));
    return tx.update(first);
  });
  expect_code(run(under, [&](ports::Tx& tx) { return tx.insert(first); }), Code::kConflict);
  second.sha256 = first.sha256;
  expect_code(run(under, [&](ports::Tx& tx) { return tx.update(second); }), Code::kConflict);
  second.id = random.id<core::ApiKeyId>();
  expect_code(run(under, [&](ports::Tx& tx) { return tx.insert(second); }), Code::kConflict);
}

void answers(StoreUnderTest& under) {
  Random random(63);
  std::vector<ports::KeptAnswer> kept;
  for (int i = 0; i < kRows; ++i) {
    kept.push_back(random.any<ports::KeptAnswer>());
    kept.back().at = from_ms(i / 10);
    must(under, [&](ports::Tx& tx) { return tx.insert(kept.back()); });
  }
  const auto find = [&](const ports::KeptAnswer& one) {
    return ask(under, [&](ports::Tx& tx) { return tx.kept_answer(one.asked_with, one.key); });
  };
  for (const ports::KeptAnswer& one : kept) {
    const auto found = find(one);
    EXPECT_EQ(difference(found, one), "");
  }
  ports::KeptAnswer again = kept[0];
  again.body = "another";
  expect_code(run(under, [&](ports::Tx& tx) { return tx.insert(again); }), Code::kConflict);
  again.asked_with = kept[1].asked_with;
  again.key = kept[0].key + "x";
  must(under, [&](ports::Tx& tx) { return tx.insert(again); });
  must(under, [](ports::Tx& tx) { return tx.drop_kept_answers(from_ms(4)); });
  for (const ports::KeptAnswer& one : kept) EXPECT_EQ(find(one).has_value(), one.at >= from_ms(4));
}

// Few endpoints and instants, so that every question has several answers and ties.
struct Outbox {
  Outbox(StoreUnderTest& under, Random& random) {
    for (int i = 0; i < 3; ++i) endpoints.push_back(random.any<ports::Endpoint>());
    for (int i = 0; i < kRows; ++i) deliveries.push_back(delivery(random));
    must(under, [&](ports::Tx& tx) -> Result<void> {
      for (const ports::Endpoint& one : endpoints) PL_DO(tx.insert(one));
      for (const ports::Delivery& one : deliveries) PL_DO(tx.insert(one));
      return {};
    });
    must(under, [&](ports::Tx& tx) -> Result<void> {
      for (std::size_t i = 0; i < deliveries.size(); i += 2) {
        ports::Delivery changed = delivery(random);
        changed.id = deliveries[i].id;
        deliveries[i] = changed;
        PL_DO(tx.update(changed));
      }
      return {};
    });
  }

  ports::Delivery delivery(Random& random) const {
    ports::Delivery made = random_delivery(random, endpoints[random.below(3)].id);
    const auto soon = [&random] { return from_ms(static_cast<int>(random.below(20))); };
    if (made.due) made.due = soon();
    if (made.settled_at) made.settled_at = soon();
    return made;
  }

  std::vector<ports::Endpoint> endpoints;
  std::vector<ports::Delivery> deliveries;
};

void deliveries(StoreUnderTest& under) {
  Random random(64);
  const Outbox outbox(under, random);
  for (const ports::Delivery& one : outbox.deliveries) {
    const auto found = ask(under, [&](ports::Tx& tx) { return tx.delivery(one.id); });
    EXPECT_EQ(difference(found, one), "");
  }
  std::vector<std::optional<core::EndpointId>> endpoints{std::nullopt};
  for (const ports::Endpoint& one : outbox.endpoints) endpoints.emplace_back(one.id);
  using State = ports::DeliveryState;
  const std::optional<State> states[]{
      std::nullopt, {State::kPending}, {State::kDelivered}, {State::kDead}};
  for (const auto& endpoint : endpoints) {
    for (const auto& state : states) {
      for (const auto& before :
           {std::optional<core::DeliveryId>(), std::optional(outbox.deliveries[50].id)}) {
        const ports::DeliveryFilter filter{
            .endpoint = endpoint, .state = state, .before = before, .limit = 9};
        const auto wanted = [&](const ports::Delivery& one) {
          return (!endpoint || one.endpoint == *endpoint) && (!state || one.state == *state) &&
                 (!before || one.id < *before);
        };
        EXPECT_EQ(ids_of(ask(under, [&](ports::Tx& tx) { return tx.deliveries(filter); })),
                  newest(outbox.deliveries, wanted, 9));
      }
    }
  }
}

void due(StoreUnderTest& under) {
  Random random(65);
  const Outbox outbox(under, random);
  const auto waits = [](const ports::Delivery& one) {
    return one.state == ports::DeliveryState::kPending && one.due;
  };
  std::optional<UtcTime> earliest;
  for (const ports::Delivery& one : outbox.deliveries) {
    if (waits(one) && (!earliest || *one.due < *earliest)) earliest = one.due;
  }
  EXPECT_EQ(ask(under, [](ports::Tx& tx) { return tx.next_due({}); }), earliest);
  for (const int now : {-1, 5, 20}) {
    for (const std::size_t limit : std::initializer_list<std::size_t>{0, 3, kRows}) {
      EXPECT_EQ(ask(under, [&](ports::Tx& tx) { return tx.due_deliveries(from_ms(now), limit); }),
                expected(
                    outbox.deliveries,
                    [&](const auto& one) { return waits(one) && *one.due <= from_ms(now); },
                    [](const auto& one) { return std::tuple(*one.due, one.id); }, limit));
    }
  }
}

void dropped(StoreUnderTest& under) {
  Random random(66);
  const Outbox outbox(under, random);
  const auto left = [&] {
    return ids_of(ask(under, [](ports::Tx& tx) { return tx.deliveries({.limit = 1000}); }));
  };
  must(under, [](ports::Tx& tx) { return tx.drop_deliveries(from_ms(10)); });
  const auto stays = [](const ports::Delivery& one) {
    const bool pending = one.state == ports::DeliveryState::kPending;
    return pending || !one.settled_at || *one.settled_at >= from_ms(10);
  };
  EXPECT_EQ(left(), newest(outbox.deliveries, stays, 1000));
  const core::EndpointId gone = outbox.endpoints[1].id;
  must(under, [&](ports::Tx& tx) { return tx.remove(gone); });
  EXPECT_EQ(left(), newest(
                        outbox.deliveries,
                        [&](const auto& one) { return stays(one) && one.endpoint != gone; }, 1000));
  EXPECT_EQ(ask(under, [](ports::Tx& tx) { return tx.endpoints(); }).size(), 2U);
}

void absent(StoreUnderTest& under) {
  Random random(67);
  const ports::Endpoint endpoint = random.any<ports::Endpoint>();
  const ports::Delivery delivery = random_delivery(random, endpoint.id);
  EXPECT_FALSE(ask(under, [&](ports::Tx& tx) { return tx.delivery(delivery.id); }));
  const std::vector<ports::Store::Work> works{
      [&](ports::Tx& tx) { return tx.update(random_key(random)); },
      [&](ports::Tx& tx) { return tx.update(endpoint); },
      [&](ports::Tx& tx) { return tx.remove(endpoint.id); },
      [&](ports::Tx& tx) { return tx.update(delivery); }};
  for (const auto& work : works) expect_code(run(under, work), Code::kNotFound);
  // A delivery that goes nowhere is a mistake of ours.
  expect_code(run(under, [&](ports::Tx& tx) { return tx.insert(delivery); }), Code::kInternal);
}

void undone(StoreUnderTest& under) {
  Random random(68);
  const Outbox outbox(under, random);
  const ports::ApiKey key = random_key(random);
  const ports::KeptAnswer answer = random.any<ports::KeptAnswer>();
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.insert(key));
    return tx.insert(answer);
  });
  const Result<void> result = run(under, [&](ports::Tx& tx) -> Result<void> {
    ports::ApiKey revoked = key;
    revoked.revoked_at = from_ms(1);
    PL_DO(tx.update(revoked));
    PL_DO(tx.insert(random_key(random)));
    PL_DO(tx.drop_kept_answers(UtcTime::max()));
    PL_DO(tx.insert(random.any<ports::KeptAnswer>()));
    PL_DO(tx.insert(outbox.delivery(random)));
    PL_DO(tx.drop_deliveries(UtcTime::max()));
    PL_DO(tx.remove(outbox.endpoints[0].id));
    PL_DO(tx.insert(random.any<ports::Endpoint>()));
    PL_DO(tx.insert(random_delivery(random, outbox.endpoints[1].id)));
    return fail(Code::kInvalid, "after all");
  });
  expect_code(result, Code::kInvalid);
  expect_listed({key}, ask(under, [](ports::Tx& tx) { return tx.api_keys(); }));
  expect_listed(outbox.endpoints, ask(under, [](ports::Tx& tx) { return tx.endpoints(); }));
  auto left = ask(under, [](ports::Tx& tx) { return tx.deliveries({.limit = 1000}); });
  std::reverse(left.begin(), left.end());
  expect_listed(outbox.deliveries, left);
  EXPECT_TRUE(
      ask(under, [&](ports::Tx& tx) { return tx.kept_answer(answer.asked_with, answer.key); }));
}

void texts_by_channel(StoreUnderTest& under) {
  Random random(69);
  const core::Caller caller = random.any<core::Caller>();
  const core::Outreach outreach = random_outreach(random, caller.id);
  core::TextMessage first = random_text(random, outreach);
  first.channel = core::Channel::kSms;
  first.channel_id = "SM1";
  core::TextMessage second = random_text(random, outreach);
  second.channel = core::Channel::kTelegram;
  second.channel_id = "SM1";
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.insert(caller));
    PL_DO(tx.insert(outreach));
    PL_DO(tx.insert(first));
    return tx.insert(second);
  });
  const auto find = [&](core::Channel channel, const std::string& id) {
    const auto found =
        ask(under, [&](ports::Tx& tx) { return tx.text_by_channel_id(channel, id); });
    return found ? std::optional(found->id) : std::nullopt;
  };
  EXPECT_EQ(find(core::Channel::kSms, "SM1"), first.id);
  EXPECT_EQ(find(core::Channel::kTelegram, "SM1"), second.id);
  second.channel = core::Channel::kSms;
  expect_code(run(under, [&](ports::Tx& tx) { return tx.update(second); }), Code::kConflict);
  second.channel_id = "";
  first.channel_id = "SM2";
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.update(second));
    return tx.update(first);
  });
  EXPECT_EQ(find(core::Channel::kSms, ""), std::nullopt);
  EXPECT_EQ(find(core::Channel::kSms, "SM1"), std::nullopt);
  EXPECT_EQ(find(core::Channel::kSms, "SM2"), first.id);
  must(under, [&](ports::Tx& tx) { return tx.remove(first.id); });
  EXPECT_EQ(find(core::Channel::kSms, "SM2"), std::nullopt);
}

void lists_of_callers(StoreUnderTest& under) {
  Random random(70);
  const std::vector<core::LineName> lines{{"alpha"}, {"beta"}, {"gamma"}};
  const std::string chats[]{"1", "2"};
  const auto make = [&](int i) {
    core::Caller caller = random.any<core::Caller>();
    caller.line = lines[static_cast<std::size_t>(i) % lines.size()];
    if (caller.telegram_chat_id) caller.telegram_chat_id = chats[random.below(2)];
    return caller;
  };
  std::vector<core::Caller> callers;
  for (int i = 0; i < kRows; ++i) {
    callers.push_back(make(i));
    if (static_cast<std::size_t>(i) % lines.size() != 0)
      callers.back().number = callers[callers.size() - 2].number;
  }
  must(under, [&](ports::Tx& tx) -> Result<void> {
    for (const core::Caller& one : callers) PL_DO(tx.insert(one));
    for (int i = 0; i < kRows; i += 4) {
      core::Caller& old = callers[static_cast<std::size_t>(i)];
      core::Caller changed = make(i);
      changed.id = old.id;
      PL_DO(tx.update(old = changed));
    }
    return {};
  });
  const auto id = [](const core::Caller& one) { return one.id; };
  for (const core::Caller& one : callers) {
    EXPECT_EQ(
        ids_of(ask(under, [&](ports::Tx& tx) { return tx.callers_with(one.number.number); })),
        expected(
            callers, [&](const auto& c) { return c.number.number == one.number.number; }, id));
  }
  for (const std::string& chat : chats) {
    EXPECT_EQ(ids_of(ask(under, [&](ports::Tx& tx) { return tx.callers_in_chat(chat); })),
              expected(
                  callers, [&](const auto& c) { return c.telegram_chat_id == chat; }, id));
  }
  EXPECT_TRUE(ask(under, [](ports::Tx& tx) { return tx.callers_in_chat("3"); }).empty());
  for (const auto& line : {std::optional<core::LineName>(), std::optional(lines[1])}) {
    for (const auto& stage : {std::optional<core::Stage>(), std::optional(core::Stage::kSkipped)}) {
      for (const auto& before : {std::optional<core::CallerId>(), std::optional(callers[9].id)}) {
        const ports::CallerFilter filter{
            .line = line, .stage = stage, .before = before, .limit = 8};
        const auto wanted = [&](const core::Caller& c) {
          return (!line || c.line == *line) && (!stage || c.stage == *stage) &&
                 (!before || c.id < *before);
        };
        EXPECT_EQ(ids_of(ask(under, [&](ports::Tx& tx) { return tx.callers(filter); })),
                  newest(callers, wanted, 8));
      }
    }
  }
}

}  // namespace in_outbox_and_access

std::vector<Case> outbox_and_access() {
  using namespace in_outbox_and_access;
  return {{"ApiKeysComeBackWhole", false, keys},
          {"EndpointsComeBackWhole", false, endpoints},
          {"AnApiKeyIsThereOnce", false, keys_once},
          {"AnswersAreKeptOnceAndDropped", false, answers},
          {"DeliveriesComeBackAndAreListed", false, deliveries},
          {"DueDeliveriesAreFilteredAndOrdered", false, due},
          {"DeliveriesGoWhenSettledOrWithTheirEndpoint", false, dropped},
          {"AbsentEndpointsAndDeliveriesAreNotFound", false, absent},
          {"AFailingWorkLeavesTheOutboxAsItWas", false, undone},
          {"TextsByTheChannelsName", false, texts_by_channel},
          {"ListsOfCallers", false, lists_of_callers}};
}

}  // namespace pl::store_suite
