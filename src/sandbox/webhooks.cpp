#include "sandbox/webhooks.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "base/check.h"
#include "base/hex.h"
#include "sandbox/shapes.h"

namespace pl::sandbox {
namespace {

void deliver(World& world, Delivery delivery, const Headers& headers) {
  delivery.at = world.now();
  net::ClientRequest request;
  request.method = "POST";
  request.url = delivery.url;
  request.headers = headers(delivery.at);
  request.body = delivery.body;
  const auto seq = world.ledger.add_webhook(std::move(delivery));
  world.send(std::move(request), seq, [](const auto&) {});
}

void send(World& world, const std::string& kind, const Conversation& conversation,
          std::string body) {
  const PostCallWebhook& webhook = world.workspace.post_call_webhook;
  if (webhook.url.empty()) return;
  Delivery delivery;
  delivery.kind = kind;
  delivery.conversation_id = conversation.id;
  delivery.url = webhook.url;
  delivery.body = body;
  post_webhook(world, "post_call_webhook", std::move(delivery),
               [secret = webhook.secret, body = std::move(body)](UtcTime at) {
                 return std::vector<net::Header>{
                     {"Content-Type", "application/json"},
                     {"ElevenLabs-Signature", signature(secret, body, at)}};
               });
}

}  // namespace

std::string signature(std::string_view secret, std::string_view body, UtcTime now) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  const std::string stamp = std::to_string(seconds);
  const std::string signed_text = stamp + "." + std::string(body);
  std::array<std::uint8_t, EVP_MAX_MD_SIZE> bytes;
  unsigned int size = 0;
  PL_CHECK(HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
                reinterpret_cast<const unsigned char*>(signed_text.data()), signed_text.size(),
                bytes.data(), &size));
  return "t=" + stamp + ",v0=" + to_hex({bytes.data(), size});
}

void post_webhook(World& world, std::string_view target, Delivery delivery, Headers headers) {
  const auto fault = world.faults.take(target);
  if (fault && fault->kind == "lose") {
    delivery.at = world.now();
    delivery.outcome = "lost";
    world.ledger.add_webhook(std::move(delivery));
    return;
  }
  if (fault && fault->kind == "delay")
    return world.later(fault->delay, [&world, delivery, headers = std::move(headers)] {
      deliver(world, delivery, headers);
    });
  if (fault && fault->kind == "duplicate") deliver(world, delivery, headers);
  deliver(world, std::move(delivery), headers);
}

void send_transcription(World& world, const Conversation& conversation) {
  send(world, "post_call_transcription", conversation,
       transcription_event(conversation, world.now()));
}

void send_initiation_failure(World& world, const Conversation& conversation,
                             std::string_view failure_reason, std::string_view call_status) {
  send(world, "call_initiation_failure", conversation,
       initiation_failure_event(conversation, failure_reason, call_status, world.now()));
}

}  // namespace pl::sandbox
