// Everything that says who a caller is or what they said goes, in the order that references allow.
#include <fmt/format.h>

#include <set>

#include "store/sql/sql_tx.h"

namespace pl::store {

// By id. Besides the caller's own calls, those of an outreach to them, and those of a stranger from
// a number that is, or was, theirs and nobody else's.
Result<std::vector<GoingCall>> SqlTx::calls_to_erase(const core::Caller& caller) {
  PL_TRY(auto calls, (all<GoingCall, "WHERE caller_id = ?">(caller.id)));
  std::set<core::PhoneNumber> numbers{caller.number.number};
  for (const GoingCall& call : calls) {
    if (const auto number = core::PhoneNumber::from_e164(call.number.value_or(""))) {
      numbers.insert(*number);
    }
  }
  const auto add = [&calls](std::vector<GoingCall> more) {
    calls.insert(calls.end(), more.begin(), more.end());
  };
  PL_TRY(auto of_outreaches,
         (all<GoingCall, "WHERE outreach_id IN (SELECT id FROM outreach WHERE caller_id = ?)">(
             caller.id)));
  add(std::move(of_outreaches));
  for (const core::PhoneNumber& number : numbers) {
    PL_TRY(const auto owner, caller_by_number(caller.line, number));
    if (owner && owner->id != caller.id) continue;
    PL_TRY(auto of_strangers,
           (all<GoingCall, "WHERE caller_id IS NULL AND number = ? AND line = ?">(number,
                                                                                  caller.line)));
    add(std::move(of_strangers));
  }
  const auto by_id = [](const GoingCall& a, const GoingCall& b) { return a.id < b.id; };
  const auto same = [](const GoingCall& a, const GoingCall& b) { return a.id == b.id; };
  std::sort(calls.begin(), calls.end(), by_id);
  calls.erase(std::unique(calls.begin(), calls.end(), same), calls.end());
  return calls;
}

template <class T>
Result<void> SqlTx::erase_rows(ports::Erased& erased, const char* table, std::string_view condition,
                               const T& value) {
  PL_TRY(const std::int64_t rows,
         change(fmt::format("DELETE FROM {} WHERE {}", table, condition), value));
  if (rows > 0) erased.rows[table] += rows;
  return {};
}

Result<void> SqlTx::erase_call(ports::Erased& erased, const GoingCall& call) {
  for (const char* table : {"tool_effect", "call_initiation", "call_content"}) {
    PL_DO(erase_rows(erased, table, "call_id = ?", call.id));
  }
  PL_DO(erase_rows(erased, "call", "id = ?", call.id));
  if (!call.conversation) return {};
  PL_DO(erase_rows(erased, "inbox", "conversation = ?", *call.conversation));
  erased.conversations.push_back(*call.conversation);
  return {};
}

Result<ports::Erased> SqlTx::erase(const core::CallerId& id) {
  constexpr const char* kTheirs = "caller_id = ?";
  constexpr const char* kOfTheirOutreach =
      "outreach_id IN (SELECT id FROM outreach WHERE caller_id = ?)";
  ports::Erased erased;
  PL_TRY(const auto found, caller(id));
  if (!found) return fail(Code::kNotFound, "the store has no such caller");
  has_erased_ = true;
  PL_TRY(const auto calls, calls_to_erase(*found));
  for (const GoingCall& call : calls) PL_DO(erase_call(erased, call));
  PL_DO(erase_rows(erased, "text_message", kTheirs, id));
  PL_DO(erase_rows(erased, "text_message", kOfTheirOutreach, id));
  PL_DO(
      change("UPDATE outreach SET redo = NULL"
             " WHERE redo IN (SELECT id FROM outreach WHERE caller_id = ?1) AND caller_id <> ?1",
             id));
  for (const char* table : {"outreach", "kept_answer", "delivery"}) {
    PL_DO(erase_rows(erased, table, kTheirs, id));
  }
  PL_DO(erase_rows(erased, "caller", "id = ?", id));
  return erased;
}

}  // namespace pl::store
