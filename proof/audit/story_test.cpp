#include "audit/story_test.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace pl::audit {

using namespace std::chrono_literals;

Story::Story(Excuses excuses, const LineFacts& the_line)
    : auditor(the_line, test_zones(), excuses),
      line(the_line),
      now(*parse_utc("2026-03-10T09:00:00Z")) {
  registers("clr_1", "+41780000001");
}

Story& Story::pass(Millis time) {
  now += time;
  return *this;
}

Commit Story::blank(const std::string& cause) const {
  Commit commit;
  commit.true_time = now;
  commit.at = now + clock_is_off;
  commit.cause = cause;
  return commit;
}

Story& Story::tell(Commit commit) {
  auditor.committed(commit);
  for (const CallerRow& row : commit.callers) caller[row.id] = row;
  for (const OutreachRow& row : commit.outreaches) outreach[row.id] = row;
  for (const CallRow& row : commit.calls) call[row.id] = row;
  for (const TextRow& row : commit.texts) text[row.id] = row;
  return *this;
}

Story& Story::registers(const std::string& id, const std::string& number, const Edit& edit) {
  Commit commit = blank("api register");
  CallerRow row;
  row.id = id;
  row.number = number;
  row.country = "CH";
  row.stage = "new";
  row.timezone = "Europe/Zurich";
  row.voice = row.text = true;
  commit.callers.push_back(row);
  if (edit) edit(commit);
  return tell(commit);
}

Story& Story::changes(const std::string& id, const std::function<void(CallerRow&)>& edit) {
  Commit commit = blank("api change");
  commit.callers.push_back(caller.at(id));
  edit(commit.callers.back());
  return tell(commit);
}

Story& Story::moves(const std::string& id, const std::string& stage, bool by_operator) {
  Commit commit = blank(by_operator ? "api stage" : "tool");
  commit.callers.push_back(caller.at(id));
  commit.journal.push_back(about_stage(id, caller.at(id).stage, stage, by_operator));
  commit.callers.back().stage = stage;
  return tell(commit);
}

Story& Story::erases(const std::string& id) {
  Commit commit = blank("api erase");
  commit.erased.push_back(id);
  tell(commit);
  const auto is_theirs = [&](const auto& row) { return row.second.caller == id; };
  caller.erase(id);
  std::erase_if(outreach, is_theirs);
  std::erase_if(call, is_theirs);
  return *this;
}

Story& Story::plans(const std::string& id, const std::string& plan, const Edit& edit) {
  Commit commit = blank("api plan");
  OutreachRow row;
  row.id = id;
  row.caller = "clr_1";
  row.plan = plan;
  row.state = "waiting";
  row.created_at = row.due = commit.at;
  row.deadline = commit.at + 4h;
  commit.outreaches.push_back(row);
  commit.journal.push_back(about_outreach("outreach.waiting", id, ""));
  if (edit) edit(commit);
  return tell(commit);
}

Story& Story::completes(const std::string& call_id, const std::string& handover, const Edit& edit) {
  Commit commit = blank("tool");
  const CallRow& completed = call.at(call_id);
  CallerRow who = caller.at(*completed.caller);
  commit.journal.push_back(about_stage(who.id, who.stage, "onboarded", false));
  who.stage = "onboarded";
  commit.callers.push_back(who);
  commit.calls.push_back(completed);
  OutreachRow row;
  row.id = handover;
  row.caller = who.id;
  row.plan = "handoff";
  row.state = "waiting";
  row.created_at = row.due = commit.at;
  if (completed.ended_at) {
    row.due = *completed.ended_at + 5s;
  } else {
    row.awaits = call_id;
  }
  commit.outreaches.push_back(row);
  commit.journal.push_back(about_outreach("outreach.waiting", handover, ""));
  if (edit) edit(commit);
  return tell(commit);
}

Story& Story::becomes(const std::string& id, const std::string& state, const Edit& edit) {
  Commit commit = blank("pump");
  step(commit, id, state);
  if (edit) edit(commit);
  return tell(commit);
}

