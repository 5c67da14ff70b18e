// Every kind of row, with its table, its columns and its members. A column is in the schema first.
#pragma once

#include <string>

#include "ports/store.h"
#include "store/sql/described.h"
#include "store/sql/documents.h"

namespace pl::store {

template <>
struct Description<core::NumberFacts> {
  using NumberFacts = core::NumberFacts;
  static constexpr std::tuple members{member("number", &NumberFacts::number),
                                      member("number_class", &NumberFacts::number_class),
                                      member("region", &NumberFacts::region)};
};

template <>
struct Description<core::Consent> {
  using Consent = core::Consent;
  static constexpr std::tuple members{
      member("voice", &Consent::voice), member("text", &Consent::text),
      member("source", &Consent::source), member("wording", &Consent::wording),
      member("at", &Consent::at)};
};

template <>
struct Description<core::Caller> {
  using Caller = core::Caller;
  static constexpr std::string_view table = "caller";
  static constexpr auto set_aside_as = ports::Table::kCaller;
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{member("id", &Caller::id),
                                      member("line", &Caller::line),
                                      group("", &Caller::number),
                                      member("name", &Caller::name),
                                      member("stage", &Caller::stage),
                                      member("profile", &Caller::profile),
                                      member("timezone", &Caller::timezone),
                                      member("context", &Caller::context),
                                      group("consent_", &Caller::consent),
                                      member("opted_out_at", &Caller::opted_out_at),
                                      member("telegram_chat_id", &Caller::telegram_chat_id),
                                      member("created_at", &Caller::created_at),
                                      member("updated_at", &Caller::updated_at)};
};

template <>
struct Description<core::Outreach> {
  using Outreach = core::Outreach;
  static constexpr std::string_view table = "outreach";
  // What was promised, or has begun, goes before what is new.
  static constexpr Derived<Outreach> derived{
      "priority", [](const Outreach& outreach) {
        return std::int64_t{outreach.plan.is_handover() || outreach.retries > 0 ? 0 : 1};
      }};
  static constexpr auto set_aside_as = ports::Table::kOutreach;
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{member("id", &Outreach::id),
                                      member("line", &Outreach::line),
                                      member("caller_id", &Outreach::caller),
                                      member("plan", &Outreach::plan),
                                      member("variables", &Outreach::variables),
                                      member("opening", &Outreach::opening),
                                      member("redo", &Outreach::redo),
                                      member("created_at", &Outreach::created_at),
                                      member("state", &Outreach::state),
                                      member("due", &Outreach::due),
                                      member("ask_at", &Outreach::ask_at),
                                      member("deadline", &Outreach::deadline),
                                      member("awaits", &Outreach::awaits),
                                      member("leg", &Outreach::leg),
                                      member("held_by", &Outreach::held_by),
                                      member("fulfilling", &Outreach::fulfilling),
                                      member("retries", &Outreach::retries),
                                      member("machines", &Outreach::machines),
                                      member("failed_on_us", &Outreach::failed_on_us),
                                      member("blocked", &Outreach::blocked),
                                      member("waits_for", &Outreach::waits_for),
                                      member("error", &Outreach::error),
                                      member("via", &Outreach::via),
                                      member("brief", &Outreach::brief),
                                      member("text_confirmed", &Outreach::text_confirmed),
                                      member("conversation", &Outreach::conversation),
                                      member("cancelled_by", &Outreach::cancelled_by),
                                      member("ended_at", &Outreach::ended_at)};
};

template <>
struct Description<core::Call> {
  using Call = core::Call;
  static constexpr std::string_view table = "call";
  // An outer join: a call that lost its content must be noticed, not missed.
  static constexpr std::string_view from = "call LEFT JOIN call_content ON call_id = id";
  static constexpr Derived<Call> derived{
      "person", [](const Call& call) { return std::int64_t{core::has_person(call) ? 1 : 0}; }};
  static constexpr auto set_aside_as = ports::Table::kCall;
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{member("id", &Call::id),
                                      member("line", &Call::line),
                                      member("direction", &Call::direction),
                                      member("number", &Call::number),
                                      member("caller_id", &Call::caller),
                                      member("outreach_id", &Call::outreach),
                                      member("ordinal", &Call::ordinal),
                                      member("scene", &Call::scene),
                                      member("persona", &Call::persona),
                                      member("stage", &Call::stage),
                                      member("user_id", &Call::user_id),
                                      member("safe_scene", &Call::safe_scene),
                                      member("started_at", &Call::started_at),
                                      member("lapses_at", &Call::lapses_at),
                                      member("conversation", &Call::conversation),
                                      member("call_sid", &Call::call_sid),
                                      member("unclear_at", &Call::unclear_at),
                                      member("placed_at", &Call::placed_at),
                                      member("answered_at", &Call::answered_at),
                                      member("answerer", &Call::answerer),
                                      member("evidence", &Call::evidence),
                                      member("shown_by", &Call::shown_by),
                                      member("tool_called", &Call::tool_called),
                                      member("completed", &Call::completed),
                                      member("ended_at", &Call::ended_at),
                                      member("verdict", &Call::verdict),
                                      member("judged_at", &Call::judged_at),
                                      member("reported", &Call::reported),
                                      member("failure", &Call::failure),
                                      member("drift", &Call::drift),
                                      member("duration_s", &Call::duration),
                                      given("transcript", &Call::transcript),
                                      member("first_negative_at", &Call::first_negative_at),
                                      member("poll_at", &Call::poll_at)};
};

template <>
struct Description<core::TextMessage> {
  using Text = core::TextMessage;
  static constexpr std::string_view table = "text_message";
  static constexpr auto set_aside_as = ports::Table::kText;
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{member("id", &Text::id),
                                      member("outreach_id", &Text::outreach),
                                      member("caller_id", &Text::caller),
                                      member("channel", &Text::channel),
                                      member("body", &Text::body),
                                      member("state", &Text::state),
                                      member("created_at", &Text::created_at),
                                      member("failure", &Text::failure),
                                      member("channel_id", &Text::channel_id)};
};

template <>
struct Description<ports::InboxItem> {
  using Item = ports::InboxItem;
  static constexpr std::string_view table = "inbox";
  static constexpr std::size_t key = 2;
  static constexpr std::tuple members{member("key", &Item::key),
                                      member("sha256", &Item::sha256),
                                      member("received_at", &Item::received_at),
                                      member("type", &Item::type),
                                      member("conversation", &Item::conversation),
                                      member("parked", &Item::parked),
                                      member("failure", &Item::failure)};
};

template <>
struct Description<ports::ToolEffect> {
  using Effect = ports::ToolEffect;
  static constexpr std::string_view table = "tool_effect";
  static constexpr std::size_t key = 3;
  static constexpr std::tuple members{
      member("call_id", &Effect::call),        member("tool", &Effect::tool),
      member("arguments", &Effect::arguments), member("at", &Effect::at),
      member("saved", &Effect::saved),         member("say", &Effect::say)};
};

// A line's dialer that stands still, and which line that is.
struct PausedLine {
  core::LineName line;
  ports::DialerPause pause;
};

template <>
struct Description<ports::DialerPause> {
  using Pause = ports::DialerPause;
  static constexpr std::tuple members{
      member("since", &Pause::since), member("until", &Pause::until), member("why", &Pause::why),
      member("look_at", &Pause::look_at), member("cause", &Pause::cause)};
};

template <>
struct Description<PausedLine> {
  static constexpr std::string_view table = "dialer_pause";
  static constexpr auto set_aside_as = ports::Table::kPause;
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{member("line", &PausedLine::line),
                                      group("", &PausedLine::pause)};
};

// A tool as a line calls it, and as the platform does.
struct NamedTool {
  std::string tool;
  core::ToolId id;
};

template <>
struct Description<NamedTool> {
  static constexpr std::string_view table = "tool_id";
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{member("tool", &NamedTool::tool),
                                      member("platform_id", &NamedTool::id)};
};

template <>
struct Description<core::Attention> {
  using Attention = core::Attention;
  static constexpr std::string_view table = "attention";
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{member("id", &Attention::id),
                                      member("line", &Attention::line),
                                      member("reason", &Attention::reason),
                                      member("subject", &Attention::subject),
                                      member("what", &Attention::what),
                                      member("todo", &Attention::todo),
                                      member("raised_at", &Attention::raised_at),
                                      member("resolved_at", &Attention::resolved_at)};
};

template <>
struct Description<core::JournalEntry> {
  using Entry = core::JournalEntry;
  static constexpr std::string_view table = "journal";
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{
      given("seq", &Entry::seq),           member("at", &Entry::at),
      member("line", &Entry::line),        member("kind", &Entry::kind),
      member("caller_id", &Entry::caller), member("outreach_id", &Entry::outreach),
      member("call_id", &Entry::call),     member("details", &Entry::details)};
};

template <>
struct Description<ports::ApiKey> {
  using Key = ports::ApiKey;
  static constexpr std::string_view table = "api_key";
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{member("id", &Key::id),
                                      member("name", &Key::name),
                                      member("sha256", &Key::sha256),
                                      member("scopes", &Key::scopes),
                                      member("created_at", &Key::created_at),
                                      member("revoked_at", &Key::revoked_at)};
};

template <>
struct Description<ports::KeptAnswer> {
  using Answer = ports::KeptAnswer;
  static constexpr std::string_view table = "kept_answer";
  static constexpr std::size_t key = 2;
  static constexpr std::tuple members{member("asked_with", &Answer::asked_with),
                                      member("key", &Answer::key),
                                      member("request_sha256", &Answer::request_sha256),
                                      member("caller_id", &Answer::caller),
                                      member("status", &Answer::status),
                                      member("body", &Answer::body),
                                      member("at", &Answer::at)};
};

template <>
struct Description<ports::Endpoint> {
  using Endpoint = ports::Endpoint;
  static constexpr std::string_view table = "endpoint";
  static constexpr auto set_aside_as = ports::Table::kEndpoint;
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{member("id", &Endpoint::id),
                                      member("url", &Endpoint::url),
                                      member("events", &Endpoint::events),
                                      member("secrets", &Endpoint::secrets),
                                      member("created_at", &Endpoint::created_at),
                                      member("disabled_at", &Endpoint::disabled_at)};
};

template <>
struct Description<ports::Delivery> {
  using Delivery = ports::Delivery;
  static constexpr std::string_view table = "delivery";
  static constexpr auto set_aside_as = ports::Table::kDelivery;
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{member("id", &Delivery::id),
                                      member("endpoint_id", &Delivery::endpoint),
                                      member("event", &Delivery::event),
                                      member("caller_id", &Delivery::caller),
                                      member("body", &Delivery::body),
                                      member("created_at", &Delivery::created_at),
                                      member("state", &Delivery::state),
                                      member("tries", &Delivery::tries),
                                      member("due", &Delivery::due),
                                      member("failure", &Delivery::failure),
                                      member("settled_at", &Delivery::settled_at)};
};

template <>
struct Description<ports::Erasure> {
  using Erasure = ports::Erasure;
  static constexpr std::string_view table = "erasure";
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{
      member("id", &Erasure::id),           member("caller_id", &Erasure::caller),
      member("at", &Erasure::at),           member("asked_by", &Erasure::by),
      member("row_counts", &Erasure::rows), member("conversations", &Erasure::conversations)};
};

template <>
struct Description<ports::Forgetting> {
  using Forgetting = ports::Forgetting;
  static constexpr std::string_view table = "forgetting";
  static constexpr auto set_aside_as = ports::Table::kForgetting;
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{
      member("conversation", &Forgetting::conversation), member("erasure_id", &Forgetting::erasure),
      member("tries", &Forgetting::tries), member("due", &Forgetting::due),
      member("failure", &Forgetting::failure)};
};

template <>
struct Description<ports::RowKey> {
  using Key = ports::RowKey;
  static constexpr std::tuple members{member("table_name", &Key::table), member("id", &Key::id)};
};

template <>
struct Description<ports::SetAside> {
  using SetAside = ports::SetAside;
  static constexpr std::string_view table = "set_aside";
  static constexpr std::size_t key = 2;
  static constexpr std::tuple members{group("", &SetAside::row), member("until", &SetAside::until),
                                      member("tries", &SetAside::tries),
                                      member("reason", &SetAside::reason)};
};

// What of a call says what goes with it. A number that makes no sense is nobody's, and keeps
// nothing from going.
struct GoingCall {
  core::CallId id;
  std::optional<std::string> number;
  std::optional<core::ConversationId> conversation;
};

template <>
struct Description<GoingCall> {
  static constexpr std::string_view table = "call";
  static constexpr std::size_t key = 1;
  static constexpr std::tuple members{member("id", &GoingCall::id),
                                      member("number", &GoingCall::number),
                                      member("conversation", &GoingCall::conversation)};
};

}  // namespace pl::store
