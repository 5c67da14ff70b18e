// Who was erased is gone, here and at the platform, and does not come back.
#include <algorithm>

#include "audit/books.h"

namespace pl::audit {

// What they were called with, what was to reach them, and what a stranger said from a number that
// was theirs and is nobody else's.
bool Auditor::Books::theirs(const CallBook& call, const CallerBook& caller,
                            const std::unordered_set<std::string>& own_numbers) const {
  if (call.caller == &caller) return true;
  if (call.outreach != nullptr && call.outreach->caller == &caller) return true;
  return call.caller == nullptr && call.row.number && own_numbers.contains(*call.row.number);
}

void Auditor::Books::erased(const Commit& commit, const std::string& id) {
  CallerBook* const caller = callers.find(id);
  if (caller == nullptr || caller->gone) return broke("INV-28", "{} was erased, unknown", id);
  caller->gone = true;
  std::unordered_set<std::string> own_numbers{caller->row.number};
  for (const CallBook& call : calls) {
    if (call.caller == caller && call.row.number) own_numbers.insert(*call.row.number);
  }
  for (const std::string& number : own_numbers) {
    if (numbers[number].caller == caller) numbers[number].caller = nullptr;
  }
  std::erase_if(own_numbers,
                [this](const std::string& number) { return numbers[number].caller != nullptr; });

  for (OutreachBook* outreach : caller->outreaches) outreach->gone = true;
  for (CallBook& call : calls) {
    if (call.gone || !theirs(call, *caller, own_numbers)) continue;
    const bool live = call.unfinished() && call.row.lapses_at > commit.at;
    if (live && call.caller == caller) {
      broke("INV-28", "{} was erased while {} went on", id, call.row.id);
    }
    call.gone = true;
    if (call.row.conversation) unforgotten.insert(*call.row.conversation);
    if (call.number != nullptr) std::erase(call.number->attempts, &call);
  }
  const auto is_gone = [](const CallBook* call) { return call->gone; };
  std::erase_if(unfinished, is_gone);
  // A clock that went back has them in the future, where the pace is kept by rows alone.
  if (excuses.clock_steps) std::erase_if(recent, is_gone);
}

// Nothing else can be said of a commit that knows somebody who is gone.
bool Auditor::Books::back_from_erasure(const Commit& commit) {
  const auto check = [&](auto& shelf, const auto& rows) {
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
      const auto* const book = shelf.find(row.id);
      if (book == nullptr || !book->gone) return false;
      broke("INV-28", "{} was written after its caller was erased ({})", row.id, commit.cause);
      return true;
    });
  };
  const bool texted =
      std::any_of(commit.texts.begin(), commit.texts.end(), [this](const TextRow& row) {
        const OutreachBook* const outreach = outreaches.find(row.outreach);
        return outreach != nullptr && outreach->gone;
      });
  if (texted) broke("INV-28", "a text was written after its caller was erased ({})", commit.cause);
  return texted || check(callers, commit.callers) || check(outreaches, commit.outreaches) ||
         check(calls, commit.calls);
}

}  // namespace pl::audit