Story& Story::dials(const std::string& id, const std::string& outreach_id, const Edit& edit) {
  Commit commit = blank("pump");
  step(commit, outreach_id, "dialing");
  commit.outreaches.back().leg = id;
  const SceneFacts& scene = scene_of(plan_of(outreach_id).scene);
  const CallerRow& who = caller.at(outreach.at(outreach_id).caller);
  CallRow row;
  row.id = id;
  row.number = who.number;
  row.caller = who.id;
  row.outreach = outreach_id;
  row.scene = scene.name;
  row.persona = scene.persona;
  row.stage = who.stage;
  row.told = told(scene.persona, scene.name, id);
  row.told->user_id = who.id;
  row.started_at = commit.at;
  row.lapses_at = commit.at + scene.minutes + 2min;
  commit.calls.push_back(row);
  commit.journal.push_back(about_call("call.dialing", id));
  if (edit) edit(commit);
  return tell(commit);
}

Story& Story::posts(const std::string& id, const std::function<void(Posted&)>& edit) {
  const CallRow& row = call.at(id);
  Posted posted{row.id, row.number.value_or(""), *row.told, now};
  if (edit) edit(posted);
  auditor.posted(posted);
  return *this;
}

Story& Story::placed(const std::string& id) {
  Commit commit = blank("dialled");
  commit.calls.push_back(call.at(id));
  commit.calls.back().placed_at = commit.at;
  commit.calls.back().conversation = "conv_" + id;
  step(commit, *call.at(id).outreach, "ringing");
  return tell(commit);
}

Story& Story::unclear(const std::string& id) {
  Commit commit = blank("dialled");
  commit.calls.push_back(call.at(id));
  commit.calls.back().unclear_at = commit.at;
  step(commit, *call.at(id).outreach, "verifying");
  return tell(commit);
}

Story& Story::rings(const std::string& id) {
  auditor.rings({"conv_" + id, id, call.at(id).number, false, now});
  return *this;
}

Story& Story::hangs_up(const std::string& id, LegEnd end) {
  const bool answered = end == LegEnd::kPerson || end == LegEnd::kSilent || end == LegEnd::kMailbox;
  auditor.over({"conv_" + id, end, answered, now});
  return *this;
}

Story& Story::judged(const std::string& id, const std::string& verdict, const std::string& next,
                     const Edit& edit) {
  Commit commit = blank("poll");
  CallRow row = call.at(id);
  row.ended_at = row.ended_at.value_or(commit.at);
  row.verdict = verdict;
  commit.calls.push_back(row);
  step(commit, *row.outreach, next);
  OutreachRow& moved = commit.outreaches.back();
  moved.leg.reset();
  if (next == "waiting") {
    const auto used = static_cast<std::size_t>(moved.retries++);
    moved.due = *row.ended_at + plan_of(moved.id).retry.at(used);
  }
  if (next == "connected") moved.via = "call";
  if (edit) edit(commit);
  return tell(commit);
}

Story& Story::tries(const std::string& id, const std::string& outreach_id, Millis talk, LegEnd end,
                    const std::string& verdict, const std::string& next) {
  dials(id, outreach_id).posts(id).placed(id).rings(id).pass(talk);
  return hangs_up(id, end).judged(id, verdict, next);
}

Story& Story::phones(const std::string& id) {
  auditor.rings({"conv_" + id, id, "+41780000001", true, now});
  return *this;
}

Story& Story::arrives(const std::string& id, const Edit& edit) {
  Commit commit = blank("pre-call");
  const CallerRow& who = caller.at("clr_1");
  const bool early = who.stage == "new" || who.stage == "onboarding";
  CallRow row;
  row.id = id;
  row.inbound = true;
  row.number = who.number;
  row.caller = who.id;
  row.scene = early ? "not-yet" : "returning";
  row.persona = "nikita";
  row.stage = who.stage;
  row.told = told("nikita", row.scene, id);
  row.started_at = commit.at;
  row.lapses_at = commit.at + scene_of(row.scene).minutes + 2min;
  row.conversation = "conv_" + id;
  commit.calls.push_back(row);
  commit.journal.push_back(about_call("call.inbound", id));
  if (edit) edit(commit);
  return tell(commit);
}

