#include "engine/set_aside.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/planted.h"
#include "engine/calls.h"
#include "engine/dialer.h"
#include "engine/events.h"
#include "engine/privacy.h"
#include "engine/texts.h"

namespace pl::engine {
namespace {

using namespace std::chrono_literals;
using ports::RowKey;
using ports::Table;

constexpr Millis kBackOff[] = {1min, 5min, 30min, 2h, 12h};  // and then every 12 hours

Millis back_off(int tries) {
  const auto used = static_cast<std::size_t>(std::max(tries, 1));
  return kBackOff[std::min(used, std::size(kBackOff)) - 1];
}

// One open item a row.
std::string subject_of(const RowKey& row) {
  return fmt::format("{} {}", text_of(row.table), row.id);
}

std::string_view remedy_of(Table table) {
  switch (table) {
    case Table::kPause:
      return "mend the row, or resolve this item: the line dials again then";
    case Table::kCaller:
    case Table::kOutreach:
    case Table::kCall:
    case Table::kText:
    case Table::kDelivery:
    case Table::kForgetting:
    case Table::kEndpoint:
      break;
  }
  return "mend the row, as from a backup; it is tried again by itself, and at once when this item "
         "is resolved";
}

Result<void> journal(Turn& turn, const char* kind, const RowKey& row, const std::string& reason) {
  core::JournalEntry entry;
  entry.kind = kind;
  entry.details = {{"table", std::string(text_of(row.table))}, {"id", row.id}};
  if (!reason.empty()) entry.details["reason"] = reason;
  return turn.journal(std::move(entry));
}

template <class SomeId>
void add_keys(std::vector<RowKey>& keys, Table table, const std::vector<SomeId>& ids) {
  for (const SomeId& id : ids) {
    if constexpr (requires { id.view(); }) {
      keys.push_back({table, id.text()});
    } else {
      keys.push_back({table, id.text});
    }
  }
}

// What an id in a key stands for; an id that is none stands for nothing.
template <class SomeId>
Result<void> with_id(const RowKey& row, Turn& turn, Result<void> (*use)(Turn&, const SomeId&)) {
  const auto id = SomeId::parse(row.id);
  return id ? use(turn, *id) : Result<void>();
}

Result<void> read_text(Turn& turn, const core::TextId& id) {
  PL_DO(turn.tx.text(id));
  return {};
}

// Of a line that stands still, it is due again when that goes on.
Result<void> advance_where_dials_go(Turn& turn, const core::OutreachId& id) {
  PL_TRY(const auto outreach, turn.tx.outreach(id));
  PL_TRY(const auto pauses, turn.tx.pauses());
  if (!outreach || pauses.contains(outreach->line)) return {};
  return advance_outreach(turn, id);
}

Result<void> advance(Turn& turn, const RowKey& row) {
  switch (row.table) {
    case Table::kCaller:
      return with_id<core::CallerId>(row, turn, recall_opt_out);
    case Table::kOutreach:
      return with_id<core::OutreachId>(row, turn, advance_where_dials_go);
    case Table::kCall:
      return with_id<core::CallId>(row, turn, poll_call);
    case Table::kText:
      return with_id<core::TextId>(row, turn, read_text);
    case Table::kDelivery:
      return with_id<core::DeliveryId>(row, turn, advance_delivery);
    case Table::kForgetting:
      return advance_forgetting(turn, {row.id});
    case Table::kPause:
      return advance_pause(turn, {row.id});
    case Table::kEndpoint:
      PL_DO(turn.tx.endpoints());
      return {};
  }
  return {};
}

// Lists pass over a row that makes no sense; whoever came for it must not.
Result<void> must_be_readable(Turn& turn, const RowKey& row) {
  for (const ports::Unreadable& met : turn.tx.unreadable()) {
    if (met.row == row) return fail(Code::kCorrupt, met.why);
  }
  return {};
}

}  // namespace

bool is_of_a_row(Code code) {
  switch (code) {
    case Code::kInvalid:
    case Code::kUnauthorized:
    case Code::kNotFound:
    case Code::kConflict:
    case Code::kCorrupt:
    case Code::kInternal:
      return true;
    case Code::kUnavailable:
    case Code::kOutcomeUnknown:
      return false;
  }
  return false;
}

Result<void> set_aside(Turn& turn, const RowKey& row, const std::string& reason) {
  PL_TRY(const auto known, turn.tx.set_aside(row));
  if (known && known->until > turn.now) return {};
  const int tries = known ? known->tries + 1 : 1;
  PL_DO(turn.tx.put(ports::SetAside{row, turn.now + back_off(tries), tries, reason}));
  if (!known) PL_DO(journal(turn, "row.set-aside", row, reason));
  if (planted(Bug::kSetAsideInSilence)) return {};
  return turn.raise(
      {}, core::AttentionReason::kRowSetAside, subject_of(row),
      fmt::format("{} is set aside, and whatever needs it waits: {}", subject_of(row), reason),
      std::string(remedy_of(row.table)));
}

Result<void> set_aside_unreadable(Turn& turn) {
  // To tell of one may meet another: an endpoint that would be told.
  for (std::size_t told = 0; told < turn.tx.unreadable().size(); ++told) {
    const ports::Unreadable met = turn.tx.unreadable()[told];
    PL_DO(set_aside(turn, met.row, met.why));
  }
  return {};
}

Result<void> release(Turn& turn, const RowKey& row) {
  PL_TRY(const auto known, turn.tx.set_aside(row));
  if (!known) return {};
  PL_DO(turn.tx.release(row));
  PL_DO(turn.settle(core::AttentionReason::kRowSetAside, {}, subject_of(row)));
  return journal(turn, "row.released", row, "");
}

Result<std::vector<RowKey>> what_is_due(Turn& turn) {
  std::vector<RowKey> keys;
  PL_TRY(const auto pauses, due_pauses(turn));
  add_keys(keys, Table::kPause, pauses);
  PL_TRY(const auto polls, due_polls(turn));
  add_keys(keys, Table::kCall, polls);
  PL_TRY(const auto outreaches, due_outreaches(turn));
  add_keys(keys, Table::kOutreach, outreaches);
  PL_TRY(const auto deliveries, due_deliveries(turn));
  add_keys(keys, Table::kDelivery, deliveries);
  PL_TRY(const auto forgettings, due_forgettings(turn));
  add_keys(keys, Table::kForgetting, forgettings);
  return keys;
}

Result<void> advance_alone(Turn& turn, const RowKey& row) {
  PL_TRY(const auto aside, turn.tx.set_aside(row));
  if (aside && row.table == Table::kOutreach) {
    PL_DO(with_id<core::OutreachId>(row, turn, catch_up));
  }
  PL_DO(advance(turn, row));
  PL_DO(must_be_readable(turn, row));
  return aside ? release(turn, row) : Result<void>();
}

Result<std::vector<RowKey>> what_to_recover(Turn& turn) {
  std::vector<RowKey> keys;
  PL_TRY(const auto dials, turn.tx.unanswered_dials());
  for (const core::Call& call : dials) keys.push_back({Table::kCall, call.id.text()});
  PL_TRY(const auto texts, turn.tx.unanswered_texts());
  for (const core::TextMessage& text : texts) keys.push_back({Table::kText, text.id.text()});
  return keys;
}

Result<void> recover_alone(Turn& turn, const RowKey& row) {
  if (row.table == Table::kCall) return with_id<core::CallId>(row, turn, recover_dial);
  return with_id<core::TextId>(row, turn, recover_text);
}

Result<void> try_again(Turn& turn, std::string_view subject) {
  const std::size_t space = subject.find(' ');
  if (space == std::string_view::npos) return {};
  const auto table = enum_from<ports::Table>(subject.substr(0, space));
  if (!table) return {};
  const RowKey row{*table, std::string(subject.substr(space + 1))};
  PL_TRY(auto aside, turn.tx.set_aside(row));
  if (!aside) return {};
  if (*table == Table::kPause) {
    PL_DO(resume_dialer(turn, {row.id}));
    return release(turn, row);
  }
  aside->until = turn.now;
  return turn.tx.put(*aside);
}

}  // namespace pl::engine
