// What the auditor is told, in words of its own: plain texts and times, so that it shares nothing
// with the code it judges but the meaning of the words. What is committed is told in the order of
// the commits, and only after them; what happens outside is told when it truly happens.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/time.h"

namespace pl::audit {

// The line as its author wrote it.
struct PersonaFacts {
  std::string name;
  std::string prompt;  // what every prompt of this persona begins with
  std::string voice_id;
  std::string language;
  unsigned voice_settings = 0;  // a bit for each that it sets, beside the voice itself
};
struct SceneFacts {
  std::string name;
  std::string persona;
  std::set<std::string> tools;  // by name; what may be called in it
  bool texts = false;           // it has a text opening
  Millis minutes{0};
};
struct RuleFacts {
  std::optional<bool> known;     // set: only callers that are (not) known
  std::set<std::string> stages;  // empty: any; otherwise known callers in one of them
  std::string scene;
};
struct PlanFacts {
  std::string name;
  std::string scene;
  std::vector<Millis> retry;
  Millis deadline{0};
  Millis after_call_end{0};
  bool onboarding = false;
  bool handover = false;
  bool texts = false;    // gives up with a text
  bool fulfils = false;  // on_call_in
};
struct LineFacts {
  std::string name;
  std::vector<PersonaFacts> personas;
  std::vector<SceneFacts> scenes;
  std::vector<RuleFacts> rules;
  std::vector<PlanFacts> plans;
  std::vector<std::string> required;  // profile fields
  std::string safe_scene;
  Millis opens{0};  // after local midnight
  Millis closes{0};
  std::set<std::string> countries;
  bool refuses_unknown_areas = false;
  int per_number_hour = 0;
  int per_number_day = 0;
  int simultaneous = 0;
  int per_second = 0;
};

// Rows, as they are after a commit. `at` is the server's clock in the transaction that wrote them.
struct CallerRow {
  std::string id;
  std::string number;   // E.164
  std::string country;  // ISO 3166 alpha-2 of the number; empty where its area is not known
  std::string stage;
  std::optional<std::string> timezone;  // empty: every zone of the country is plausible
  bool voice = false;                   // consent
  bool text = false;
  bool opted_out = false;
  std::set<std::string> fields;  // of the profile, that have a value
  friend bool operator==(const CallerRow&, const CallerRow&) = default;
};
struct OutreachRow {
  std::string id;
  std::string caller;
  std::string plan;
  std::string state;  // as the design names them
  std::optional<std::string> redo;
  std::optional<std::string> leg;
  std::optional<std::string> awaits;
  std::optional<std::string> held_by;
  UtcTime created_at;
  UtcTime due;
  std::optional<UtcTime> deadline;
  int retries = 0;
  std::string via;  // "", "call", "inbound", "text"
  std::string error;
  bool text_confirmed = true;
  std::string cancelled_by;
  std::string waits_for;  // why, for people
  friend bool operator==(const OutreachRow&, const OutreachRow&) = default;
};
// What one call was told to say and be.
struct Initiation {
  std::string prompt;
  std::string first_message;
  std::string language;
  std::string voice_id;
  unsigned voice_settings = 0;  // a bit for each that is set
  std::size_t tools = 0;
  std::string call;  // the dynamic variable partyline_call
  std::optional<std::string> user_id;
  friend bool operator==(const Initiation&, const Initiation&) = default;
};
struct CallRow {
  std::string id;
  bool inbound = false;
  std::optional<std::string> number;  // E.164
  std::optional<std::string> caller;
  std::optional<std::string> outreach;
  std::string scene;
  std::string persona;
  std::optional<std::string> stage;  // of the caller, as the row says
  bool safe_scene = false;
  std::optional<Initiation> told;  // empty: as it was told before
  UtcTime started_at;
  UtcTime lapses_at;
  std::optional<std::string> conversation;
  std::optional<UtcTime> unclear_at;
  std::optional<UtcTime> placed_at;
  std::optional<UtcTime> ended_at;
  std::optional<UtcTime> first_negative_at;
  std::string verdict;  // "" while not judged; else as core names them
  // Where one does not say what was told, the other may say anything.
  friend bool operator==(const CallRow& a, const CallRow& b) {
    const auto rest = [](const CallRow& row) {
      return std::tie(row.id, row.inbound, row.number, row.caller, row.outreach, row.scene,
                      row.persona, row.stage, row.safe_scene, row.started_at, row.lapses_at,
                      row.conversation, row.unclear_at, row.placed_at, row.ended_at,
                      row.first_negative_at, row.verdict);
    };
    return rest(a) == rest(b) && (!a.told || !b.told || *a.told == *b.told);
  }
};
struct TextRow {
  std::string id;
  std::string outreach;
  std::string caller;
  std::string state;  // "sending", "sent", "refused", "unconfirmed"
};
struct AttentionRow {
  std::string id;
  std::string reason;
  std::string subject;  // the id of what it is about
  bool open = true;
};
struct JournalRow {
  std::string kind;
  std::optional<std::string> outreach;
  std::optional<std::string> call;
  std::optional<std::string> caller;
  std::map<std::string, std::string> details;
};

// Everything one transaction wrote, each row once, as it was at the commit. A removed text is only
// named. `cause` says what asked for it, for the reader of a complaint: "pump", "tool", "api
// onboard".
struct Commit {
  UtcTime true_time;
  UtcTime at;
  std::string cause;
  std::vector<CallerRow> callers;
  std::vector<OutreachRow> outreaches;
  std::vector<CallRow> calls;
  std::vector<TextRow> texts;
  std::vector<std::string> removed_texts;
  std::vector<AttentionRow> attention;
  std::vector<JournalRow> journal;
  std::vector<std::string> erased;  // callers, with all that hung on them
};

// The outside's own truth. Times are true times.
struct Posted {      // a dial's POST arrived at the platform, whatever became of it
  std::string call;  // partyline_call
  std::string to;
  Initiation told;
  UtcTime at;
};
enum class LegEnd { kPerson, kSilent, kMailbox, kBusy, kNoAnswer, kFailed };
struct Leg {
  std::string conversation;
  std::string call;  // partyline_call; empty where the platform was told none
  std::optional<std::string> number;
  bool inbound = false;
  UtcTime began;
};
struct LegOver {
  std::string conversation;
  LegEnd end = LegEnd::kFailed;
  bool answered = false;  // somebody, or something, picked up
  UtcTime at;
};
struct TextArrived {  // at the person's messenger
  std::string outreach;
  UtcTime at;
};
struct PreCallAnswered {
  std::string call_sid;
  int status = 0;
  Millis took{0};
  std::optional<Initiation> told;
  std::string bytes_sha;  // equal answers have equal ones
};

}  // namespace pl::audit
