#include "engine/privacy.h"

#include <algorithm>
#include <limits>
#include <set>

#include "base/planted.h"
#include "engine/onboarding.h"

namespace pl::engine {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kForgettingsAtOnce = 10;
constexpr Millis kForgetPatience = 60s;  // longer than the platform takes to answer
constexpr Millis kForgetRetries[] = {30s, 5min, 30min, 2h, 6h, 12h, 24h, 24h, 24h};
constexpr std::size_t kEverybody = std::numeric_limits<std::int32_t>::max();
constexpr const char* kStopConfirmed = "Understood. You will not be called or texted by us again.";

Result<void> nobody_on_the_phone(Turn& turn, const core::PhoneNumber& number) {
  PL_TRY(const bool live, turn.tx.has_live_call(number, turn.now));
  if (!live || planted(Bug::kErasedInTheCall)) return {};
  return fail(Code::kConflict, "a call with this caller is live; erase them when it is over");
}

Result<std::vector<core::Caller>> callers_at(Turn& turn, core::Channel channel,
                                             const std::string& address) {
  switch (channel) {
    case core::Channel::kTelegram:
      return turn.tx.callers_in_chat(address);
    case core::Channel::kSms: {
      const auto facts = turn.world.numbers.read(address);
      if (!facts) return std::vector<core::Caller>();
      return turn.tx.callers_with(facts->number);
    }
  }
  return std::vector<core::Caller>();
}

}  // namespace

Result<ports::Erasure> erase_caller(Turn& turn, const core::CallerId& id, std::string by) {
  PL_TRY(const core::Caller caller, turn.caller(id));
  PL_DO(nobody_on_the_phone(turn, caller.number.number));
  if (caller.opted_out_at) PL_DO(set_suppressed(turn, caller.number.number, true));
  PL_TRY(const ports::Erased erased, turn.tx.erase(id));
  const ports::Erasure receipt{
      .id = turn.new_id<core::ErasureId>(),
      .caller = id,
      .at = turn.now,
      .by = std::move(by),
      .rows = erased.rows,
      .conversations = static_cast<std::int64_t>(erased.conversations.size())};
  PL_DO(turn.tx.insert(receipt));
  for (const core::ConversationId& conversation : erased.conversations) {
    if (planted(Bug::kPlatformRemembers)) break;
    PL_DO(turn.tx.put(ports::Forgetting{.conversation = conversation,
                                        .erasure = receipt.id,
                                        .tries = 0,
                                        .due = turn.now,
                                        .failure = {}}));
  }
  core::JournalEntry entry = entry_for(caller, "caller.erased");
  entry.details = {{"receipt", receipt.id.text()}, {"by", receipt.by}};
  PL_DO(turn.journal(std::move(entry)));
  return receipt;
}

Result<std::vector<core::ConversationId>> due_forgettings(Turn& turn) {
  return turn.tx.due_forgettings(turn.now, kForgettingsAtOnce);
}

Result<void> advance_forgetting(Turn& turn, const core::ConversationId& id) {
  PL_TRY(auto forgetting, turn.tx.forgetting(id));
  if (!forgetting || !forgetting->due || *forgetting->due > turn.now) return {};
  ++forgetting->tries;
  forgetting->due = turn.now + kForgetPatience;
  PL_DO(turn.tx.put(*forgetting));
  turn.effects.emplace_back(ForgetConversation{id});
  return {};
}

Result<void> advance_forgettings(Turn& turn) {
  PL_TRY(const auto due, due_forgettings(turn));
  for (const core::ConversationId& id : due) PL_DO(advance_forgetting(turn, id));
  return {};
}

Result<void> forgetting_ended(Turn& turn, const core::ConversationId& id,
                              const Result<void>& result) {
  PL_TRY(auto found, turn.tx.forgetting(id));
  if (!found) return {};
  if (result || result.error().code == Code::kNotFound) return turn.tx.remove(id);
  ports::Forgetting forgetting = *std::move(found);
  forgetting.failure = result.error().message;
  const auto used = static_cast<std::size_t>(std::max(forgetting.tries, 1));
  if (used <= std::size(kForgetRetries)) {
    forgetting.due = turn.now + kForgetRetries[used - 1];
    return turn.tx.put(forgetting);
  }
  forgetting.due.reset();
  PL_DO(turn.tx.put(forgetting));
  return turn.raise(
      {}, core::AttentionReason::kErasureStuck, forgetting.erasure.text(),
      "the platform does not delete a conversation of an erased caller: " + forgetting.failure,
      "delete it there by hand; the receipt names what is left");
}

