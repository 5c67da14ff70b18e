// What must happen once, however often it is told.
#include <gtest/gtest.h>

#include <algorithm>

#include "store_suite.h"

namespace pl::store_suite {
namespace in_once_onlys {

void expect_conflict(const Result<void>& result) {
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, Code::kConflict);
}

void numbers(StoreUnderTest& under) {
  Random random(50);
  const core::Caller first = random.any<core::Caller>();
  core::Caller second = random.any<core::Caller>();
  second.number.number = first.number.number;
  must(under, [&](ports::Tx& tx) { return tx.insert(first); });
  must(under, [&](ports::Tx& tx) { return tx.insert(second); });  // on another line
  second.line = first.line;
  const Result<void> result = run(under, [&](ports::Tx& tx) { return tx.update(second); });
  expect_conflict(result);
  EXPECT_EQ(result.error().message.find(first.number.number.e164()), std::string::npos);
  second.id = random.id<core::CallerId>();
  expect_conflict(run(under, [&](ports::Tx& tx) { return tx.insert(second); }));
}

void conversations(StoreUnderTest& under) {
  Random random(51);
  const core::Caller caller = random.any<core::Caller>();
  const core::Outreach outreach = random_outreach(random, caller.id);
  core::Call first = random_call(random, caller.id, outreach.id);
  core::Call second = random_call(random, caller.id, outreach.id);
  first.conversation = second.conversation = core::ConversationId{"conv"};
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.insert(caller));
    PL_DO(tx.insert(outreach));
    return tx.insert(first);
  });
  expect_conflict(run(under, [&](ports::Tx& tx) { return tx.insert(second); }));
}

void inbox(StoreUnderTest& under) {
  Random random(52);
  ports::InboxItem item = random_item(random);
  const auto insert = [&] { return ask(under, [&](ports::Tx& tx) { return tx.insert(item); }); };
  EXPECT_TRUE(insert());
  item.received_at += Millis(1);
  EXPECT_FALSE(insert());
  item.sha256 += "other";
  EXPECT_TRUE(insert());
  EXPECT_FALSE(insert());
}

void parked(StoreUnderTest& under) {
  Random random(53);
  std::vector<ports::InboxItem> items;
  for (int i = 0; i < 4; ++i) {
    items.push_back(random_item(random));
    items.back().received_at = from_ms(10 - i);
    items.back().conversation = core::ConversationId{i == 3 ? "other" : "conv"};
    items.back().parked = i != 1;
    ask(under, [&](ports::Tx& tx) { return tx.insert(items.back()); });
  }
  const auto take = [&] {
    return ask(under, [](ports::Tx& tx) { return tx.take_parked({"conv"}); });
  };
  const auto taken = take();
  ASSERT_EQ(taken.size(), 2U);  // in the order of their arrival
  EXPECT_EQ(difference(taken[0], items[2]), "");
  EXPECT_EQ(difference(taken[1], items[0]), "");
  EXPECT_TRUE(take().empty());
  EXPECT_EQ(ask(under, [](ports::Tx& tx) { return tx.take_parked({"other"}); }).size(), 1U);
  // A parked item that was taken still counts as having come.
  EXPECT_FALSE(ask(under, [&](ports::Tx& tx) { return tx.insert(items[0]); }));
}

void attention(StoreUnderTest& under) {
  Random random(54);
  core::Attention first = random_attention(random);
  first.resolved_at.reset();
  core::Attention second = random_attention(random);
  second.reason = first.reason;
  second.subject = first.subject;
  second.resolved_at.reset();
  const auto raise = [&](const core::Attention& item) {
    return ask(under, [&](ports::Tx& tx) { return tx.raise(item); });
  };
  const auto open = [&](const ports::AttentionFilter& filter = {}) {
    std::vector<core::AttentionId> ids;
    for (const auto& item : ask(under, [&](ports::Tx& tx) { return tx.open_attention(filter); })) {
      ids.push_back(item.id);
    }
    return ids;
  };
  EXPECT_TRUE(raise(first));
  EXPECT_FALSE(raise(second));
  EXPECT_EQ(open(), std::vector{first.id});
  must(under, [&](ports::Tx& tx) { return tx.resolve(first.id, from_ms(7)); });
  must(under, [&](ports::Tx& tx) { return tx.resolve(first.id, from_ms(8)); });
  const auto resolved = ask(under, [&](ports::Tx& tx) { return tx.attention(first.id); });
  EXPECT_EQ(resolved->resolved_at, from_ms(7));
  EXPECT_TRUE(open().empty());
  EXPECT_TRUE(raise(second));
  EXPECT_EQ(open(), std::vector{second.id});
}

