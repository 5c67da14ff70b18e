#include "platforms/product/webhook_sender.h"

#include <fmt/format.h>

#include <utility>

#include "platforms/product/event_body.h"
#include "wire/reason.h"
#include "wire/standard_webhooks.h"

namespace pl::platforms {
namespace {

constexpr Millis kPostTime = std::chrono::seconds(10);
constexpr std::size_t kAnswerBytes = 64 * 1024;  // nobody reads it

ports::EventResult event_result_of(const Result<net::ClientAnswer>& answer) {
  if (!answer) return ports::EventNotTaken{wire::no_answer_reason(answer.error().message)};
  if (answer->status >= 200 && answer->status < 300) return ports::EventTaken{};
  return ports::EventNotTaken{fmt::format("it answered {}", answer->status), answer->status == 410};
}

}  // namespace

std::string WebhookSender::body(const core::JournalEntry& entry, std::string_view event) const {
  return event_body(entry, event);
}

void WebhookSender::post(ports::EventPost post, std::function<void(ports::EventResult)> done) {
  std::vector<wire::WebhookSecret> secrets;
  for (const std::string& text : post.secrets) {
    if (auto secret = wire::WebhookSecret::read(text)) secrets.push_back(*std::move(secret));
  }
  const auto proof = wire::prove_webhook(post.id.text(), post.body, secrets, clock_.now());
  net::ClientRequest request;
  request.method = "POST";
  request.url = std::move(post.url);
  request.headers = {{"Content-Type", "application/json"},
                     {std::string(wire::kWebhookId), proof.id},
                     {std::string(wire::kWebhookTimestamp), proof.timestamp},
                     {std::string(wire::kWebhookSignature), proof.signature}};
  request.body = std::move(post.body);
  request.total_time = kPostTime;
  request.answer_bytes = kAnswerBytes;
  request.reach = reach_;
  http_.send(std::move(request), [done = std::move(done)](const Result<net::ClientAnswer>& answer) {
    done(event_result_of(answer));
  });
}

}  // namespace pl::platforms
