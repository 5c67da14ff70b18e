#include "platforms/elevenlabs/doors.h"

#include <spdlog/spdlog.h>

#include <memory>

#include "base/planted.h"
#include "engine/tools.h"
#include "engine/webhooks.h"
#include "http/problem.h"
#include "platforms/elevenlabs/events.h"
#include "platforms/elevenlabs/pre_call.h"
#include "platforms/elevenlabs/secret_alarm.h"
#include "platforms/elevenlabs/signature.h"
#include "platforms/elevenlabs/tools.h"
#include "platforms/elevenlabs/webhook_paths.h"
#include "wire/signature.h"

namespace pl::platforms {
namespace {

using http::json;
using http::problem;
using Reply = net::HttpServer::Reply;

constexpr std::size_t kToolBody = 64 * 1024;
constexpr std::size_t kEventBody = 8 * 1024 * 1024;  // a transcript with everything around it
constexpr std::string_view kSignatureHeader = "ElevenLabs-Signature";

bool shows(const net::Request& request, const std::vector<std::string>& secrets) {
  return wire::is_one_of(request.header(kSecretHeader).value_or(""), secrets);
}

// What the doors share.
class Webhooks {
 public:
  Webhooks(engine::Engine& engine, ElevenLabsSecrets secrets, http::After after,
           std::function<void()> on_safe_scene)
      : engine_(engine),
        secrets_(std::move(secrets)),
        pre_call_(engine, std::move(after), std::move(on_safe_scene)),
        alarm_(engine) {}

  void initiation(const net::Request& request, Reply reply);
  void event(const net::Request& request, Reply reply);
  void tool(const net::Request& request, Reply reply);

 private:
  engine::Engine& engine_;
  const ElevenLabsSecrets secrets_;
  PreCall pre_call_;
  SecretAlarm alarm_;
};

void Webhooks::initiation(const net::Request& request, Reply reply) {
  if (!shows(request, secrets_.initiation)) {
    alarm_.initiation(request.body);
    return reply(problem(401, "X-Partyline-Secret is missing or wrong"));
  }
  auto incoming = read_incoming_call(request.body);
  if (!incoming) {
    // Whoever knows the secret speaks for a caller on the phone: even a body that we cannot read
    // must not hang up on them. An unknown caller to an unknown number meets the safe path.
    spdlog::warn("pre-call webhook: {}", incoming.error().message);
    incoming = core::IncomingCall{};
  }
  if (planted(Bug::kNumberInLog)) spdlog::debug("a call from {}", incoming->caller_id);
  pre_call_.answer(*std::move(incoming), [reply = std::move(reply)](std::string body) {
    reply(json(200, std::move(body)));
  });
}

void Webhooks::event(const net::Request& request, Reply reply) {
  const auto header = request.header(kSignatureHeader).value_or("");
  const auto signature = verify_signature(header, request.body, secrets_.events, engine_.now());
  if (signature == Signature::kBad) {
    alarm_.event(request.body);
    return reply(problem(401, "ElevenLabs-Signature is missing or wrong"));
  }
  auto message = read_platform_message(request.body);
  if (!message) {
    spdlog::warn("post-call webhook: {}", message.error().message);
    return reply(problem(400, message.error().message));
  }
  ports::InboxItem item{
      .key = message->type + ":" +
             (message->conversation ? message->conversation->text : std::string()),
      .sha256 = wire::sha256_hex(request.body),
      .received_at = engine_.now(),
      .type = message->type,
      .conversation = message->conversation};
  const auto freshness = signature == Signature::kFresh || planted(Bug::kStaleIsFresh)
                             ? engine::Freshness::kFresh
                             : engine::Freshness::kHint;
  engine_.run(
      ports::Priority::kCall,
      [item = std::move(item), event = std::move(message->event), freshness](engine::Turn& turn) {
        return engine::post_call_event(turn, item, event, freshness);
      },
      [reply = std::move(reply)](const Result<void>& result) {
        if (planted(Bug::kRefusesWhenBusy) && !result) return reply(problem(400, "not now"));
        // Anything but 503 would burn the platform's only delivery.
        reply(result ? http::plain(200, "ok\n") : problem(503, "not stored; send it again"));
      });
}

void Webhooks::tool(const net::Request& request, Reply reply) {
  const std::string tool = request.path.substr(kToolsPath.size());
  if (!shows(request, secrets_.tools)) {
    alarm_.tool(tool, request.body);
    return reply(problem(401, "X-Partyline-Secret is missing or wrong"));
  }
  const auto answer = [reply = std::move(reply)](const core::ToolReply& said) {
    reply(json(200, tool_reply_body(said)));
  };
  auto tool_call = read_tool_call(core::ToolName{tool}, request.body);
  if (!tool_call) {
    // Where it is wrong stays out of the log: a model may have put a name there.
    spdlog::warn("a tool call could not be read");
    return answer({false, "That did not arrive in a form I can read. Please try once more."});
  }
  engine_.run<core::ToolReply>(
      ports::Priority::kCall,
      [tool_call = *std::move(tool_call)](engine::Turn& turn) {
        return engine::tool_called(turn, tool_call);
      },
      [answer](const Result<core::ToolReply>& said) {
        answer(said ? *said : engine::tool_trouble());
      });
}

}  // namespace

http::Doors elevenlabs_doors(engine::Engine& engine, ElevenLabsSecrets secrets, http::After after,
                             std::function<void()> on_safe_scene) {
  const auto webhooks = std::make_shared<Webhooks>(engine, std::move(secrets), std::move(after),
                                                   std::move(on_safe_scene));
  const auto to = [&](void (Webhooks::*serve)(const net::Request&, Reply)) {
    return [webhooks, serve](const net::Request& request, Reply reply) {
      ((*webhooks).*serve)(request, std::move(reply));
    };
  };
  return {
      {.name = "pre-call", .path = kInitiationPath, .serve = to(&Webhooks::initiation)},
      {.name = "events",
       .path = kEventsPath,
       .body_bytes = kEventBody,
       .proof = kSignatureHeader,
       .serve = to(&Webhooks::event)},
      {.name = "tools", .path = kToolsPath, .body_bytes = kToolBody, .serve = to(&Webhooks::tool)}};
}

}  // namespace pl::platforms
