// Texts to and from phones: what Twilio's API answers, what it tells, and how it fails on request.
#include <algorithm>

#include "sandbox/sandbox_fixture.h"
#include "sandbox/twilio_signing.h"

namespace pl::sandbox {
namespace {

constexpr const char* kMessages = "/2010-04-01/Accounts/AC1/Messages.json";
constexpr const char* kLine = "+12125550199";
using Fields = std::vector<net::Header>;

std::string value_of(const Fields& fields, const std::string& name) {
  return std::string(net::find_header(fields, name).value_or("(none)"));
}

class SmsToPhones : public SandboxFixture {
 protected:
  int status_of(const Result<net::ClientAnswer>& answer) { return answer ? answer->status : 0; }

  Result<net::ClientAnswer> twilio(const std::string& method, const std::string& path,
                                   const std::string& form = "",
                                   const std::string& user = "AC1:t-token") {
    const std::string root = "http://127.0.0.1:" + std::to_string(sandbox_->platform_port());
    return send(method, root + path, form, {{"Authorization", "Basic " + base64(user)}});
  }
  // Texts `to` from the line; `more` adds fields or replaces them.
  Result<net::ClientAnswer> text(const std::string& to, const Fields& more = {}) {
    Fields fields{{"To", to}, {"From", kLine}, {"Body", "Hi & you!"}};
    for (const net::Header& field : more) {
      std::erase_if(fields, [&](const net::Header& one) { return one.name == field.name; });
      if (!field.value.empty()) fields.push_back(field);
    }
    return twilio("POST", kMessages, form_body(fields));
  }
  void texted(const std::string& to, const Fields& more = {}) {
    EXPECT_EQ(status_of(text(to, more)), 201);
  }
  int code_of(const Result<net::ClientAnswer>& answer) {
    return answer && answer->status >= 400 ? parse_json(answer->body)["code"].get<int>() : 0;
  }
  Json listed(const std::string& query) {
    const auto answer = twilio("GET", std::string(kMessages) + query);
    EXPECT_EQ(status_of(answer), 200);
    return answer ? parse_json(answer->body) : Json();
  }
  // The forms that were posted to `path`, each checked to be signed for it.
  std::vector<Fields> forms_to(const std::string& path) {
    std::vector<Fields> forms;
    for (const net::Request& request : party_line_.requests(path)) {
      const auto fields = net::parse_query(request.body);
      EXPECT_EQ(request.header("Content-Type"), "application/x-www-form-urlencoded");
      EXPECT_EQ(request.header("X-Twilio-Signature"),
                twilio_signature("t-token", party_line_.url(path), fields.value_or(Fields{})));
      forms.push_back(fields.value_or(Fields{}));
    }
    return forms;
  }
  // Waits for so many of them. Two requests may overtake each other, so they are put in the order
  // of their statuses.
  std::vector<Fields> wait_for_forms(const std::string& path, std::size_t count) {
    wait_for([&](const Json&) { return party_line_.requests(path).size() >= count; });
    auto forms = forms_to(path);
    std::stable_sort(forms.begin(), forms.end(), [](const Fields& a, const Fields& b) {
      return value_of(a, "MessageStatus") < value_of(b, "MessageStatus");
    });
    return forms;
  }
};

TEST(TwilioSignature, IsTheOneThatTwilioPublished) {
  EXPECT_EQ(twilio_signature("12345", "https://mycompany.com/myapp.php?foo=1&bar=2",
                             {{"CallSid", "CA1234567890ABCDE"},
                              {"Digits", "1234"},
                              {"From", "+14158675309"},
                              {"To", "+18005551212"},
                              {"Caller", "+14158675309"}}),
            "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
}

TEST_F(SmsToPhones, AreQueuedSentAndDeliveredAndToldOfTwice) {
  const auto answer = text("+12125550100", {{"StatusCallback", party_line_.url("/status")}});
  ASSERT_EQ(status_of(answer), 201);
  const Json created = parse_json(answer->body);
  EXPECT_EQ(created["status"], "queued");
  EXPECT_EQ(created["date_sent"], nullptr);
  EXPECT_EQ(created["body"], "Hi & you!");
  EXPECT_EQ(created["direction"], "outbound-api");
  const auto told = wait_for_forms("/status", 2);
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(value_of(told[0], "MessageStatus"), "delivered");
  EXPECT_EQ(value_of(told[1], "MessageStatus"), "sent");
  for (const Fields& fields : told) {
    EXPECT_EQ(value_of(fields, "MessageSid"), created["sid"]);
    EXPECT_EQ(value_of(fields, "AccountSid"), "AC1");
    EXPECT_EQ(value_of(fields, "To"), "+12125550100");
    EXPECT_EQ(value_of(fields, "ErrorCode"), "(none)");
  }
  const Json now = ledger();
  ASSERT_EQ(now["sms"].size(), 1U);
  EXPECT_EQ(now["sms"][0]["status"], "delivered");
  EXPECT_EQ(now["sms"][0]["text"], "Hi & you!");
  EXPECT_EQ(now["webhooks"][0]["kind"], "sms_status");
  EXPECT_EQ(now["webhooks"][0]["message_sid"], created["sid"]);
  EXPECT_TRUE(now["texts"].empty());
}

TEST_F(SmsToPhones, AreFetchedByTheirSidAsTheyAreListed) {
  texted("+12125550100");
  texted("+12125550101");
  wait_for([](const Json& now) { return now["sms"][1]["status"] == "delivered"; });
  const Json listed_one = listed("?To=%2B12125550101")["messages"][0];
  const std::string folder = "/2010-04-01/Accounts/AC1/Messages";
  const std::string path = folder + "/" + listed_one["sid"].get<std::string>() + ".json";
  EXPECT_EQ(listed_one["uri"], path);
  const auto fetched = twilio("GET", path);
  ASSERT_EQ(status_of(fetched), 200);
  EXPECT_EQ(parse_json(fetched->body), listed_one);
  for (const char* unknown : {"/SM0.json", "/.json", "/SM0", "X.json", "s.json"})
    EXPECT_EQ(code_of(twilio("GET", folder + unknown)), 20404) << unknown;
  EXPECT_EQ(code_of(twilio("POST", path)), 20004);
  EXPECT_EQ(code_of(twilio("GET", path, "", "AC1:wrong")), 20003);
}

TEST_F(SmsToPhones, AreUndeliveredToCertainNumbers) {
  texted("+12125550122", {{"StatusCallback", party_line_.url("/status")}});
  const auto told = wait_for_forms("/status", 2);
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(value_of(told[0], "MessageStatus"), "sent");
  EXPECT_EQ(value_of(told[1], "MessageStatus"), "undelivered");
  EXPECT_EQ(value_of(told[1], "ErrorCode"), "30003");
  EXPECT_EQ(listed("?To=%2B12125550122")["messages"][0]["error_code"], 30003);
}

TEST_F(SmsToPhones, GetTheirSenderFromAMessagingService) {
  const auto answer = text("+12125550100", {{"From", ""}, {"MessagingServiceSid", "MG1"}});
  ASSERT_EQ(status_of(answer), 201);
  const Json created = parse_json(answer->body);
  EXPECT_EQ(created["status"], "accepted");
  EXPECT_EQ(created["from"], nullptr);
  const Json now = wait_for([](const Json& l) { return l["sms"][0]["status"] == "delivered"; });
  EXPECT_EQ(now["sms"][0]["from"], kLine);
}

// The numbers of +1 500 555: "Magic input" on www.twilio.com/docs/iam/test-credentials. The others
// are our own, which look like anybody's; their codes and the rest: www.twilio.com/docs/api/errors.
TEST_F(SmsToPhones, AreRefusedAsTwilioDoes) {
  struct Case {
    std::string to;
    Fields more;
    int code;
  };
  const Case cases[] = {
      {"+15005550001", {}, 21211},
      {"+15005550002", {}, 21612},
      {"+15005550003", {}, 21408},
      {"+15005550004", {}, 21610},
      {"+15005550009", {}, 21614},
      {"+12125550120", {}, 21610},
      {"+12125550121", {}, 21614},
      {"0781234567", {}, 21211},
      {kLine, {}, 21211},
      {"", {}, 21604},
      {"+12125550100", {{"From", "+15005550001"}}, 21212},
      {"+12125550100", {{"From", "+15005550007"}}, 21606},
      {"+12125550100", {{"From", "+15005550008"}}, 21611},
      {"+12125550100", {{"From", "+12125550198"}}, 21606},
      {"+12125550100", {{"From", ""}}, 21603},
      {"+12125550100", {{"MessagingServiceSid", "MG2"}}, 21701},
      {"+12125550100", {{"Body", ""}}, 21602},
      {"+12125550100", {{"Body", std::string(1601, 'x')}}, 21617},
      {"+12125550100", {{"From", "+15005550006"}}, 0},
      {"+12125550100", {{"Body", std::string(1600, 'x')}}, 0},
  };
  for (const Case& c : cases) EXPECT_EQ(code_of(text(c.to, c.more)), c.code) << c.to;
  EXPECT_EQ(ledger()["sms"].size(), 2U);
  const Json error = parse_json(text("+15005550004")->body);
  EXPECT_EQ(error["status"], 400);
  EXPECT_EQ(error["message"], "Attempt to send to unsubscribed recipient");
  EXPECT_EQ(error["more_info"], "https://www.twilio.com/docs/errors/21610");
}

TEST_F(SmsToPhones, SayHowManyPartsTheyAre) {
  const Json sent = parse_json(text("+12125550100", {{"Body", std::string(161, 'a')}})->body);
  EXPECT_EQ(sent["num_segments"], "2");
}

TEST_F(SmsToPhones, HaveACallbackAndATimeThatMakeSense) {
  for (const auto& [name, value, code] :
       {std::tuple{"StatusCallback", "here", 21609}, std::tuple{"StatusCallback", "ftp://h", 21609},
        std::tuple{"StatusCallback", "http:///x", 21609}, std::tuple{"ValidityPeriod", "0", 20001},
        std::tuple{"ValidityPeriod", "36001", 20001}, std::tuple{"ValidityPeriod", "1h", 20001}})
    EXPECT_EQ(code_of(text("+12125550100", {{name, value}})), code) << name << value;
  texted("+12125550100", {{"ValidityPeriod", "36000"}});
  EXPECT_EQ(ledger()["sms"].size(), 1u);
}

TEST_F(SmsToPhones, NeedTheTokenOrAKeyOfTheAccount) {
  EXPECT_EQ(code_of(twilio("GET", kMessages, "", "AC1:other")), 20003);
  EXPECT_EQ(code_of(twilio("GET", kMessages, "", "SK1:t-token")), 20003);
  EXPECT_EQ(code_of(twilio("GET", "/2010-04-01/Accounts/AC2/Messages.json")), 20404);
  EXPECT_EQ(code_of(twilio("GET", "/2010-04-01/Accounts/AC1/Calls.json")), 20404);
  EXPECT_EQ(code_of(twilio("DELETE", kMessages)), 20004);
  EXPECT_EQ(status_of(twilio("GET", kMessages, "", "SK1:k-secret")), 200);
  const std::string told = sandbox_->ledger();
  EXPECT_EQ(told.find("t-token"), std::string::npos);
}

TEST_F(SmsToPhones, AreListedTheNewestFirstAndPageByPage) {
  for (const char* body : {"one", "two", "three"}) texted("+12125550100", {{"Body", body}});
  texted("+12125550101");
  const Json first = listed("?To=%2B12125550100&PageSize=2");
  ASSERT_EQ(first["messages"].size(), 2U);
  EXPECT_EQ(first["messages"][0]["body"], "three");
  EXPECT_EQ(first["messages"][1]["body"], "two");
  const Json rest = parse_json(twilio("GET", text_at(first, "next_page_uri"))->body);
  ASSERT_EQ(rest["messages"].size(), 1U);
  EXPECT_EQ(rest["messages"][0]["body"], "one");
  EXPECT_EQ(rest["next_page_uri"], nullptr);
  EXPECT_EQ(listed("?To=%2B12125550100&PageSize=3")["next_page_uri"], nullptr);
  EXPECT_EQ(listed("")["messages"].size(), 4U);
  EXPECT_EQ(listed("?From=%2B12125550100")["messages"].size(), 0U);
  EXPECT_EQ(code_of(twilio("GET", std::string(kMessages) + "?PageSize=1001")), 20001);
}

TEST_F(SmsToPhones, AreFoundInTheListWhenOnlyTheAnswerWasLost) {
  for (const char* kind : {"drop_request", "drop_reply"}) {
    control("POST", "/sandbox/faults", {{"target", "sms"}, {"kind", kind}});
    const auto answer = text("+12125550100");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, Code::kOutcomeUnknown);
    const std::size_t expected = std::string(kind) == "drop_reply" ? 1 : 0;
    EXPECT_EQ(listed("?To=%2B12125550100")["messages"].size(), expected);
  }
  control("POST", "/sandbox/faults", {{"target", "sms_list"}, {"kind", "refuse"}, {"status", 503}});
  EXPECT_EQ(code_of(twilio("GET", kMessages)), 20503);
}

TEST_F(SmsToPhones, MayBeSentAndListedLate) {
  control("POST", "/sandbox/faults", {{"target", "sms"}, {"kind", "late"}, {"ms", 20}});
  const auto answer = text("+12125550100");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Code::kOutcomeUnknown);
  wait_for([](const Json& now) { return now["sms"].size() == 1; });
  control("POST", "/sandbox/faults", {{"target", "sms_list"}, {"kind", "lag"}, {"ms", 60'000}});
  EXPECT_TRUE(listed("?To=%2B12125550100")["messages"].empty());
  EXPECT_EQ(listed("?To=%2B12125550100")["messages"].size(), 1U);
}

TEST_F(SmsToPhones, AreRefusedOnRequest) {
  control("POST", "/sandbox/faults",
          {{"target", "sms"}, {"kind", "refuse"}, {"status", 429}, {"retry_after", 7}});
  const auto answer = text("+12125550100");
  ASSERT_EQ(status_of(answer), 429);
  EXPECT_EQ(code_of(answer), 20429);
  EXPECT_EQ(answer->header("Retry-After"), "7");
  control("POST", "/sandbox/faults",
          {{"target", "sms"}, {"kind", "refuse"}, {"status", 400}, {"code", "21610"}});
  EXPECT_EQ(code_of(text("+12125550100")), 21610);
  EXPECT_TRUE(ledger()["sms"].empty());
}

TEST_F(SmsToPhones, LoseAndDoubleTheirWebhooksOnRequest) {
  const std::string callback = party_line_.url("/status");
  control("POST", "/sandbox/faults", {{"target", "sms_webhook"}, {"kind", "lose"}});
  control("POST", "/sandbox/faults", {{"target", "sms_webhook"}, {"kind", "duplicate"}});
  texted("+12125550100", {{"StatusCallback", callback}});
  const auto told = wait_for_forms("/status", 2);
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(value_of(told[0], "MessageStatus"), "delivered");
  EXPECT_EQ(value_of(told[1], "MessageStatus"), "delivered");
  EXPECT_EQ(ledger()["webhooks"][0]["outcome"], "lost");
}

TEST_F(SmsToPhones, AndFromThemAreToldToPartyLine) {
  const Json reply = control("POST", "/sandbox/sms",
                             {{"from", "+12125550100"}, {"to", kLine}, {"body", "Hi \u00E4 & +"}});
  const auto told = wait_for_forms("/sms", 1);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(value_of(told[0], "MessageSid"), reply["message_sid"]);
  EXPECT_EQ(value_of(told[0], "From"), "+12125550100");
  EXPECT_EQ(value_of(told[0], "To"), kLine);
  EXPECT_EQ(value_of(told[0], "Body"), "Hi \u00E4 & +");
  EXPECT_EQ(value_of(told[0], "OptOutType"), "(none)");
  const Json now = wait_for([](const Json& l) { return l["webhooks"][0]["status"] == 200; });
  EXPECT_EQ(now["sms"][0]["direction"], "inbound");
  EXPECT_EQ(now["webhooks"][0]["kind"], "sms_incoming");
  EXPECT_EQ(listed("?To=%2B12125550199")["messages"][0]["direction"], "inbound");
}

TEST_F(SmsToPhones, AreHeldBackBetweenStopAndStart) {
  const auto says = [&](const std::string& words) {
    control("POST", "/sandbox/sms", {{"from", "+12125550100"}, {"to", kLine}, {"body", words}});
  };
  says(" Stop ");
  EXPECT_EQ(code_of(text("+12125550100")), 21610);
  EXPECT_EQ(code_of(text("+12125550101")), 0);
  says("help");
  EXPECT_EQ(code_of(text("+12125550100")), 21610);
  says("START");
  EXPECT_EQ(code_of(text("+12125550100")), 0);
  says("stop it");
  EXPECT_EQ(code_of(text("+12125550100")), 0);
  const auto told = wait_for_forms("/sms", 4);
  std::vector<std::string> types;
  for (const Fields& fields : told) types.push_back(value_of(fields, "OptOutType"));
  std::sort(types.begin(), types.end());
  EXPECT_EQ(types, (std::vector<std::string>{"(none)", "HELP", "START", "STOP"}));
  says("STOP");
  control("POST", "/sandbox/reset");
  EXPECT_EQ(code_of(text("+12125550100")), 0);
}

TEST_F(SmsToPhones, ExplainWhatIsWrongWithAControlCall) {
  const std::string url =
      "http://127.0.0.1:" + std::to_string(sandbox_->control_port()) + "/sandbox/sms";
  for (const auto& [body, complaint] :
       {std::pair{R"({"from": "1", "to": "+12125550199", "body": "x"})", "from:"},
        std::pair{R"({"from": "+12125550100", "to": "+1", "body": "x"})", "to:"},
        std::pair{R"({"from": "+12125550100", "to": "+12125550199", "text": "x"})", "body"}}) {
    const auto answer = send("POST", url, body);
    ASSERT_EQ(status_of(answer), 422) << body;
    EXPECT_NE(answer->body.find(complaint), std::string::npos) << answer->body;
  }
}

}  // namespace
}  // namespace pl::sandbox
