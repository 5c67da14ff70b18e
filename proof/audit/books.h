// What the auditor has been told, by id: rows as they were last committed, and beside them what
// truly happened. The checks are members of Auditor::Books, in files named by their concern.
#pragma once

#include <fmt/format.h>

#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "audit/auditor.h"
#include "audit/zone_table.h"

namespace pl::audit {

enum class State {
  kWaiting,
  kDialing,
  kRinging,
  kTalking,
  kVerifying,
  kHeld,
  kTexting,
  kConnected,
  kTexted,
  kFailed,
  kCancelled,
  kUnheardOf,
};
State state_from(std::string_view text);
bool is_terminal(State state);
bool has_leg(State state);

struct CallBook;
struct CallerBook;
struct OutreachBook;

struct LegBook {
  Leg leg;
  std::optional<LegOver> over;
  CallBook* call = nullptr;  // null: the platform was told of none, and none was recorded
};

struct NumberBook {
  CallerBook* caller = nullptr;     // who is registered with it
  std::vector<LegBook*> open;       // legs, in truth
  std::vector<CallBook*> attempts;  // of the last day or so, oldest first
};

struct CallerBook {
  CallerRow row;
  std::vector<OutreachBook*> outreaches;
  std::vector<LegBook*> person;  // legs in which the person was heard, in the order of their ends
  bool gone = false;             // erased
};

struct OutreachBook {
  OutreachRow row;
  State state = State::kUnheardOf;
  std::size_t born = 0;             // the commit that brought it
  const PlanFacts* plan = nullptr;  // null: the line has no such plan
  CallerBook* caller = nullptr;
  std::vector<CallBook*> attempts;  // outbound
  std::vector<CallBook*> inbound;   // that were to fulfil it
  CallBook* after = nullptr;        // a hand-over: the call whose end it comes after
  CallBook* held_by = nullptr;      // the last inbound call that it stood back for
  std::vector<std::string> texts;   // ids
  int arrived = 0;                  // texts, in truth
  bool gone = false;                // erased with its caller
};

struct CallBook {
  CallRow row;
  std::size_t born = 0;              // the commit that brought it
  UtcTime born_truly;                // when that was, by true time
  UtcTime born_at;                   // ... and by the server's clock
  std::optional<UtcTime> judged_at;  // server's clock, of the commit that brought the verdict
  CallerBook* caller = nullptr;
  OutreachBook* outreach = nullptr;
  NumberBook* number = nullptr;
  LegBook* leg = nullptr;  // null: it never rang
  bool posted = false;
  bool pointless = false;  // the caller phoned in while it rang in vain
  bool gone = false;       // erased with its caller

  // On the phone as far as Party Line knows, but for the lapse.
  bool unfinished() const { return !row.ended_at && row.verdict.empty(); }
  bool unclear() const { return row.unclear_at && !row.placed_at && unfinished(); }
  // One that the platform did not take for our own sake is no dial.
  bool is_dial() const { return row.verdict != "refused"; }
  // Counts against the plan.
  bool counts() const { return is_dial() && !pointless; }
};

struct TextBook {
  TextRow row;
  bool removed = false;  // it was not sent
};

// Books that stay where they are, found by id and gone through in the order in which they came.
template <class Book>
class Shelf {
 public:
  Book* find(const std::string& id) {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }
  Book* find(const std::optional<std::string>& id) { return id ? find(*id) : nullptr; }
  // The book of that id, and whether it is new.
  std::pair<Book&, bool> open(const std::string& id) {
    const auto [place, is_new] = by_id_.try_emplace(id, nullptr);
    if (is_new) place->second = &books_.emplace_back();
    return {*place->second, is_new};
  }
  std::size_t size() const { return books_.size(); }
  auto begin() { return books_.begin(); }
  auto end() { return books_.end(); }

 private:
  std::deque<Book> books_;
  std::unordered_map<std::string, Book*> by_id_;
};

// The rows of a store that was opened again, by id.
struct Reopened {
  std::unordered_map<std::string_view, const CallerRow*> callers;
  std::unordered_map<std::string_view, const OutreachRow*> outreaches;
  std::unordered_map<std::string_view, const CallRow*> calls;
};

struct Auditor::Books {
  Books(LineFacts line_facts, const ZoneTable& zone_table, Excuses allowed);

  const LineFacts line;
  const ZoneTable& zones;
  const Excuses excuses;
  std::vector<Violation> violations;
  UtcTime truth;  // the true time of what is being told

  Shelf<CallerBook> callers;
  Shelf<OutreachBook> outreaches;
  Shelf<CallBook> calls;
  Shelf<TextBook> texts;
  Shelf<LegBook> legs;                                  // by conversation
  std::unordered_map<std::string, NumberBook> numbers;  // E.164
  std::unordered_map<std::string, CallBook*> by_conversation;
  std::unordered_map<std::string, LegBook*> unclaimed;  // legs of calls not recorded yet, by call
  std::unordered_set<std::string> looked_at;            // subjects of attention items
  std::unordered_set<std::string> drift_items;          // open ones, by id
  std::string
      drifted;  // the call that was found to be other than asked for; empty: dials may go on
  std::vector<CallBook*> unfinished;  // calls that are not over, by their rows
  std::vector<CallBook*> recent;      // attempts of the last second or so
  std::unordered_map<std::string, std::vector<std::string>> country_zones;
  struct Answer {
    std::string bytes_sha;
    std::string call;
  };
  std::unordered_map<std::string, Answer> answers;         // by call_sid
  std::unordered_map<std::string, Initiation> unrecorded;  // answers told before their call's row
  std::unordered_set<std::string> contradicted;  // calls whose caller was told another one later
  std::vector<Commit> doubts;                    // nobody knows whether they were made
  std::set<std::string> unforgotten;             // conversations with callers who were erased
  struct DamageBook {
    bool now = false;
    int met = 0;        // how often somebody tried to read it
    bool told = false;  // an operator
  };
  std::map<std::string, DamageBook> damages;  // by the row's id

