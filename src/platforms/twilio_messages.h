// SMS through Twilio as a channel for texts.
#pragma once

#include <functional>
#include <string>

#include "net/http_client.h"
#include "ports/clock.h"
#include "ports/text_channel.h"

namespace pl::platforms {

struct TwilioAccess {
  std::string base_url = "https://api.twilio.com";  // or a stand-in
  std::string account_sid;                          // "AC..."; whose messages they are
  std::string key_sid;                // "SK..." of an API key; empty: the account itself
  std::string secret;                 // the API key's, or the account's auth token
  std::string from;                   // E.164, a short code or a name
  std::string messaging_service_sid;  // "MG..."; if not empty, it picks the sender
  std::string status_callback;        // whole URL; empty: nobody is told what becomes of a text
};

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
  net::ClientRequest request(const char* method) const;

  net::HttpClient& http_;
  const ports::Clock& clock_;
  const TwilioAccess access_;
  const std::string url_;
  const std::string authorization_;
};

}  // namespace pl::platforms
