#include "engine/inbound.h"
#include "engine/tools.h"
#include "sim/audit_words.h"
#include "sim/initiations.h"
#include "sim/journey/fate_words.h"
#include "sim/journey/feeder.h"
#include "sim/requests.h"

namespace pl::sim {
namespace {

using namespace std::chrono_literals;

constexpr Millis kTooOld = 1h;

}  // namespace

void Feeder::send(net::Request request) {
  world_.server.request(std::move(request), [this](const net::Response& response) {
    world_.narrator.happened("reply " + reply_words(response));
  });
}

Result<void> Feeder::tool(const Fed& fed) {
  PL_TRY(const std::string name, word_in(fed, 1));
  PL_TRY(const std::string alias, word_in(fed, 2));
  PL_TRY(const auto call, id<core::CallId>(alias));
  core::ToolCall tool_call{{name}, call, std::nullopt, {}};
  if (Conversation* said_in = world_.platform.of_call(call)) {
    tool_call.conversation = said_in->report.conversation;
    said_in->report.tool_called = true;
    if (!said_in->machine) said_in->spoke = true;
  }
  for (const auto& [key, text] : fed.values) tool_call.arguments[key] = text;
  const std::string how = fed.words.size() > 3 ? fed.words[3] : "";
  if (how == "lost") return {};
  if (how == "crossed") {
    PL_TRY(const std::string other, word_in(fed, 4));
    PL_TRY(tool_call.call, id<core::CallId>(other));
  } else if (!how.empty()) {
    return fail(Code::kInvalid, "a tool call is lost, or crossed with another");
  }
  ask<core::ToolReply>(
      ports::Priority::kCall,
      [=](engine::Turn& turn) { return engine::tool_called(turn, tool_call); },
      [this, how](const core::ToolReply& reply) {
        const bool wrote = how == "crossed" && reply.saved;
        if (wrote) world_.complain("INV-14: a tool call wrote to another call's caller");
      });
  return {};
}

Result<void> Feeder::inbound(const Fed& fed) {
  const std::string from = value_in(fed, "from", "anonymous");
  const core::CallSid sid{value_in(fed, "sid")};
  // The platform asks again about a call that takes place already.
  Conversation* talk = sid.text.empty() ? nullptr : world_.platform.of_sid(sid);
  if (talk == nullptr) {
    talk = &world_.platform.call_in(core::PhoneNumber::from_e164(from), sid);
  }
  if (value_in(fed, "webhook") == "lost") return {};
  if (value_in(fed, "answered") == "by-timer") {
    answer_by_timer(*talk, from);
  } else {
    ask_before_call(*talk, value_in(fed, "spelled", from));
  }
  return {};
}

void Feeder::answered(std::size_t index, const core::Initiation& initiation, Millis took,
                      std::string_view bytes) {
  Conversation& talk = world_.platform.at(index);
  world_.auditor.pre_call_answered({.call_sid = talk.report.call_sid->text,
                                    .status = 200,
                                    .took = took,
                                    .told = audit_words(initiation),
                                    .bytes_sha = std::to_string(fingerprint(bytes))});
  if (!talk.report.call) world_.platform.set_initiation(talk, initiation);
  world_.narrator.answer(initiation);
}

void Feeder::ask_before_call(const Conversation& talk, const std::string& from) {
  const UtcTime asked = world_.time.now();
  world_.server.request(pre_call_request(world_.line(), talk, from),
                        [this, index = talk.index, asked](const net::Response& response) {
                          const auto initiation = read_initiation(response.body);
                          if (initiation) {
                            return answered(index, *initiation, world_.time.now() - asked,
                                            response.body);
                          }
                          world_.narrator.happened("reply " + reply_words(response));
                        });
}

// The safe scene was said, and is recorded once the store is there again: at once.
void Feeder::answer_by_timer(const Conversation& talk, const std::string& from) {
  if (!world_.server.is_up()) return;
  const core::Line& line = world_.line();
  const core::IncomingCall incoming{line.agent_id, from, line.number.e164(), *talk.report.call_sid,
                                    talk.report.conversation};
  const auto call = core::CallId::make(world_.clock.now(), world_.entropy.draw());
  const core::Initiation safe = engine::safe_initiation(world_.engine_world(), incoming, call);
  world_.server.engine().run(
      ports::Priority::kCall,
      [=](engine::Turn& turn) { return engine::record_safe_call(turn, incoming, call, safe); },
      [this, index = talk.index, safe](const Result<void>& recorded) {
        if (recorded) return answered(index, safe, 250ms, safe.override.first_message);
        world_.narrator.happened("reply " + reply_words(recorded.error()));
      });
}

Result<void> Feeder::webhook(const Fed& fed) {
  PL_TRY(const std::string alias, word_in(fed, 1));
  PL_TRY(const Conversation* about, conversation(alias));
  UtcTime written = world_.time.now();
  if (fed.values.contains("written")) {
    const auto offset = parse_offset(fed.values.at("written"));
    if (!offset) return fail(Code::kInvalid, "written=00:05:00 is a time of the journey");
    written = world_.start() + *offset;
  }
  const bool stale = value_in(fed, "stale") == "yes";
  send(event_request(event_body(world_.line(), *about, written, value_in(fed, "failure")),
                     kEventsSecret, stale ? written - kTooOld : written));
  return {};
}

Result<void> Feeder::forged(const Fed& fed) {
  PL_TRY(const std::string what, word_in(fed, 1));
  const Conversation* about = nullptr;
  if (fed.words.size() > 2) {
    PL_TRY(about, conversation(fed.words[2]));
  }
  net::Request request;
  if (what == "webhook") {
    request = forged_event(about ? about->report.conversation.text : "conv_1", world_.time.now());
  } else if (what == "tool") {
    const auto call = about ? about->report.call : std::nullopt;
    request = forged_tool(world_.line(), call ? call->text() : "");
  } else if (what == "inbound") {
    request = forged_pre_call(world_.line(), value_in(fed, "from", "anonymous"));
  } else {
    return fail(Code::kInvalid, "nobody forges that");
  }
  world_.server.request(std::move(request), [this](const net::Response& response) {
    world_.narrator.happened("reply " + reply_words(response));
    const bool refused = response.status == 401 || response.status == 0;
    if (!refused) world_.complain("INV-22: a forged request was not refused");
  });
  return {};
}

}  // namespace pl::sim