  // Of the commit that is being taken.
  std::size_t serial = 0;
  std::vector<const JournalRow*> stage_moves;
  std::vector<CallBook*> new_calls;
  std::vector<OutreachBook*> new_outreaches;
  std::vector<OutreachBook*> ended;
  std::vector<CallerBook*> withdrawn;  // callers who may not be reached any more

  template <class... Parts>
  void broke(const char* invariant, fmt::format_string<Parts...> what, Parts&&... parts) {
    if (violations.size() >= kViolations) return;
    violations.push_back({invariant, fmt::format(what, std::forward<Parts>(parts)...), truth});
  }

  // books.cpp
  void take(const Commit& commit);
  const PlanFacts* plan_named(std::string_view name) const;
  const SceneFacts* scene_named(std::string_view name) const;
  const PersonaFacts* persona_named(std::string_view name) const;

  // callers.cpp: INV-21, and who may not be reached any more
  void caller_committed(const CallerRow& row);
  void stage_moved(const CallerBook& book, const std::string& to);
  void all_withdrawn();

  // erasures.cpp: INV-28
  void erased(const Commit& commit, const std::string& id);
  bool theirs(const CallBook& call, const CallerBook& caller,
              const std::unordered_set<std::string>& numbers) const;
  bool back_from_erasure(const Commit& commit);

  // calls.cpp: INV-15, INV-19, INV-32
  void call_committed(const Commit& commit, const CallRow& row);
  void call_began(const Commit& commit, CallBook& book);
  void call_changed(const Commit& commit, CallBook& book, const CallRow& row);
  void call_judged(const CallBook& book, const CallRow& row);
  void know_conversation(CallBook& book);
  void claim(CallBook& book, LegBook& leg);

  // scenes.cpp: INV-11
  void scene_fits(const CallBook& call);
  void inbound_scene_fits(const CallBook& call);
  const OutreachBook* owed(const CallerBook& caller) const;
  std::string_view routed(const CallerBook* caller) const;

  // personas.cpp: INV-12, INV-13, INV-23
  void words_fit(const CallBook& call);
  void speaks_as(const std::string& who, const Initiation& told, const PersonaFacts& persona);
  void same_words(const CallBook& call, const Initiation& said, const char* where);
  void pre_call_answered(const PreCallAnswered& answer);
  bool answered_before(const PreCallAnswered& answer);

  // dials.cpp: INV-01 (by the rows), INV-04, INV-08 to INV-10, INV-19
  void attempted(const Commit& commit, CallBook& call);
  void may_be_rung(const Commit& commit, const CallBook& call);
  void within_budget(const Commit& commit, const CallBook& call);
  void nobody_else_on_the_phone(const Commit& commit, const CallBook& call);
  void within_plan(const CallBook& call);

  // damages.cpp: INV-35
  bool is_damaged(const std::string& id) const;
  void told_of_damage(const AttentionRow& item);
  void past_damage(const Commit& commit, const CallBook& call);
  void all_told_of_damage();

  // drift.cpp: INV-33
  void drift_noted(const Commit& commit);
  void dials_in_spite(const CallBook& call);

  // times.cpp: INV-05, INV-06
  void not_too_early(const Commit& commit, const CallBook& call);
  void not_before_end(const CallBook& call, const CallBook& before, Millis pause);
  void retry_delayed(const Commit& commit, const CallBook& call);

  // windows.cpp: INV-07
  bool window_open(const CallerRow& caller, UtcTime at);
  // Where that number may be, of the countries that the line calls.
  std::vector<std::string> countries_of(const CallerRow& caller) const;
  bool warm(const Commit& commit, const CallerBook& caller) const;

  // rings.cpp: INV-01 (in truth), INV-16 (the row first), INV-20
  void posted(const Posted& posted);
  void rings(const Leg& leg);
  void over(const LegOver& over);
  void overlap(const CallBook& mine, const LegBook& other);

  // outreaches.cpp: INV-15, INV-17, INV-32, INV-34
  void outreach_committed(const Commit& commit, const OutreachRow& row);
  void outreach_began(OutreachBook& book);
  void leg_in_order(const OutreachBook& book);
  void cannot_happen(const Commit& commit, const JournalRow& entry);
  void handovers_in_order(const Commit& commit);
  void handover_asked_for(const Commit& commit, OutreachBook& book);

  // outcomes.cpp: INV-02, INV-03
  void outcome_true(const OutreachBook& book);
  void texted_truly(const OutreachBook& book);
  void connected_by_call(const OutreachBook& book);
  void connected_by_inbound(const OutreachBook& book);
  void quiet();

  // texts.cpp: INV-25, and INV-07 to INV-09 for texts
  void text_committed(const Commit& commit, const TextRow& row);
  void text_began(const Commit& commit, OutreachBook& outreach, const TextRow& row);
  void text_removed(const std::string& id);
  bool reached_in_truth(const OutreachBook& outreach) const;
  void text_arrived(const TextArrived& text);

  // durability.cpp: INV-16
  void settle_doubts(const Commit& next);
  bool was_made(const Commit& doubt, const Commit& next);
  bool perhaps_over(const CallBook& call) const;
  void settle_doubts(const Reopened& store);
  void reopened(const Reopened& store);
};

}  // namespace pl::audit
