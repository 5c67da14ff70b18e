#include "sandbox/post_call.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/hex.h"
#include "sandbox/agent_settings.h"
#include "sandbox/shapes.h"
#include "sandbox/webhooks.h"

namespace pl::sandbox {
namespace {

// From docs, eleven-api/resources/webhooks: attempts at 0, 30 s, 2 min, 8 min and 30 min, each up
// to 10 % later. In units of the first wait.
constexpr std::array<int, 5> kAttempts{0, 1, 4, 16, 60};
constexpr int kQueuedMost = 100;
constexpr int kFailuresMost = 10;
constexpr Millis kForgiven = std::chrono::hours(24 * 7);

bool is_retried(int status) {
  return status == 408 || status == 429 || status >= 500;
}

// Only 200 is a success.
void judge(World& world, int status) {
  WebhookHealth& health = world.post_call_health;
  if (status == 200) {
    health.failures = 0;
    health.succeeded_at = world.now();
    return;
  }
  ++health.failures;
  health.error_code = status;
  health.failed_at = world.now();
  const bool is_recent = health.succeeded_at && world.now() - *health.succeeded_at <= kForgiven;
  if (health.failures >= kFailuresMost && !is_recent) health.is_auto_disabled = true;
}

Millis wait_before(const World& world, std::size_t attempt) {
  const Millis wait = world.workspace.pace.retry * (kAttempts[attempt] - kAttempts[attempt - 1]);
  return wait + wait * static_cast<int>(World::draw() % 101) / 1'000;
}

void attempt(World& world, const Delivery& delivery, std::size_t number) {
  const PostCallWebhook& webhook = world.workspace.post_call_webhook;
  WebhookHealth& health = world.post_call_health;
  if (webhook.is_disabled || health.is_auto_disabled)
    return note_unsent(world, delivery, "disabled");
  const auto sign = [webhook, body = delivery.body](UtcTime at) {
    std::vector<net::Header> headers = webhook.headers;
    headers.push_back({"Content-Type", "application/json"});
    headers.push_back({"ElevenLabs-Signature", signature(webhook.secret, body, at)});
    return headers;
  };
  post_webhook(world, "post_call_webhook", delivery, sign,
               [&world, delivery, number](const Result<net::ClientAnswer>& answer) {
                 const int status = answer ? answer->status : 0;
                 judge(world, status);
                 const bool may_retry = world.workspace.post_call_webhook.retry_enabled &&
                                        delivery.kind == "post_call_transcription";
                 if (!may_retry || !is_retried(status) || number + 1 >= kAttempts.size()) return;
                 if (world.post_call_health.queued >= kQueuedMost) return;
                 ++world.post_call_health.queued;
                 world.later(wait_before(world, number + 1), [&world, delivery, number] {
                   --world.post_call_health.queued;
                   attempt(world, delivery, number + 1);
                 });
               });
}

// Whether the workspace and the agent want it told.
bool is_wanted(const World& world, const OwnWebhooks& own, const std::string& event) {
  const PostCallWebhook& webhook = world.workspace.post_call_webhook;
  if (webhook.url.empty()) return false;
  if (!own.post_call_id.empty() && own.post_call_id != kPostCallWebhookId) return false;
  const auto& events = own.events ? own.events : webhook.events;
  return !events || std::find(events->begin(), events->end(), event) != events->end();
}

OwnWebhooks webhooks_of(const World& world, const Conversation& conversation) {
  return own_webhooks(*world.workspace.agent(conversation.agent_id));
}

void send(World& world, const std::string& kind, const Conversation& conversation,
          std::string body) {
  const PostCallWebhook& webhook = world.workspace.post_call_webhook;
  Delivery delivery;
  delivery.kind = kind;
  delivery.conversation_id = conversation.id;
  delivery.url = webhook.url;
  delivery.body = std::move(body);
  attempt(world, delivery, 0);
}

}  // namespace

std::string signature(std::string_view secret, std::string_view body, UtcTime now) {
  const auto seconds = unix_seconds(now);
  const std::string stamp = std::to_string(seconds);
  const std::string signed_text = stamp + "." + std::string(body);
  std::array<std::uint8_t, EVP_MAX_MD_SIZE> bytes;
  unsigned int size = 0;
  PL_CHECK(HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
                reinterpret_cast<const unsigned char*>(signed_text.data()), signed_text.size(),
                bytes.data(), &size));
  return "t=" + stamp + ",v0=" + to_hex({bytes.data(), size});
}

void send_transcription(World& world, const Conversation& conversation) {
  const OwnWebhooks own = webhooks_of(world, conversation);
  if (!is_wanted(world, own, "transcript")) return;
  send(world, "post_call_transcription", conversation,
       transcription_event(conversation, !own.exclude_transcript, world.now()));
}

void send_initiation_failure(World& world, const Conversation& conversation,
                             std::string_view failure_reason, std::string_view call_status) {
  if (!is_wanted(world, webhooks_of(world, conversation), "call_initiation_failure")) return;
  send(world, "call_initiation_failure", conversation,
       initiation_failure_event(conversation, failure_reason, call_status, world.now()));
}

}  // namespace pl::sandbox
