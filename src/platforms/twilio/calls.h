// The phone calls of a Twilio account, which the voice platform places there.
#pragma once

#include "platforms/twilio/api.h"
#include "ports/carrier.h"

namespace pl::platforms {

// POST .../Accounts/{sid}/Calls/{CallSid}.json with Status=canceled, once: by Twilio's
// documentation it ends what is queued or rings, and leaves alone what was answered. No secret and
// no number reaches a result. The client must outlive this.
class TwilioCalls : public ports::Carrier {
 public:
  TwilioCalls(net::HttpClient& http, TwilioAccess access);

  void stop_ringing(core::CallSid call, std::function<void(Result<void>)> done) override;

 private:
  net::HttpClient& http_;
  const TwilioAccess access_;
};

}  // namespace pl::platforms
