// Twilio's REST API (2010-04-01), as an account of it is reached.
#pragma once

#include <string>
#include <string_view>

#include "net/http_client.h"

namespace pl::platforms {

struct TwilioAccess {
  std::string base_url = "https://api.twilio.com";  // or a stand-in
  std::string account_sid;                          // "AC..."; whose calls and messages they are
  std::string key_sid;                // "SK..." of an API key; empty: the account itself
  std::string secret;                 // the API key's, or the account's auth token
  std::string from;                   // E.164, a short code or a name
  std::string messaging_service_sid;  // "MG..."; if not empty, it picks the sender
  std::string status_callback;        // whole URL; empty: nobody is told what becomes of a text
};

// A request within 10 s to that resource of the account, such as "Messages.json", with HTTP Basic.
net::ClientRequest twilio_request(const TwilioAccess& access, std::string method,
                                  std::string_view resource);
// ... that posts a form.
net::ClientRequest twilio_post(const TwilioAccess& access, std::string_view resource,
                               std::string form);

}  // namespace pl::platforms