Result<ErasureState> erasure(Turn& turn, const core::ErasureId& id) {
  PL_TRY(auto receipt, turn.tx.erasure(id));
  if (!receipt) return fail(Code::kNotFound, "no erasure " + id.text());
  PL_TRY(auto left, turn.tx.forgettings(id));
  return ErasureState{*std::move(receipt), std::move(left)};
}

Result<void> leave_alone(Turn& turn, core::Caller& caller, const std::string& who,
                         const std::string& why) {
  if (caller.opted_out_at) return {};
  PL_TRY(const auto same_number, turn.tx.callers_with(caller.number.number));
  for (core::Caller other : same_number) {
    core::Caller& one = other.id == caller.id ? caller : other;
    if (one.opted_out_at) continue;
    one.opted_out_at = turn.now;
    one.updated_at = turn.now;
    PL_DO(turn.tx.update(one));
    PL_DO(turn.journal(entry_for(one, "caller.opted-out")));
    if (planted(Bug::kOptOutAtScheduleOnly)) continue;
    PL_DO(withdraw_outreaches(turn, one.id, who, why));
  }
  return set_suppressed(turn, caller.number.number, true);
}

Result<void> welcome_back(Turn& turn, const core::Caller& caller) {
  PL_TRY(const auto same_number, turn.tx.callers_with(caller.number.number));
  const bool other_stays_out = std::any_of(
      same_number.begin(), same_number.end(),
      [&](const core::Caller& other) { return other.id != caller.id && other.opted_out_at; });
  if (other_stays_out) return {};
  return set_suppressed(turn, caller.number.number, false);
}

Result<bool> is_suppressed(Turn& turn, const core::PhoneNumber& number) {
  if (turn.world.suppression == nullptr) return false;
  return turn.tx.is_suppressed(turn.world.suppression->hash_of(number));
}

Result<void> set_suppressed(Turn& turn, const core::PhoneNumber& number, bool suppressed) {
  if (turn.world.suppression == nullptr) return {};
  const std::string hash = turn.world.suppression->hash_of(number);
  if (suppressed) {
    PL_DO(turn.tx.suppress(hash, turn.now));
  } else {
    PL_DO(turn.tx.lift_suppression(hash));
  }
  turn.effects.emplace_back(NoteSuppression{hash, suppressed});
  return {};
}

Result<void> recall_opt_out(Turn& turn, const core::CallerId& id) {
  PL_TRY(auto caller, turn.tx.caller(id));
  if (!caller || caller->opted_out_at) return {};
  PL_TRY(const bool suppressed, is_suppressed(turn, caller->number.number));
  if (!suppressed) return {};
  return leave_alone(turn, *caller, "caller", "opted out while their row could not be read");
}

Result<void> recall_suppressed(Turn& turn, const std::map<std::string, bool>& noted) {
  std::set<std::string> news;
  for (const auto& [hash, suppressed] : noted) {
    // Nothing is lifted here: a last line may be missing, and who asked twice must not be lost.
    PL_TRY(const bool known, turn.tx.is_suppressed(hash));
    if (!suppressed || known) continue;
    PL_DO(turn.tx.suppress(hash, turn.now));
    news.insert(hash);
  }
  if (news.empty()) return {};
  PL_TRY(const auto callers,
         turn.tx.callers({.line = {}, .stage = {}, .before = {}, .limit = kEverybody}));
  for (const core::Caller& listed : callers) {
    if (!news.contains(turn.world.suppression->hash_of(listed.number.number))) continue;
    PL_TRY(core::Caller caller,
           turn.caller(listed.id));  // one before may have been the same person
    PL_DO(leave_alone(turn, caller, "caller", "opted out before the database was restored"));
  }
  return {};
}

Result<void> stop_came_in(Turn& turn, core::Channel channel, const std::string& address) {
  PL_TRY(const auto callers, callers_at(turn, channel, address));
  bool news = false;
  for (const core::Caller& listed : callers) {
    PL_TRY(core::Caller caller,
           turn.caller(listed.id));  // one before may have been the same person
    news = news || !caller.opted_out_at;
    PL_DO(leave_alone(turn, caller, "caller", "wrote to stop"));
  }
  if (news) turn.effects.emplace_back(SendNotice{channel, address, kStopConfirmed});
  // Whoever is no caller, or not any more, may become one.
  const auto stranger = turn.world.numbers.read(address);
  if (!callers.empty() || channel != core::Channel::kSms || !stranger) return {};
  return set_suppressed(turn, stranger->number, true);
}

}  // namespace pl::engine
