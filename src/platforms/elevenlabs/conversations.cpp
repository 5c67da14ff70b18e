#include "platforms/elevenlabs/conversations.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "wire/limits.h"
#include "wire/reason.h"

namespace pl::platforms {
namespace {

using wire::Json;
using wire::JsonView;

constexpr std::size_t kCursorBytes = 4096;
constexpr double kLongestCall = 7 * 24 * 3600.0;  // seconds

Error as_corrupt(Error error) {
  error.code = Code::kCorrupt;
  return error;
}

std::optional<core::ConversationStatus> known_status(std::string_view word) {
  using enum core::ConversationStatus;
  if (word == "initiated") return kInitiated;
  if (word == "in-progress") return kInProgress;
  if (word == "processing") return kProcessing;
  if (word == "done") return kDone;
  if (word == "failed") return kFailed;
  return std::nullopt;
}

// A word that this version does not know, as "archived", is neither live nor final by itself: what
// else the report says decides. One that shows no end is asked about again, until the call lapses.
Result<core::ConversationStatus> read_status(const core::ConversationReport& report,
                                             const JsonView& conversation, Unsure unsure) {
  using enum core::ConversationStatus;
  PL_TRY(const auto word, conversation.text("status"));
  if (const auto known = known_status(word.value_or(""))) return *known;
  const JsonView place = conversation.member("status", conversation.json());
  PL_DO(place.wrong(word ? "is an unknown status" : "is missing"));
  const bool is_over = unsure == Unsure::kIsOver || report.duration.count() > 0 || report.result ||
                       !report.failure.empty();
  return is_over ? kDone : kInitiated;
}

// A word that this version does not know is no result: the rest of the report decides.
std::optional<core::CallResult> call_result(std::string_view word) {
  using enum core::CallResult;
  if (word == "answered") return kAnswered;
  if (word == "voicemail") return kVoicemail;
  if (word == "busy") return kBusy;
  if (word == "no_answer") return kNoAnswer;
  if (word == "failed") return kFailed;
  return std::nullopt;
}

Result<std::chrono::seconds> read_seconds(const JsonView& view, std::string_view key) {
  PL_TRY(const auto number, view.number(key));
  const double seconds = std::clamp(number.value_or(0.0), 0.0, kLongestCall);
  return std::chrono::seconds(static_cast<std::int64_t>(seconds));
}

Result<void> read_phone_call(core::ConversationReport& report, const JsonView& metadata) {
  PL_TRY(const auto phone, metadata.object("phone_call"));
  if (!phone) return {};
  PL_TRY(auto sid, phone->text("call_sid"));
  if (sid && !sid->empty() && sid->size() <= wire::kIdBytes) {
    report.call_sid = core::CallSid{*std::move(sid)};
  }
  PL_TRY(const auto result, phone->text("call_result"));
  if (result) report.result = call_result(*result);
  return {};
}

Result<void> read_metadata(core::ConversationReport& report, const JsonView& conversation) {
  PL_TRY(const auto metadata, conversation.object("metadata"));
  if (!metadata) return {};
  PL_TRY(report.duration, read_seconds(*metadata, "call_duration_secs"));
  PL_DO(read_phone_call(report, *metadata));
  PL_TRY(const auto error, metadata->object("error"));
  if (error) {
    PL_TRY(const auto reason, error->text("reason"));
    if (const auto code = error->integer("code"); code && *code) {
      report.error_code = static_cast<int>(std::clamp<std::int64_t>(**code, 0, 1'000'000));
    }
    report.failure = wire::safe_reason(reason.value_or(""));
  }
  if (report.failure.empty()) {
    PL_TRY(const auto reason, metadata->text("termination_reason"));
    report.failure = wire::safe_reason(reason.value_or(""));
  }
  return {};
}

// What only serves comparison is never a reason to refuse a report: of another type than expected,
// it counts as not reported. A group that is null has nothing of ours in any of its fields.
using MaybeJson = const Json*;  // null: not reported

MaybeJson member(MaybeJson object, std::string_view key) {
  if (object == nullptr || std::holds_alternative<std::nullptr_t>(object->value)) return object;
  const auto* members = std::get_if<Json::Members>(&object->value);
  if (members == nullptr) return nullptr;
  const auto found = members->find(key);
  return found == members->end() ? nullptr : &found->second;
}

template <class T, class Read>
core::Reported<T> reported(MaybeJson value, Read read) {
  if (value == nullptr) return std::nullopt;
  if (std::holds_alternative<std::nullptr_t>(value->value)) return std::optional<T>();
  std::optional<T> known = read(*value);
  return known ? core::Reported<T>(std::move(known)) : std::nullopt;
}

core::Reported<std::string> reported_text(MaybeJson value) {
  return reported<std::string>(value, [](const Json& json) {
    const auto* text = std::get_if<std::string>(&json.value);
    return text == nullptr ? std::nullopt : std::optional(*text);
  });
}

core::Reported<double> reported_number(MaybeJson value) {
  return reported<double>(value, [](const Json& json) -> std::optional<double> {
    if (const auto* whole = std::get_if<std::int64_t>(&json.value)) return double(*whole);
    const auto* number = std::get_if<double>(&json.value);
    return number == nullptr ? std::nullopt : std::optional(*number);
  });
}

core::Reported<std::int64_t> reported_integer(MaybeJson value) {
  return reported<std::int64_t>(value, [](const Json& json) {
    const auto* whole = std::get_if<std::int64_t>(&json.value);
    return whole == nullptr ? std::nullopt : std::optional(*whole);
  });
}

core::Reported<std::vector<core::ToolId>> reported_tools(MaybeJson value) {
  using Tools = std::vector<core::ToolId>;
  return reported<Tools>(value, [](const Json& json) -> std::optional<Tools> {
    const auto* list = std::get_if<Json::List>(&json.value);
    if (list == nullptr || list->size() > wire::kReportedTools) return std::nullopt;
    Tools tools;
    for (const Json& item : *list) {
      const auto* id = std::get_if<std::string>(&item.value);
      if (id == nullptr || id->size() > wire::kIdBytes) return std::nullopt;
      tools.push_back({*id});
    }
    return tools;
  });
}

std::shared_ptr<const core::ReportedInitiation> read_used(const Json& initiation) {
  auto used = std::make_shared<core::ReportedInitiation>();
  const MaybeJson override = member(&initiation, "conversation_config_override");
  const MaybeJson agent = member(override, "agent");
  const MaybeJson prompt = member(agent, "prompt");
  used->prompt = reported_text(member(prompt, "prompt"));
  used->llm = reported_text(member(prompt, "llm"));
  used->tool_ids = reported_tools(member(prompt, "tool_ids"));
  used->first_message = reported_text(member(agent, "first_message"));
  used->language = reported_text(member(agent, "language"));
  const MaybeJson tts = member(override, "tts");
  used->voice_id = reported_text(member(tts, "voice_id"));
  used->model_id = reported_text(member(tts, "model_id"));
  used->stability = reported_number(member(tts, "stability"));
  used->similarity_boost = reported_number(member(tts, "similarity_boost"));
  used->speed = reported_number(member(tts, "speed"));
  used->max_duration_s =
      reported_integer(member(member(override, "conversation"), "max_duration_seconds"));
  used->user_id = reported_text(member(&initiation, "user_id")).value_or(std::nullopt);
  const MaybeJson variables = member(&initiation, "dynamic_variables");
  const auto* named =
      variables == nullptr ? nullptr : std::get_if<Json::Members>(&variables->value);
  if (named == nullptr) return used;
  for (const auto& [name, value] : *named) {
    const auto* text = std::get_if<std::string>(&value.value);
    if (text == nullptr || used->dynamic_variables.size() >= wire::kReportedVariables) continue;
    used->dynamic_variables.emplace(name, *text);
  }
  return used;
}

// `partyline_call` is ours, but a person may call it what they like in the platform's own tests.
Result<void> read_call(core::ConversationReport& report, const JsonView& conversation) {
  PL_TRY(const auto initiation, conversation.object("conversation_initiation_client_data"));
  if (!initiation) return {};
  report.used = read_used(initiation->json());
  PL_TRY(const auto variables, initiation->object("dynamic_variables"));
  if (!variables) return {};
  const auto found = variables->text("partyline_call");
  if (found && *found) report.call = core::CallId::parse(**found);
  return {};
}

Result<void> read_tool_use(core::ConversationReport& report, const JsonView& turn) {
  PL_TRY(const auto calls, turn.list("tool_calls"));
  for (const JsonView& call : calls) {
    PL_TRY(const auto type, call.text("type"));
    PL_TRY(const auto called, call.flag("tool_has_been_called"));
    if (type == "webhook" && called == true) report.tool_called = true;
  }
  PL_TRY(const auto results, turn.list("tool_results"));
  for (const JsonView& result : results) {
    PL_TRY(const auto name, result.text("tool_name"));
    PL_TRY(const auto called, result.flag("tool_has_been_called"));
    if (name == "voicemail_detection" && called == true) report.voicemail_detected = true;
    PL_TRY(const auto outcome, result.find("result"));
    if (!outcome || !outcome->is_object()) continue;
    PL_TRY(const auto type, outcome->text("result_type"));
    if (type == "voicemail_detection_success") report.voicemail_detected = true;
  }
  return {};
}

// `original_message` is what an interrupted turn was to be, where the platform knows it.
core::FirstTurn first_turn(const JsonView& turn, const std::string& message) {
  core::FirstTurn first;
  const auto whole = reported_text(member(&turn.json(), "original_message")).value_or(std::nullopt);
  const auto cut = turn.flag("interrupted");
  first.text = clip(whole.value_or(message), wire::kTurnPoints);
  first.cut = !whole && cut && *cut == true;
  const MaybeJson metrics = member(&turn.json(), "conversation_turn_metrics");
  first.voice_id = reported_text(member(metrics, "voice_id")).value_or(std::nullopt).value_or("");
  return first;
}

// Turns of tools alone have no message, and roles this version does not know are nobody's words.
Result<void> read_turn(core::ConversationReport& report, const JsonView& turn) {
  PL_DO(read_tool_use(report, turn));
  const std::string role = wire::text_or_empty(turn, "role");
  PL_TRY(const auto message, turn.text("message"));
  const bool user = role == "user";
  const bool known = user || role == "agent";
  if (!known || !message || message->empty() || report.transcript.size() >= wire::kTurns) return {};
  if (!user && !report.first_turn) report.first_turn = first_turn(turn, *message);
  core::Turn heard;
  heard.speaker = user ? core::Speaker::kUser : core::Speaker::kAgent;
  heard.text = clip(*message, wire::kTurnPoints);
  PL_TRY(heard.at, read_seconds(turn, "time_in_call_secs"));
  report.transcript.push_back(std::move(heard));
  return {};
}

Result<ConversationPage> conversation_page(const JsonView& root) {
  ConversationPage page;
  PL_TRY(const auto list, root.find("conversations"));
  if (!list) return wire::fail_at(root.member("conversations", root.json()), "is missing");
  PL_TRY(const auto items, root.list("conversations"));
  for (const JsonView& item : items) {
    PL_TRY(auto id, item.required_text("conversation_id", wire::kIdBytes));
    PL_TRY(const auto started, item.integer("start_time_unix_secs"));
    page.conversations.push_back({{std::move(id)}, started.value_or(0)});
  }
  PL_TRY(page.next_cursor, read_next_cursor(root));
  return page;
}

}  // namespace

Result<core::ConversationReport> read_report(const JsonView& conversation, Unsure unsure) {
  core::ConversationReport report;
  PL_TRY(report.conversation.text, conversation.required_text("conversation_id", wire::kIdBytes));
  report.agent_id =
      reported_text(member(&conversation.json(), "agent_id")).value_or(std::nullopt).value_or("");
  PL_DO(read_metadata(report, conversation));
  PL_TRY(report.status, read_status(report, conversation, unsure));
  PL_DO(read_call(report, conversation));
  PL_TRY(const auto turns, conversation.list("transcript"));
  for (const JsonView& turn : turns) PL_DO(read_turn(report, turn));
  return report;
}

Result<core::ConversationReport> read_conversation(std::string_view body, wire::Mended& mended) {
  const auto document = wire::read_foreign_json(body, wire::kConversationBytes, mended);
  if (!document) return tl::unexpected(as_corrupt(document.error()));
  auto report = read_report(JsonView(*document, &mended), Unsure::kLooksAtTheRest);
  if (!report) return tl::unexpected(as_corrupt(std::move(report).error()));
  return report;
}

Result<std::optional<std::string>> read_next_cursor(const JsonView& page) {
  PL_TRY(const auto more, page.flag("has_more"));
  if (!more) return wire::fail_at(page.member("has_more", page.json()), "is missing");
  if (!*more) return std::optional<std::string>();
  PL_TRY(auto cursor, page.required_text("next_cursor", kCursorBytes));
  return std::optional<std::string>(std::move(cursor));
}

Result<ConversationPage> read_conversation_page(std::string_view body) {
  const auto document = wire::read_json(body, wire::kPageBytes);
  if (!document) return tl::unexpected(as_corrupt(document.error()));
  auto page = conversation_page(JsonView(*document));
  if (!page) return tl::unexpected(as_corrupt(std::move(page).error()));
  return page;
}

}  // namespace pl::platforms
