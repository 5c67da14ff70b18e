#include "rows.h"

#include <array>

namespace pl::store_suite {
namespace {

core::Plan random_plan(Random& random) {
  core::Plan plan{.name = random.name<core::PlanName>(),
                  .scene = random.name<core::SceneName>(),
                  .deadline = Millis(random.small()),
                  .ring = random.seconds(),
                  .after_call_end = Millis(random.small()),
                  .then = random.one_of<core::Fallback>(2),
                  .on_call_in = random.one_of<core::OnCallIn>(2)};
  plan.complete_when = random.maybe([&random] { return random.one_of<core::CompleteWhen>(2); });
  for (auto i = random.below(3); i > 0; --i) plan.on.push_back(random.one_of<core::Trigger>(2));
  for (auto i = random.below(4); i > 0; --i) plan.retry.emplace_back(random.small());
  return plan;
}

core::FieldValue random_value(Random& random) {
  switch (random.below(4)) {
    case 0:
      return random.flag();
    case 1:
      return static_cast<std::int64_t>(random.below(~std::uint64_t{0}));
    case 2:
      return random.text();
    default:
      return std::vector<std::string>(random.below(3), random.text());
  }
}

auto fields(const core::Plan& plan) {
  const auto& [name, scene, on, when, retry, deadline, ring, after, then, on_call_in] = plan;
  return std::tie(name, scene, on, when, retry, deadline, ring, after, then, on_call_in);
}

bool same(const core::Plan& a, const core::Plan& b) {
  return fields(a) == fields(b);
}

bool same(const std::vector<core::Turn>& a, const std::vector<core::Turn>& b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(), [](const core::Turn& one, const core::Turn& other) {
        const auto& [speaker, text, at] = one;
        return std::tie(speaker, text, at) == std::tie(other.speaker, other.text, other.at);
      });
}

auto fields(const core::Caller& caller) {
  const auto& [id, line, number, name, stage, profile, zone, context, consent, opted_out, telegram,
               created, updated] = caller;
  const auto& [e164, number_class, region] = number;
  return std::tie(id, line, e164, number_class, region, name, stage, profile, zone, context,
                  consent, opted_out, telegram, created, updated);
}

// All but the plan.
auto fields(const core::Outreach& outreach) {
  const auto& [id, line, caller, plan, variables, opening, redo, created, state, due, ask, deadline,
               awaits, leg, held, fulfilling, retries, blocked, waits_for, error, via, brief,
               confirmed, conversation, cancelled_by, ended] = outreach;
  return std::tie(id, line, caller, variables, opening, redo, created, state, due, ask, deadline,
                  awaits, leg, held, fulfilling, retries, blocked, waits_for, error, via, brief,
                  confirmed, conversation, cancelled_by, ended);
}

// All but what was said.
auto fields(const core::Call& call) {
  const auto& [id, line, direction, number, caller, outreach, ordinal, scene, persona, stage, safe,
               user, started, lapses, conversation, sid, unclear, placed, answered, person, tool,
               completed, ended, verdict, judged, reported, failure, drift, duration, transcript,
               negative, poll] = call;
  return std::tie(id, line, direction, number, caller, outreach, ordinal, scene, persona, stage,
                  user, safe, started, lapses, conversation, sid, unclear, placed, answered, person,
                  tool, completed, ended, verdict, judged, reported, failure, drift, duration,
                  negative, poll);
}

}  // namespace

core::Initiation random_initiation(Random& random) {
  const auto share = [&random] { return static_cast<double>(random.below(1 << 20)) / 999'999.0; };
  const auto text = [&random] { return random.text(); };
  core::Initiation initiation{.override = {.prompt = random.text(),
                                           .first_message = random.text(),
                                           .language = random.text(),
                                           .voice = {.voice_id = random.text(),
                                                     .model_id = random.maybe(text),
                                                     .stability = random.maybe(share),
                                                     .similarity_boost = random.maybe(share),
                                                     .speed = random.maybe(share)},
                                           .llm = random.maybe(text),
                                           .max_duration = random.seconds()},
                              .dynamic_variables = random.texts(),
                              .user_id = random.maybe(text)};
  for (auto i = random.below(3); i > 0; --i) {
    initiation.override.tool_ids.push_back(random.name<core::ToolId>());
  }
  return initiation;
}

std::string Random::text() {
  static const std::array<std::string, 7> kTexts{
      "",         "plain",  "it's \"quoted\"; --", std::string("a\0b", 3),
      "Zoë Ünal", "日本 🎈", "\n\t\\u0000"};
  return kTexts[below(kTexts.size())];
}

core::PhoneNumber Random::number() {
  return *core::PhoneNumber::from_e164("+1" + std::to_string(1'000'000'000 + below(9'000'000'000)));
}

