#include "platforms/elevenlabs/doors.h"

#include <spdlog/spdlog.h>

#include <memory>

#include "base/planted.h"
#include "engine/tools.h"
#include "engine/webhooks.h"
#include "http/problem.h"
#include "platforms/elevenlabs/events.h"
#include "platforms/elevenlabs/mend_log.h"
#include "platforms/elevenlabs/pre_call.h"
#include "platforms/elevenlabs/secret_alarm.h"
#include "platforms/elevenlabs/signature.h"
#include "platforms/elevenlabs/tools.h"
#include "platforms/elevenlabs/webhook_paths.h"
#include "wire/limits.h"
#include "wire/signature.h"

namespace pl::platforms {
namespace {

using http::json;
using http::problem;
using Reply = net::HttpServer::Reply;

constexpr std::size_t kPreCallBody = wire::kRequestBytes;
constexpr std::size_t kToolBody = 64 * 1024;
constexpr std::size_t kEventBody = 8 * 1024 * 1024;  // a transcript with everything around it
constexpr std::string_view kSignatureHeader = "ElevenLabs-Signature";

bool shows(const net::Request& request, const std::vector<std::string>& secrets) {
  return wire::is_one_of(request.header(kSecretHeader).value_or(""), secrets);
}

// Of a body that is too long to be of use, and whose sender has shown a secret.
class Discarded final : public net::BodySink {
 public:
  void take(std::string_view) override {}
};

std::shared_ptr<net::BodySink> discarded(bool is_from_platform) {
  return is_from_platform ? std::make_shared<Discarded>() : nullptr;
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

  // What takes bodies that are longer than is read; null for whom nothing is taken of.
  std::shared_ptr<net::BodySink> long_pre_call(const net::Request& head) const {
    return discarded(shows(head, secrets_.initiation));
  }
  std::shared_ptr<net::BodySink> long_event(const net::Request& head) const {
    return std::make_shared<SignedBody>(head.header(kSignatureHeader).value_or(""),
                                        secrets_.events);
  }
  std::shared_ptr<net::BodySink> long_tool_call(const net::Request& head) const {
    return discarded(shows(head, secrets_.tools));
  }

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
  wire::Mended mended;
  auto incoming = read_incoming_call(request.body, mended);
  log_mended("a pre-call webhook", mended);
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
  auto* const long_body = dynamic_cast<SignedBody*>(request.overflow.get());
  const auto signature =
      long_body != nullptr ? long_body->judge(engine_.now())
                           : verify_signature(header, request.body, secrets_.events, engine_.now());
  if (signature == Signature::kBad) {
    alarm_.event(request.body);
    return reply(problem(401, "ElevenLabs-Signature is missing or wrong"));
  }
  if (long_body != nullptr) {  // the sound of a call, which nobody here listens to
    spdlog::info("a post-call webhook was too long to be read");
    return reply(http::plain(200, "ok\n"));
  }
  wire::Mended mended;
  auto message = read_platform_message(request.body, mended);
  if (!message) {
    // Sent again it would be no better, and whoever is refused too often sends nothing any more.
    spdlog::error("a post-call webhook cannot be read: {}", message.error().message);
    return reply(http::plain(200, "not understood\n"));
  }
  log_mended("a post-call webhook", mended);
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
  wire::Mended mended;
  auto tool_call = read_tool_call(core::ToolName{tool}, request.body, mended);
  if (!mended.notes().empty()) spdlog::warn("a tool call was read, but not as it stands");
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
      {.name = "pre-call",
       .path = kInitiationPath,
       .body_bytes = kPreCallBody,
       .proof = kSecretHeader,
       .overflow = [webhooks](const net::Request& head) { return webhooks->long_pre_call(head); },
       .serve = to(&Webhooks::initiation)},
      {.name = "events",
       .path = kEventsPath,
       .body_bytes = kEventBody,
       .proof = kSignatureHeader,
       .overflow = [webhooks](const net::Request& head) { return webhooks->long_event(head); },
       .serve = to(&Webhooks::event)},
      {.name = "tools",
       .path = kToolsPath,
       .body_bytes = kToolBody,
       .proof = kSecretHeader,
       .overflow = [webhooks](const net::Request& head) { return webhooks->long_tool_call(head); },
       .serve = to(&Webhooks::tool)}};
}

}  // namespace pl::platforms
