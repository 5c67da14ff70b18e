// SMS through Twilio as a channel for texts.
#pragma once

#include <functional>
#include <string>

#include "platforms/twilio/api.h"
#include "ports/clock.h"
#include "ports/text_channel.h"

namespace pl::platforms {

// POST and GET .../Accounts/{sid}/Messages.json, with HTTP Basic, each within 10 s and sent once.
// Neither a secret nor a number reaches a result. The client and the clock must outlive this.
class TwilioMessages : public ports::TextChannel {
 public:
  TwilioMessages(net::HttpClient& http, const ports::Clock& clock, TwilioAccess access);

  // `address` is a number in E.164. Accepted means that Twilio has it, not that it was delivered;
  // it may keep a text for up to 10 hours (ValidityPeriod is not set).
  void send(std::string address, std::string body,
            std::function<void(ports::TextResult)> done) override;

  // Twilio shows nothing of a text that may still come: then the answer is empty.
  void find(ports::TextQuestion question, std::function<void(ports::TextAnswer)> done) override;

 private:
  net::HttpClient& http_;
  const ports::Clock& clock_;
  const TwilioAccess access_;
};

}  // namespace pl::platforms
