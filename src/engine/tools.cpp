#include "engine/tools.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/planted.h"
#include "base/text.h"
#include "core/no_answer.h"
#include "engine/calls.h"
#include "engine/onboarding.h"
#include "engine/privacy.h"
#include "engine/whereabouts.h"

namespace pl::engine {
namespace {

using namespace std::chrono_literals;

constexpr Millis kRepetition = 30s;
constexpr Millis kAfterEnd = 180s;  // tools arrive late; after this the call is history

core::ToolReply refuse(std::string say) {
  return {false, std::move(say)};
}

struct Raw {
  std::string operator()(bool yes) const { return yes ? "true" : "false"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double real) const { return fmt::format("{}", real); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const std::vector<std::string>& list) const {
    return "[" + join(list, "\x1f") + "]";
  }
};

// One text for equal arguments, so that a repetition can be recognised.
std::string canonical(const std::map<std::string, core::RawValue>& arguments) {
  std::string text;
  for (const auto& [name, value] : arguments) {
    text += name + "\x1e" + std::visit(Raw{}, value) + "\x1d";
  }
  return text;
}

// The two names must speak of one call: neither another conversation of that call, nor a
// conversation that is another call's.
Result<bool> contradict(Turn& turn, const core::Call& call,
                        const core::ConversationId& conversation) {
  if (planted(Bug::kToolsOfAnyCall)) return false;
  if (call.conversation) return *call.conversation != conversation;
  PL_TRY(const auto other, turn.tx.call_by_conversation(conversation));
  return other && other->id != call.id;
}

Result<std::optional<core::Call>> call_of(Turn& turn, const core::ToolCall& tool_call) {
  const auto& conversation = tool_call.conversation;
  if (!tool_call.call) {
    if (!conversation) return std::nullopt;
    return turn.tx.call_by_conversation(*conversation);
  }
  PL_TRY(auto call, turn.tx.call(*tool_call.call));
  if (!call || !conversation) return call;
  PL_TRY(const bool wrong, contradict(turn, *call, *conversation));
  if (wrong) return std::nullopt;
  return call;
}

struct FieldArgument {
  std::string field;
  core::RawValue value;
};

// {"field": "occupation", "value": "baker"}, or the fields by their own names. A null was dropped
// where the call was read, so a field without a value was given none.
std::vector<FieldArgument> fields_of(const std::map<std::string, core::RawValue>& arguments) {
  std::vector<FieldArgument> fields;
  const auto field = arguments.find("field");
  const auto value = arguments.find("value");
  const bool has_value = value != arguments.end();
  if (field != arguments.end() && (has_value || arguments.size() == 1)) {
    if (const auto* name = std::get_if<std::string>(&field->second)) {
      fields.push_back(
          {std::string(trim(*name)), has_value ? value->second : core::RawValue(std::string())});
      return fields;
    }
  }
  for (const auto& [name, given] : arguments) fields.push_back({name, given});
  return fields;
}

// What became of the fields of one tool call, each on its own.
struct Judged {
  std::vector<std::string> saved;
  std::vector<std::string> refused;  // each with what to say
  bool is_beyond_tool = false;       // a field was named that this tool does not save
};

Judged judge_fields(const Turn& turn, const core::Line& line, const core::Tool& tool,
                    const std::vector<FieldArgument>& given, core::Profile& profile) {
  Judged judged;
  for (const FieldArgument& argument : given) {
    const core::Field* field = core::find_field(line.profile, argument.field);
    if (field == nullptr ||
        std::find(tool.saves.begin(), tool.saves.end(), argument.field) == tool.saves.end()) {
      judged.is_beyond_tool = true;
      continue;
    }
    auto accepted = core::accept(*field, core::drop_no_answers(*field, argument.value),
                                 turn.world.zones.finder());
    if (const auto* rejection = std::get_if<core::Rejection>(&accepted)) {
      judged.refused.push_back(
          given.size() == 1 ? rejection->say
                            : fmt::format("Ask again for {}: {}", field->name, rejection->say));
      continue;
    }
    profile[field->name] = std::get<core::FieldValue>(std::move(accepted));
    judged.saved.push_back(field->name);
  }
  return judged;
}

core::ToolReply reply_to(const Judged& judged, const core::Tool& tool) {
  const bool all = judged.refused.empty() && !judged.is_beyond_tool;
  if (all) return {true, "Saved."};
  std::vector<std::string> sentences = judged.refused;
  if (!judged.saved.empty()) {
    sentences.insert(sentences.begin(), "Saved " + join(judged.saved, ", ") + ".");
  }
  if (judged.is_beyond_tool) {
    sentences.push_back("This tool saves " + join(tool.saves, ", ") + " and nothing else.");
  }
  return {!judged.saved.empty(), join(sentences, " ")};
}

bool names_zone(const core::Line& line, const std::vector<std::string>& fields) {
  return std::any_of(fields.begin(), fields.end(), [&](const std::string& name) {
    return std::holds_alternative<core::TimezoneField>(core::find_field(line.profile, name)->type);
  });
}

Result<core::ToolReply> save_fields(Turn& turn, const core::Line& line, const core::Tool& tool,
                                    core::Caller& caller, const core::ToolCall& tool_call) {
  const auto given = fields_of(tool_call.arguments);
  if (given.empty()) return refuse("Nothing was given to save. Name the field and its value.");
  const Judged judged = judge_fields(turn, line, tool, given, caller.profile);
  core::ToolReply reply = reply_to(judged, tool);
  if (!reply.saved) return reply;
  if (auto zone = core::timezone_of(line.profile, caller.profile)) caller.timezone = zone;
  caller.updated_at = turn.now;
  PL_DO(turn.tx.update(caller));
  core::JournalEntry entry = entry_for(caller, "profile.saved");
  entry.call = tool_call.call;
  entry.details["fields"] = join(judged.saved, " ");
  PL_DO(turn.journal(std::move(entry)));
  const std::string doubt = whereabouts(turn, caller).doubt;
  if (!doubt.empty() && names_zone(line, judged.saved)) reply.say += " " + doubt + ".";
  return reply;
}

Result<core::ToolReply> complete(Turn& turn, const core::Line& line, core::Caller& caller,
                                 core::Call& call) {
  constexpr const char* kDone = "Thank you, that is everything I wanted to know.";
  if (caller.stage == core::Stage::kOnboarded) {
    if (planted(Bug::kCompletesTwice)) {
      PL_DO(start_handovers(turn, caller, core::Trigger::kOnboardingCompleted, &call));
    }
    return core::ToolReply{true, kDone};
  }
  std::vector<std::string> missing;
  for (const core::Field* field : core::still_to_ask(line.profile, caller.profile)) {
    if (field->required) missing.push_back(field->name);
  }
  if (!missing.empty()) {
    return refuse("Not complete yet. Still missing: " + join(missing, ", ") + ". Please ask.");
  }
  if (!core::stage_may_become(caller.stage, core::Stage::kOnboarded)) {
    return refuse("This account cannot be onboarded. Say goodbye and end the call.");
  }
  core::observe_completion(call);
  PL_DO(complete_onboarding(turn, caller, &call));
  return core::ToolReply{true, kDone};
}

Result<core::ToolReply> opt_out(Turn& turn, core::Caller& caller) {
  PL_DO(leave_alone(turn, caller, "caller", "opted out in a call"));
  return core::ToolReply{true, "They will not be called or texted again. Say goodbye."};
}

// The agent hears who or what has picked up.
Result<core::ToolReply> tell_answerer(Turn& turn, const core::ToolCall& tool_call,
                                      core::Call& call) {
  const auto found = tool_call.arguments.find("answerer");
  const auto* word =
      found == tool_call.arguments.end() ? nullptr : std::get_if<std::string>(&found->second);
  const auto answerer = word == nullptr ? std::nullopt : enum_from<core::Answerer>(trim(*word));
  if (!answerer) {
    return refuse("Say who answered as one of person, mailbox, screener, menu, nobody or unsure.");
  }
  const core::CallNews news = core::observe_answerer(
      call, {*answerer, core::Evidence::kTool, tool_call.tool.text}, turn.now);
  PL_DO(call_changed(turn, call, news));
  return core::ToolReply{true, "Noted."};
}

Result<core::ToolReply> perform(Turn& turn, const core::ToolCall& tool_call, core::Call& call) {
  const core::Line* line = turn.world.lines.find(call.line, call.started_at);
  const core::Scene* scene = line == nullptr ? nullptr : line->find_scene(call.scene);
  const core::Tool* tool = line == nullptr ? nullptr : line->find_tool(tool_call.tool);
  const bool granted =
      scene != nullptr && tool != nullptr && !call.safe_scene &&
      std::find(scene->tools.begin(), scene->tools.end(), tool_call.tool) != scene->tools.end();
  if (!granted) return refuse("That tool is not part of this conversation. Go on without it.");
  if (tool->tells_answerer) return tell_answerer(turn, tool_call, call);
  if (!call.caller) return refuse("This caller is not known, so nothing can be saved.");
  PL_TRY(auto caller, turn.tx.caller(*call.caller));
  if (!caller) return refuse("This caller is not known, so nothing can be saved.");
  if (tool->completes_onboarding) return complete(turn, *line, *caller, call);
  if (tool->opts_out) return opt_out(turn, *caller);
  return save_fields(turn, *line, *tool, *caller, tool_call);
}

// Whether that was asked before, and nothing that the answer depends on has changed since.
Result<bool> is_repetition(Turn& turn, const core::Call& call, const ports::ToolEffect& last,
                           const core::ToolCall& tool_call, const std::string& arguments) {
  if (last.tool != tool_call.tool || last.arguments != arguments) return false;
  if (turn.now - last.at >= kRepetition) return false;
  if (!call.caller) return true;
  PL_TRY(const auto caller, turn.tx.caller(*call.caller));
  return !caller || caller->updated_at <= last.at;
}

}  // namespace

Result<core::ToolReply> tool_called(Turn& turn, const core::ToolCall& tool_call) {
  PL_TRY(const auto known, call_of(turn, tool_call));
  if (!known) return refuse("This call is not known, so nothing can be saved. Go on without it.");
  core::Call call = *known;
  if (call.ended_at && turn.now - *call.ended_at > kAfterEnd) {
    return refuse("This call is over.");
  }
  const std::string arguments = canonical(tool_call.arguments);
  PL_TRY(const auto last, turn.tx.tool_effect(call.id));
  if (last) {
    PL_TRY(const bool again, is_repetition(turn, call, *last, tool_call, arguments));
    if (again) return core::ToolReply{last->saved, last->say};
  }
  const core::CallNews news = core::observe_tool(call, tool_call.conversation, turn.now);
  // The stage moves before the tool does its work: onboarding first, then whatever it completes.
  if (call != *known) PL_DO(call_changed(turn, call, news));
  PL_TRY(const core::ToolReply reply, perform(turn, tool_call, call));
  if (reply.saved) PL_DO(call_changed(turn, call, {}));
  PL_DO(turn.tx.put(ports::ToolEffect{.call = call.id,
                                      .tool = tool_call.tool,
                                      .arguments = arguments,
                                      .at = turn.now,
                                      .saved = reply.saved,
                                      .say = reply.say}));
  return reply;
}

core::ToolReply tool_trouble() {
  return refuse("I could not save that just now. Please go on; it can be asked again later.");
}

}  // namespace pl::engine
