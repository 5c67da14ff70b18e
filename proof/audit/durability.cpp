// What was acknowledged is there after a crash, whole and unchanged, and nothing else is.
#include <algorithm>

#include "audit/books.h"

namespace pl::audit {
namespace {

template <class Row>
const Row* row_of(const std::vector<Row>& rows, const std::string& id) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

template <class Row>
const Row* row_of(const std::unordered_map<std::string_view, const Row*>& rows,
                  const std::string& id) {
  const auto found = rows.find(id);
  return found == rows.end() ? nullptr : found->second;
}

template <class Row>
bool share(const std::vector<Row>& some, const std::vector<Row>& others) {
  return std::any_of(some.begin(), some.end(),
                     [&](const Row& row) { return row_of(others, row.id) != nullptr; });
}

// Whether a commit knows one who would have been erased.
bool knows(const Commit& commit, const std::string& caller) {
  const auto is_theirs = [&](const auto& row) { return row.caller == caller; };
  return row_of(commit.callers, caller) != nullptr ||
         std::any_of(commit.outreaches.begin(), commit.outreaches.end(), is_theirs) ||
         std::any_of(commit.calls.begin(), commit.calls.end(), is_theirs);
}
bool knows_the_erased(const Commit& doubt, const Commit& next) {
  return std::any_of(doubt.erased.begin(), doubt.erased.end(),
                     [&](const std::string& caller) { return knows(next, caller); });
}

bool share_a_row(const Commit& doubt, const Commit& next) {
  return knows_the_erased(doubt, next) || share(doubt.calls, next.calls) ||
         share(doubt.outreaches, next.outreaches) || share(doubt.callers, next.callers) ||
         share(doubt.texts, next.texts);
}

bool journalled(const Commit& commit, std::string_view kind,
                const std::optional<std::string> JournalRow::*about, const std::string& id) {
  return std::any_of(commit.journal.begin(), commit.journal.end(), [&](const JournalRow& entry) {
    return entry.kind == kind && entry.*about == id;
  });
}

// The state in which a commit found an outreach; empty where its journal does not say.
std::string_view found_in(const Commit& commit, const std::string& outreach) {
  for (const JournalRow& entry : commit.journal) {
    const auto from = entry.details.find("from");
    if (entry.outreach == outreach && from != entry.details.end()) return from->second;
  }
  return {};
}

// What the next commit of a row says of a doubted one before it.
enum class Sign { kNone, kMade, kNotMade };

template <class Fact>
void read(Sign& sign, const Fact& before, const Fact& doubted, const Fact& now) {
  if (sign != Sign::kNone || before == doubted) return;
  if (now == doubted) sign = Sign::kMade;
  if (now == before) sign = Sign::kNotMade;
}

// A fact about a call is settled once: another one now means that the doubted one never was.
template <class Fact>
void read_settled(Sign& sign, const Fact& before, const Fact& doubted, const Fact& now) {
  if (sign != Sign::kNone || before == doubted) return;
  sign = now == doubted ? Sign::kMade : Sign::kNotMade;
}

Sign sign_of(const CallRow& before, const CallRow& doubted, const CallRow& now) {
  Sign sign = Sign::kNone;
  read_settled(sign, before.ended_at, doubted.ended_at, now.ended_at);
  read_settled(sign, before.verdict, doubted.verdict, now.verdict);
  read_settled(sign, before.placed_at, doubted.placed_at, now.placed_at);
  read_settled(sign, before.unclear_at, doubted.unclear_at, now.unclear_at);
  read_settled(sign, before.conversation, doubted.conversation, now.conversation);
  read_settled(sign, before.first_negative_at, doubted.first_negative_at, now.first_negative_at);
  return sign;
}

Sign sign_of(const OutreachRow& before, const OutreachRow& doubted, const OutreachRow& now,
             std::string_view found) {
  Sign sign = Sign::kNone;
  if (!found.empty()) read<std::string_view>(sign, before.state, doubted.state, found);
  read(sign, before.awaits, doubted.awaits, now.awaits);
  read(sign, before.due, doubted.due, now.due);
  read(sign, before.deadline, doubted.deadline, now.deadline);
  read(sign, before.retries, doubted.retries, now.retries);
  read(sign, before.held_by, doubted.held_by, now.held_by);
  read(sign, before.state, doubted.state, now.state);
  return sign;
}

Sign sign_of(const CallerRow& before, const CallerRow& doubted, const CallerRow& now) {
  Sign sign = Sign::kNone;
  read(sign, before.stage, doubted.stage, now.stage);
  read(sign, before.opted_out, doubted.opted_out, now.opted_out);
  read(sign, before.number, doubted.number, now.number);
  read(sign, before.voice, doubted.voice, now.voice);
  read(sign, before.text, doubted.text, now.text);
  read(sign, before.timezone, doubted.timezone, now.timezone);
  read(sign, before.fields, doubted.fields, now.fields);
  return sign;
}

// How the rows of a commit in doubt stand in the store: those that tell.
struct Signs {
  int made = 0;
  int not_made = 0;
};

template <class Row, class Book>
void look(const std::vector<Row>& doubted, Shelf<Book>& books,
          const std::unordered_map<std::string_view, const Row*>& store, Signs& signs) {
  for (const Row& row : doubted) {
    const Book* before = books.find(row.id);
    if (before != nullptr && before->row == row) continue;
    const Row* now = row_of(store, row.id);
    ++(now != nullptr && *now == row ? signs.made : signs.not_made);
  }
}

}  // namespace

// Before the next commit of one of its rows is taken, the doubt must be settled, and that commit is
// all the evidence there is.
void Auditor::Books::settle_doubts(const Commit& next) {
  for (std::size_t i = 0; i < doubts.size();) {
    if (!share_a_row(doubts[i], next)) {
      ++i;
      continue;
    }
    const Commit doubt = std::move(doubts[i]);
    doubts.erase(doubts.begin() + static_cast<std::ptrdiff_t>(i));
    if (was_made(doubt, next)) take(doubt);
  }
}

// The first row that tells decides. A row that was born in doubt is born again if it was not kept.
bool Auditor::Books::was_made(const Commit& doubt, const Commit& next) {
  for (const CallRow& row : doubt.calls) {
    const CallRow* now = row_of(next.calls, row.id);
    if (now == nullptr) continue;
    const CallBook* before = calls.find(row.id);
    const char* birth = row.inbound ? "call.inbound" : "call.dialing";
    if (before == nullptr) return !journalled(next, birth, &JournalRow::call, row.id);
    const Sign sign = sign_of(before->row, row, *now);
    if (sign != Sign::kNone) return sign == Sign::kMade;
  }
  for (const OutreachRow& row : doubt.outreaches) {
    const OutreachRow* now = row_of(next.outreaches, row.id);
    if (now == nullptr) continue;
    const OutreachBook* before = outreaches.find(row.id);
    if (before == nullptr) return true;  // ids are never used twice
    const Sign sign = sign_of(before->row, row, *now, found_in(next, row.id));
    if (sign != Sign::kNone) return sign == Sign::kMade;
  }
  for (const TextRow& row : doubt.texts) {
    const TextRow* now = row_of(next.texts, row.id);
    const TextBook* before = texts.find(row.id);
    if (now == nullptr) continue;
    if (before == nullptr || before->row.state == now->state) return before == nullptr;
  }
  for (const CallerRow& row : doubt.callers) {
    const CallerRow* now = row_of(next.callers, row.id);
    if (now == nullptr) continue;
    const CallerBook* before = callers.find(row.id);
    if (before == nullptr) return true;
    const Sign sign = sign_of(before->row, row, *now);
    if (sign != Sign::kNone) return sign == Sign::kMade;
  }
  return false;
}

// While nobody knows whether its end was kept, a call keeps nobody from anything.
bool Auditor::Books::perhaps_over(const CallBook& call) const {
  return std::any_of(doubts.begin(), doubts.end(), [&](const Commit& doubt) {
    const CallRow* row = row_of(doubt.calls, call.row.id);
    return row != nullptr && (row->ended_at || !row->verdict.empty());
  });
}

void Auditor::Books::settle_doubts(const Reopened& store) {
  std::vector<Commit> open;
  std::swap(open, doubts);
  for (Commit& doubt : open) {
    Signs signs;
    for (const std::string& caller : doubt.erased) {
      ++(row_of(store.callers, caller) == nullptr ? signs.made : signs.not_made);
    }
    look(doubt.callers, callers, store.callers, signs);
    look(doubt.outreaches, outreaches, store.outreaches, signs);
    look(doubt.calls, calls, store.calls, signs);
    if (signs.made > 0 && signs.not_made > 0) {
      broke("INV-16", "half of a transaction was kept ({})", doubt.cause);
    }
    if (signs.made > 0) {
      take(doubt);
    } else if (signs.not_made == 0) {
      doubts.push_back(std::move(doubt));  // nothing tells yet
    }
  }
}

void Auditor::Books::reopened(const Reopened& store) {
  settle_doubts(store);
  const auto compare = [this](auto& books, const auto& rows, const char* what) {
    std::size_t found = 0;
    for (const auto& book : books) {
      if (book.gone) continue;
      const auto* row = row_of(rows, book.row.id);
      if (row == nullptr) {
        broke("INV-16", "{} {} is gone after a crash", what, book.row.id);
        continue;
      }
      ++found;
      if (*row != book.row) broke("INV-16", "{} {} was changed by a crash", what, book.row.id);
    }
    if (found != rows.size()) {
      broke("INV-16", "{} rows of {}s came out of nowhere", rows.size() - found, what);
    }
  };
  compare(callers, store.callers, "caller");
  compare(outreaches, store.outreaches, "outreach");
  compare(calls, store.calls, "call");
  // Answers that were not recorded are forgotten.
  std::erase_if(answers,
                [this](const auto& one) { return calls.find(one.second.call) == nullptr; });
}

}  // namespace pl::audit
