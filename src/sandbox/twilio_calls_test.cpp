// The platform's phone calls as Twilio shows them, and lets them be stopped while they ring.
#include "sandbox/sandbox_fixture.h"
#include "sandbox/twilio_signing.h"

namespace pl::sandbox {
namespace {

class CallsAtTwilio : public SandboxFixture {
 protected:
  Result<net::ClientAnswer> call(const std::string& method, const std::string& sid,
                                 const std::string& form = "") {
    const std::string root = "http://127.0.0.1:" + std::to_string(sandbox_->platform_port());
    return send(method, root + "/2010-04-01/Accounts/AC1/Calls/" + sid + ".json", form,
                {{"Authorization", "Basic " + base64("AC1:t-token")}});
  }
  Json shown(const std::string& sid) {
    const auto answer = call("GET", sid);
    EXPECT_TRUE(answer && answer->status == 200);
    return answer ? parse_json(answer->body) : Json();
  }
  int code_of(const Result<net::ClientAnswer>& answer) {
    return answer && answer->status >= 400 ? parse_json(answer->body)["code"].get<int>() : 0;
  }
};

TEST_F(CallsAtTwilio, ACanceledRingIsSilentAndFailedForThePlatform) {
  start(Pace{.no_answer = Millis(60'000)});
  control("POST", "/sandbox/people", {{"number", "+12125550100"}, {"behaviour", "no_answer"}});
  const std::string id = dial(dial_body("+12125550100"));
  const std::string sid = ledger()["rings"][0]["call_sid"];
  EXPECT_EQ(shown(sid)["status"], "ringing");
  EXPECT_EQ(shown(sid)["to"], "+12125550100");
  EXPECT_EQ(code_of(call("POST", sid, "Status=canceled")), 0);
  const Json ledger = wait_for_end(id);
  EXPECT_EQ(ledger["rings"][0]["outcome"], "canceled");
  EXPECT_EQ(shown(sid)["status"], "canceled");
  EXPECT_EQ(conversation(id)["status"], "failed");
  const Json event = parse_json(party_line_.requests("/events").back().body);
  EXPECT_EQ(event["data"]["failure_reason"], "unknown");
  EXPECT_EQ(event["data"]["metadata"]["body"]["CallStatus"], "canceled");
}

TEST_F(CallsAtTwilio, WhatWasAnsweredIsLeftAlone) {
  const std::string id = dial(dial_body("+12125550100"));
  const std::string sid = wait_for_end(id)["rings"][0]["call_sid"];
  EXPECT_EQ(code_of(call("POST", sid, "Status=canceled")), 21220);
  EXPECT_EQ(shown(sid)["status"], "completed");
}

TEST_F(CallsAtTwilio, RefusesWhatItDoesNotKnow) {
  dial(dial_body("+12125550100"));
  const std::string sid = ledger()["rings"][0]["call_sid"];
  EXPECT_EQ(code_of(call("GET", "CA0")), 20404);
  EXPECT_EQ(code_of(call("POST", sid, "Status=completed")), 21218);
  EXPECT_EQ(code_of(call("DELETE", sid)), 20004);
}

}  // namespace
}  // namespace pl::sandbox