Story& Story::inbound_over(const std::string& id, const std::string& verdict, const Edit& edit) {
  Commit commit = blank("poll");
  commit.calls.push_back(call.at(id));
  commit.calls.back().ended_at = commit.at;
  commit.calls.back().verdict = verdict;
  if (edit) edit(commit);
  return tell(commit);
}

Story& Story::texts(const std::string& id, const std::string& outreach_id, const Edit& edit) {
  Commit commit = blank("pump");
  commit.texts.push_back({id, outreach_id, outreach.at(outreach_id).caller, "sending"});
  if (edit) edit(commit);
  return tell(commit);
}

Story& Story::text_becomes(const std::string& id, const std::string& state,
                           const std::string& outreach_state, const Edit& edit) {
  Commit commit = blank("channel");
  commit.texts.push_back(text.at(id));
  commit.texts.back().state = state;
  step(commit, text.at(id).outreach, outreach_state);
  if (outreach_state == "texted") commit.outreaches.back().via = "text";
  if (edit) edit(commit);
  return tell(commit);
}

Story& Story::text_arrives(const std::string& outreach_id) {
  auditor.text_arrived({outreach_id, now});
  return *this;
}

Story& Story::answers(const std::string& call_sid, const std::string& id,
                      const std::function<void(PreCallAnswered&)>& edit) {
  PreCallAnswered answer;
  answer.call_sid = call_sid;
  answer.status = 200;
  answer.took = 20ms;
  const auto known = call.find(id);
  answer.told = known != call.end() ? known->second.told : told("nikita", "stranger", id);
  answer.bytes_sha = "sha of " + id;
  if (edit) edit(answer);
  auditor.pre_call_answered(answer);
  return *this;
}

Story& Story::rests() {
  auditor.quiet(now, now);
  return *this;
}

std::string Story::broken() const {
  std::vector<std::string> each;
  for (const Violation& one : auditor.violations()) {
    if (std::find(each.begin(), each.end(), one.invariant) == each.end()) {
      each.push_back(one.invariant);
    }
    EXPECT_EQ(one.what.find("+41"), std::string::npos) << one.what;
  }
  std::string joined;
  for (const std::string& one : each) joined += (joined.empty() ? "" : " ") + one;
  return joined;
}

std::string Story::first_words() const {
  return auditor.violations().empty() ? "" : auditor.violations().front().what;
}

Initiation Story::told(const std::string& persona, const std::string& scene,
                       const std::string& id) const {
  const auto found = std::find_if(line.personas.begin(), line.personas.end(),
                                  [&](const PersonaFacts& one) { return one.name == persona; });
  Initiation words;
  words.prompt = found->prompt + "This is " + scene + ".\n";
  words.first_message = "Hello, this is " + persona + ".";
  words.language = found->language;
  words.voice_id = found->voice_id;
  words.voice_settings = found->voice_settings;
  words.tools = scene_of(scene).tools.size();
  words.call = id;
  return words;
}

namespace {

template <class Row>
std::vector<Row> rows_of(const std::map<std::string, Row>& rows) {
  std::vector<Row> all;
  for (const auto& [id, row] : rows) all.push_back(row);
  return all;
}

}  // namespace

std::vector<CallerRow> Story::callers() const {
  return rows_of(caller);
}
std::vector<OutreachRow> Story::outreaches() const {
  return rows_of(outreach);
}
std::vector<CallRow> Story::calls() const {
  return rows_of(call);
}

const PlanFacts& Story::plan_of(const std::string& outreach_id) const {
  return *std::find_if(line.plans.begin(), line.plans.end(), [&](const PlanFacts& one) {
    return one.name == outreach.at(outreach_id).plan;
  });
}

const SceneFacts& Story::scene_of(const std::string& name) const {
  return *std::find_if(line.scenes.begin(), line.scenes.end(),
                       [&](const SceneFacts& one) { return one.name == name; });
}

void Story::step(Commit& commit, const std::string& outreach_id, const std::string& state) const {
  OutreachRow row = outreach.at(outreach_id);
  commit.journal.push_back(about_outreach("outreach." + state, outreach_id, row.state));
  row.state = state;
  commit.outreaches.push_back(row);
}

}  // namespace pl::audit