// All raised in the same millisecond, some of them resolved since.
void attention_in_pages(StoreUnderTest& under) {
  using core::AttentionReason;
  Random random(61);
  std::vector<core::Attention> newest;
  for (int i = 0; i < 12; ++i) {
    core::Attention item = random_attention(random);
    item.line.text = i % 2 == 0 ? "even" : "odd";
    item.reason = i < 4 ? AttentionReason::kPersonaDrift : AttentionReason::kOutreachFailed;
    item.subject = "subject " + std::to_string(i);
    item.raised_at = from_ms(5);
    item.resolved_at.reset();
    EXPECT_TRUE(ask(under, [&](ports::Tx& tx) { return tx.raise(item); }));
    if (i % 4 == 3) {
      must(under, [&](ports::Tx& tx) { return tx.resolve(item.id, from_ms(7)); });
    } else {
      newest.push_back(item);
    }
  }
  std::sort(newest.begin(), newest.end(), [](auto& a, auto& b) { return b.id < a.id; });
  const auto all_pages = [&](ports::AttentionFilter filter) {
    std::vector<core::AttentionId> ids;
    for (filter.limit = 2;; filter.before = ids.back()) {
      const auto page = ask(under, [&](ports::Tx& tx) { return tx.open_attention(filter); });
      EXPECT_LE(page.size(), 2U);
      for (const auto& item : page) ids.push_back(item.id);
      if (page.empty() || ids.size() > newest.size()) return ids;
    }
  };
  const auto those = [&](const auto& wanted) {
    std::vector<core::AttentionId> ids;
    for (const auto& item : newest) {
      if (wanted(item)) ids.push_back(item.id);
    }
    return ids;
  };
  const core::LineName even{"even"};
  const auto drift = AttentionReason::kPersonaDrift;
  EXPECT_EQ(all_pages({}), those([](auto&) { return true; }));
  EXPECT_EQ(all_pages({.line = even}), those([&](auto& item) { return item.line == even; }));
  EXPECT_EQ(all_pages({.reason = drift}), those([&](auto& item) { return item.reason == drift; }));
  EXPECT_EQ(all_pages({.line = even, .reason = drift}),
            those([&](auto& item) { return item.line == even && item.reason == drift; }));
}

void effects(StoreUnderTest& under) {
  Random random(55);
  const core::Caller caller = random.any<core::Caller>();
  const core::Outreach outreach = random_outreach(random, caller.id);
  const core::Call call = random_call(random, caller.id, outreach.id);
  ports::ToolEffect effect = random_effect(random, call.id);
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.insert(caller));
    PL_DO(tx.insert(outreach));
    PL_DO(tx.insert(call));
    return tx.put(effect);
  });
  const auto expect_last = [&] {
    const auto last = ask(under, [&](ports::Tx& tx) { return tx.tool_effect(call.id); });
    EXPECT_EQ(difference(last, effect), "");
  };
  expect_last();
  effect.say = "said anew";
  must(under, [&](ports::Tx& tx) { return tx.put(effect); });
  expect_last();
  effect.tool.text += "x";
  effect.at -= Millis(1);  // a clock that was set back
  must(under, [&](ports::Tx& tx) { return tx.put(effect); });
  expect_last();
  const auto strangers = random.any<core::CallId>();
  EXPECT_FALSE(ask(under, [&](ports::Tx& tx) { return tx.tool_effect(strangers); }));
}

void texts(StoreUnderTest& under) {
  Random random(56);
  const core::Caller caller = random.any<core::Caller>();
  const core::Outreach outreach = random_outreach(random, caller.id);
  std::vector<core::TextId> all;
  std::vector<core::TextId> sending;
  must(under, [&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.insert(caller));
    PL_DO(tx.insert(outreach));
    for (int i = 0; i < 20; ++i) {
      const core::TextMessage text = random_text(random, outreach);
      all.push_back(text.id);
      if (text.state == core::TextState::kSending) sending.push_back(text.id);
      PL_DO(tx.insert(text));
    }
    return {};
  });
  std::sort(all.begin(), all.end());
  std::sort(sending.begin(), sending.end());
  const auto ids = [](const std::vector<core::TextMessage>& found) {
    std::vector<core::TextId> of;
    for (const core::TextMessage& text : found) of.push_back(text.id);
    return of;
  };
  EXPECT_EQ(ids(ask(under, [&](ports::Tx& tx) { return tx.texts_of(outreach.id); })), all);
  EXPECT_EQ(ids(ask(under, [](ports::Tx& tx) { return tx.unanswered_texts(); })), sending);
  ASSERT_FALSE(sending.empty());
}

}  // namespace in_once_onlys

std::vector<Case> once_onlys() {
  using namespace in_once_onlys;
  return {{"ALineHasANumberOnce", false, numbers},
          {"AConversationBelongsToOneCall", false, conversations},
          {"AnInboxItemComesOnce", false, inbox},
          {"ParkedItemsAreTakenOnce", false, parked},
          {"AttentionIsRaisedOnceWhileOpen", false, attention},
          {"OpenAttentionIsReadInPages", false, attention_in_pages},
          {"TheLastToolEffectOfACallIsKept", false, effects},
          {"TextsOfAnOutreachAndUnanswered", false, texts}};
}

}  // namespace pl::store_suite
