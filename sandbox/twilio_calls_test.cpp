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
  EXPECT_EQ(code_of(call("POST", sid, "Status=completed")), 21220);
  EXPECT_EQ(shown(sid)["status"], "completed");
}

TEST_F(CallsAtTwilio, ALiveCallIsHungUpAndEndsAsIfThePersonHad) {
  party_line_.will_be_silent("/tools/collect_profile");
  const std::string id = dial(dial_body("+12125550100", "- timezone: Where do you live?\n"));
  const std::string sid = ledger()["rings"][0]["call_sid"];
  wait_for([](const Json& now) { return !now["tool_calls"].empty(); });
  EXPECT_EQ(code_of(call("POST", sid, "Status=canceled")), 21220);
  EXPECT_EQ(shown(sid)["status"], "in-progress");
  EXPECT_EQ(shown(sid)["end_time"], nullptr);
  EXPECT_EQ(shown(sid)["duration"], nullptr);
  EXPECT_EQ(code_of(call("POST", sid, "Status=completed")), 0);
  wait_for_end(id);
  EXPECT_EQ(conversation(id)["status"], "done");
  EXPECT_EQ(conversation(id)["metadata"]["termination_reason"], "Call ended by remote party");
  EXPECT_EQ(messages_of(conversation(id), "agent").size(), 2u);
  EXPECT_EQ(shown(sid)["status"], "completed");
  EXPECT_TRUE(shown(sid)["duration"].is_string());
  for (const char* time : {"date_created", "date_updated", "start_time", "end_time"})
    EXPECT_TRUE(text_at(shown(sid), time).ends_with(" +0000")) << time;
}

TEST_F(CallsAtTwilio, ARingIsEndedByEitherWord) {
  start(Pace{.no_answer = Millis(60'000)});
  control("POST", "/sandbox/people", {{"number", "+12125550100"}, {"behaviour", "no_answer"}});
  wait_for_end(dial(dial_body("+12125550110")));
  dial(dial_body("+12125550100"));
  const std::string sid = ledger()["rings"][1]["call_sid"];
  EXPECT_EQ(code_of(call("POST", sid, "Status=completed")), 0);
  EXPECT_EQ(shown(sid)["status"], "canceled");
  EXPECT_EQ(shown(sid)["duration"], "0");
}

TEST_F(CallsAtTwilio, RefusesWhatItDoesNotKnow) {
  dial(dial_body("+12125550100"));
  const std::string sid = ledger()["rings"][0]["call_sid"];
  EXPECT_EQ(code_of(call("GET", "CA0")), 20404);
  EXPECT_EQ(code_of(call("POST", sid, "Status=busy")), 21218);
  EXPECT_EQ(code_of(call("POST", sid, "Url=http%3A%2F%2Fh")), 21218);
  EXPECT_EQ(code_of(call("DELETE", sid)), 20004);
}

}  // namespace
}  // namespace pl::sandbox