std::map<std::string, std::string> Random::texts() {
  std::map<std::string, std::string> made;
  for (auto i = below(4); i > 0; --i) made.emplace(word(), text());
  return made;
}

core::Caller random_caller(Random& random) {
  const auto text = [&random] { return random.text(); };
  core::Caller caller{.id = random.id<core::CallerId>(),
                      .line = random.name<core::LineName>(),
                      .number = {.number = random.number(),
                                 .number_class = random.one_of<core::NumberClass>(6),
                                 .region = random.text()},
                      .name = random.text(),
                      .stage = random.one_of<core::Stage>(5),
                      .timezone = random.maybe(text),
                      .context = random.texts(),
                      .consent = {.voice = random.flag(),
                                  .text = random.flag(),
                                  .source = random.text(),
                                  .wording = random.text(),
                                  .at = random.maybe_time()},
                      .opted_out_at = random.maybe_time(),
                      .telegram_chat_id = random.maybe(text),
                      .created_at = random.time(),
                      .updated_at = random.time()};
  for (auto i = random.below(5); i > 0; --i) {
    caller.profile.emplace(random.word(), random_value(random));
  }
  return caller;
}

core::Template random_template(Random& random) {
  return core::Template::parse("Hello {{name}}, " + random.word()).value();
}

core::Outreach random_outreach(Random& random, const core::CallerId& caller) {
  const auto call = [&random] { return random.id<core::CallId>(); };
  core::Outreach outreach{.id = random.id<core::OutreachId>(),
                          .line = random.name<core::LineName>(),
                          .caller = caller,
                          .plan = random_plan(random),
                          .variables = random.texts(),
                          .opening = random.maybe([&random] { return random_template(random); }),
                          .created_at = random.time(),
                          .state = random.one_of<core::OutreachState>(11),
                          .due = random.time(),
                          .ask_at = random.below(8) == 0 ? UtcTime::max() : random.time(),
                          .deadline = random.maybe_time(),
                          .awaits = random.maybe(call),
                          .leg = random.maybe(call),
                          .held_by = random.maybe(call),
                          .fulfilling = random.flag(),
                          .retries = random.small(),
                          .blocked = random.flag(),
                          .waits_for = random.text(),
                          .error = random.text(),
                          .via = random.one_of<core::Via>(4),
                          .brief = random.flag(),
                          .text_confirmed = random.flag(),
                          .cancelled_by = random.text(),
                          .ended_at = random.maybe_time()};
  outreach.conversation = random.maybe([&random] { return random.name<core::ConversationId>(); });
  return outreach;
}

core::Call random_call(Random& random, const core::CallerId& caller,
                       const core::OutreachId& outreach) {
  core::Call call{.id = random.id<core::CallId>(),
                  .line = random.name<core::LineName>(),
                  .direction = random.one_of<core::Direction>(2),
                  .ordinal = random.small(),
                  .scene = random.name<core::SceneName>(),
                  .persona = random.name<core::PersonaName>(),
                  .user_id = random.text(),
                  .safe_scene = random.flag(),
                  .started_at = random.time(),
                  .lapses_at = random.time(),
                  .unclear_at = random.maybe_time(),
                  .placed_at = random.maybe_time(),
                  .answered_at = random.maybe_time(),
                  .person = random.flag(),
                  .tool_called = random.flag(),
                  .completed = random.flag(),
                  .ended_at = random.maybe_time(),
                  .judged_at = random.maybe_time(),
                  .reported = random.flag(),
                  .failure = random.text(),
                  .duration = random.seconds(),
                  .first_negative_at = random.maybe_time(),
                  .poll_at = random.maybe_time()};
  call.number = random.maybe([&] { return random.number(); });
  call.caller = random.maybe([&] { return caller; });
  call.outreach = random.maybe([&] { return outreach; });
  call.stage = random.maybe([&] { return random.one_of<core::Stage>(5); });
  call.conversation = random.maybe([&] { return random.name<core::ConversationId>(); });
  call.call_sid = random.maybe([&] { return random.name<core::CallSid>(); });
  call.verdict = random.maybe([&] { return random.one_of<core::Verdict>(10); });
  for (auto i = random.below(3); i > 0; --i) call.drift.insert(random.one_of<core::Aspect>(16));
  for (auto i = random.below(4); i > 0; --i) {
    call.transcript.push_back({.speaker = random.one_of<core::Speaker>(2),
                               .text = random.text(),
                               .at = random.seconds()});
  }
  return call;
}

