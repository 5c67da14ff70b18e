#include "store/memory/reindex.h"
#include "store/memory/tables.h"

namespace pl::store {
namespace {

using core::Call;
using OfCaller = Key<const core::CallerId&>;
using OfOutreach = Key<const core::OutreachId&>;
using Heard = Key<const core::CallerId&, UtcTime>;
using NumberTime = Key<const core::PhoneNumber&, UtcTime>;
using LineTime = Key<const core::LineName&, UtcTime>;

bool is_dial(const Call& call) {
  return call.direction == core::Direction::kOutbound && call.verdict != core::Verdict::kRefusedUs;
}
bool is_unanswered(const Call& call) {
  return call.direction == core::Direction::kOutbound && lives(call) && !call.placed_at &&
         !call.unclear_at;
}
Heard heard(const Call& call) {
  if (!call.caller || !core::has_person(call) || !call.ended_at) return {};
  return Heard({*call.caller, *call.ended_at});
}

void follow_relations(Tables& tables, CallSlot& slot, const Call* before, const Call* after) {
  const auto caller = [](const Call& row) {
    return row.caller ? OfCaller(*row.caller) : OfCaller();
  };
  follow(
      before, after, caller,
      [&](const auto& id) { erase_sorted(tables.callers.find(id)->calls, &slot, ById()); },
      [&](const auto& id) { insert_sorted(tables.callers.find(id)->calls, &slot, ById()); });
  follow(
      before, after, heard,
      [&](const auto& id, UtcTime end) { erase_sorted(tables.callers.find(id)->heard, end); },
      [&](const auto& id, UtcTime end) { insert_sorted(tables.callers.find(id)->heard, end); });
  follow(
      before, after,
      [](const Call& row) { return row.outreach ? OfOutreach(*row.outreach) : OfOutreach(); },
      [&](const auto& id) { erase_sorted(tables.outreaches.find(id)->calls, &slot, ById()); },
      [&](const auto& id) { insert_sorted(tables.outreaches.find(id)->calls, &slot, ById()); });
}

// Who is on the phone.
void follow_live(Tables& tables, CallSlot& slot, const Call* before, const Call* after) {
  follow(
      before, after,
      [](const Call& row) {
        return lives(row) && row.number ? NumberTime({*row.number, row.lapses_at}) : NumberTime();
      },
      [&](const auto& number, UtcTime at) { erase_sorted(tables.numbers[number].live, at); },
      [&](const auto& number, UtcTime at) { insert_sorted(tables.numbers[number].live, at); });
  follow(
      before, after,
      [](const Call& row) {
        return lives(row) ? LineTime({row.line, row.lapses_at}) : LineTime();
      },
      [&](const auto& line, UtcTime at) { erase_sorted(tables.lines[line].live, at); },
      [&](const auto& line, UtcTime at) { insert_sorted(tables.lines[line].live, at); });
  follow(
      before, after, [](const Call& row) { return lives(row) ? Key<bool>(true) : Key<bool>(); },
      [&](bool) { erase_sorted(tables.live_calls, &slot, ById()); },
      [&](bool) { insert_sorted(tables.live_calls, &slot, ById()); });
  follow(
      before, after,
      [](const Call& row) {
        using Ringing = Key<const core::PhoneNumber&>;
        const bool rings = row.direction == core::Direction::kOutbound && lives(row);
        return rings && row.number ? Ringing(*row.number) : Ringing();
      },
      [&](const auto& number) { tables.numbers[number].ringing = nullptr; },
      [&](const auto& number) { tables.numbers[number].ringing = &slot; });
  follow(
      before, after,
      [](const Call& row) { return is_unanswered(row) ? Key<bool>(true) : Key<bool>(); },
      [&](bool) { erase_sorted(tables.unanswered_dials, &slot, ById()); },
      [&](bool) { insert_sorted(tables.unanswered_dials, &slot, ById()); });
}

// How often was rung. A dial that the platform refused to place for us rang nowhere.
void follow_dials(Tables& tables, const Call* before, const Call* after) {
  follow(
      before, after,
      [](const Call& row) {
        return is_dial(row) && row.number ? NumberTime({*row.number, row.started_at})
                                          : NumberTime();
      },
      [&](const auto& number, UtcTime at) { erase_sorted(tables.numbers[number].dials, at); },
      [&](const auto& number, UtcTime at) { insert_sorted(tables.numbers[number].dials, at); });
  follow(
      before, after,
      [](const Call& row) {
        return is_dial(row) ? LineTime({row.line, row.started_at}) : LineTime();
      },
      [&](const auto& line, UtcTime at) { erase_sorted(tables.lines[line].dials, at); },
      [&](const auto& line, UtcTime at) { insert_sorted(tables.lines[line].dials, at); });
}

// What the platform calls it, and when it is asked about it.
void follow_platform(Tables& tables, CallSlot& slot, const Call* before, const Call* after) {
  follow(
      before, after,
      [](const Call& row) {
        using Conversation = Key<const core::ConversationId&>;
        return row.conversation ? Conversation(*row.conversation) : Conversation();
      },
      [&](const auto& conversation) { tables.conversations.erase(conversation); },
      [&](const auto& conversation) { tables.conversations[conversation] = &slot; });
  follow(
      before, after,
      [](const Call& row) {
        using Sid = Key<const core::CallSid&>;
        return row.call_sid ? Sid(*row.call_sid) : Sid();
      },
      [&](const auto& sid) { drop_from(tables.sids, sid, &slot); },
      [&](const auto& sid) { insert_sorted(tables.sids[sid], &slot, ById()); });
  follow(
      before, after,
      [&slot](const Call& row) {
        return row.poll_at ? Key<Poll>(Poll{*row.poll_at, &slot}) : Key<Poll>();
      },
      [&](const Poll& poll) { tables.polls.drop(poll); },
      [&](const Poll& poll) { tables.polls.add(poll); });
}

}  // namespace

void Tables::reindex(CallSlot& slot, const Call* before, const Call* after) {
  if (!before) insert_sorted(calls_by_id, &slot, ById());
  if (!after) erase_sorted(calls_by_id, &slot, ById());
  follow_relations(*this, slot, before, after);
  follow_live(*this, slot, before, after);
  follow_dials(*this, before, after);
  follow_platform(*this, slot, before, after);
}

}  // namespace pl::store
