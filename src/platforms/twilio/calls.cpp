#include "platforms/twilio/calls.h"

#include <fmt/format.h>

#include <utility>

#include "base/percent.h"

namespace pl::platforms {

TwilioCalls::TwilioCalls(net::HttpClient& http, TwilioAccess access)
    : http_(http), access_(std::move(access)) {}

void TwilioCalls::stop_ringing(core::CallSid call, std::function<void(Result<void>)> done) {
  const std::string resource = "Calls/" + percent_encode(call.text) + ".json";
  http_.send(twilio_post(access_, resource, "Status=canceled"),
             [done = std::move(done)](const Result<net::ClientAnswer>& answer) {
               if (!answer) return done(fail(answer.error().code, "no answer from Twilio"));
               if (answer->status / 100 == 2) return done({});
               done(fail(Code::kConflict, fmt::format("Twilio answered {}", answer->status)));
             });
}

}  // namespace pl::platforms