core::TextMessage random_text(Random& random, const core::Outreach& outreach) {
  return {.id = random.id<core::TextId>(),
          .outreach = outreach.id,
          .caller = outreach.caller,
          .channel = random.one_of<core::Channel>(2),
          .body = random.text(),
          .state = random.one_of<core::TextState>(5),
          .created_at = random.time(),
          .failure = random.text(),
          .channel_id = random.flag() ? random.word() : ""};
}

ports::InboxItem random_item(Random& random) {
  ports::InboxItem item{.key = random.word(),
                        .sha256 = random.word(),
                        .received_at = random.time(),
                        .type = random.text(),
                        .parked = random.flag()};
  item.conversation = random.maybe([&] { return random.name<core::ConversationId>(); });
  item.failure = random.maybe([&] { return random.one_of<core::Verdict>(10); });
  return item;
}

ports::ToolEffect random_effect(Random& random, const core::CallId& call) {
  return {.call = call,
          .tool = random.name<core::ToolName>(),
          .arguments = random.text(),
          .at = random.time(),
          .saved = random.flag(),
          .say = random.text()};
}

core::Attention random_attention(Random& random) {
  return {.id = random.id<core::AttentionId>(),
          .line = random.name<core::LineName>(),
          .reason = random.one_of<core::AttentionReason>(12),
          .subject = random.word(),
          .what = random.text(),
          .todo = random.text(),
          .raised_at = random.time(),
          .resolved_at = random.maybe_time()};
}

core::JournalEntry random_entry(Random& random) {
  core::JournalEntry entry{.at = random.time(),
                           .line = random.name<core::LineName>(),
                           .kind = random.text(),
                           .details = random.texts()};
  entry.caller = random.maybe([&] { return random.id<core::CallerId>(); });
  entry.outreach = random.maybe([&] { return random.id<core::OutreachId>(); });
  entry.call = random.maybe([&] { return random.id<core::CallId>(); });
  return entry;
}

bool same(const core::Caller& a, const core::Caller& b) {
  return fields(a) == fields(b);
}

bool same(const core::Outreach& a, const core::Outreach& b) {
  return fields(a) == fields(b) && same(a.plan, b.plan);
}

bool same(const core::Call& a, const core::Call& b) {
  return fields(a) == fields(b) && same(a.transcript, b.transcript);
}

bool same(const core::Initiation& a, const core::Initiation& b) {
  const auto& [override_a, variables_a, user_a] = a;
  const auto& [override_b, variables_b, user_b] = b;
  return override_a == override_b && variables_a == variables_b && user_a == user_b;
}

bool same(const core::TextMessage& a, const core::TextMessage& b) {
  const auto& [id, outreach, caller, channel, body, state, created, failure, channel_id] = a;
  return std::tie(id, outreach, caller, channel, body, state, created, failure, channel_id) ==
         std::tie(b.id, b.outreach, b.caller, b.channel, b.body, b.state, b.created_at, b.failure,
                  b.channel_id);
}

bool same(const ports::InboxItem& a, const ports::InboxItem& b) {
  const auto& [key, sha256, received, type, conversation, parked, failure] = a;
  return std::tie(key, sha256, received, type, conversation, parked, failure) ==
         std::tie(b.key, b.sha256, b.received_at, b.type, b.conversation, b.parked, b.failure);
}

bool same(const ports::DialerPause& a, const ports::DialerPause& b) {
  const auto& [since, until, why, look_at, cause] = a;
  return std::tie(since, until, why, look_at, cause) ==
         std::tie(b.since, b.until, b.why, b.look_at, b.cause);
}

bool same(const ports::ToolEffect& a, const ports::ToolEffect& b) {
  const auto& [call, tool, arguments, at, saved, say] = a;
  return std::tie(call, tool, arguments, at, saved, say) ==
         std::tie(b.call, b.tool, b.arguments, b.at, b.saved, b.say);
}

bool same(const core::Attention& a, const core::Attention& b) {
  const auto& [id, line, reason, subject, what, todo, raised, resolved] = a;
  return std::tie(id, line, reason, subject, what, todo, raised, resolved) ==
         std::tie(b.id, b.line, b.reason, b.subject, b.what, b.todo, b.raised_at, b.resolved_at);
}

bool same(const core::JournalEntry& a, const core::JournalEntry& b) {
  const auto& [seq, at, line, kind, caller, outreach, call, details] = a;
  (void)seq;
  return std::tie(at, line, kind, caller, outreach, call, details) ==
         std::tie(b.at, b.line, b.kind, b.caller, b.outreach, b.call, b.details);
}

}  // namespace pl::store_suite
