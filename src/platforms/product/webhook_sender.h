// Sends events to the owning product, signed by Standard Webhooks.
#pragma once

#include "net/http_client.h"
#include "ports/clock.h"
#include "ports/event_sink.h"

namespace pl::platforms {

// Each post is sent once, within 10 s, to public addresses alone unless `reach` says otherwise; a
// redirect is not followed. The client and the clock must outlive this.
class WebhookSender final : public ports::EventSink {
 public:
  WebhookSender(net::HttpClient& http, const ports::Clock& clock, net::Reach reach)
      : http_(http), clock_(clock), reach_(reach) {}

  std::string body(const core::JournalEntry& entry, std::string_view event) const override;
  void post(ports::EventPost post, std::function<void(ports::EventResult)> done) override;

 private:
  net::HttpClient& http_;
  const ports::Clock& clock_;
  const net::Reach reach_;
};

}  // namespace pl::platforms
