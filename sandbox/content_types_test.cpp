// As what a body is sent. FastAPI, with which the platform is built, reads JSON only where a body
// is said to be it, or where nothing is said.
#include "sandbox/sandbox_fixture.h"

namespace pl::sandbox {
namespace {

class ContentTypes : public SandboxFixture {
 protected:
  Result<net::ClientAnswer> sent_as(const std::string& type, const std::string& method,
                                    const std::string& path, const Json& body) {
    return send_as(type, method,
                   "http://127.0.0.1:" + std::to_string(sandbox_->platform_port()) + path,
                   body.dump(), {{"xi-api-key", "key-1"}});
  }
};

TEST_F(ContentTypes, OtherThanJsonAreNotReadAtAll) {
  const Json renamed{{"name", "Desk"}};
  const Json enabled{{"is_disabled", false}, {"name", "Post-call"}};
  for (const char* type : {"application/x-www-form-urlencoded", "text/plain", "application/xml",
                           "application/jsonp", "json"}) {
    SCOPED_TRACE(type);
    for (const auto& [method, path, body] :
         {std::tuple{"POST", "/v1/convai/twilio/outbound-call", dial_body("+12125550100")},
          std::tuple{"PATCH", "/v1/convai/agents/agent_1", renamed},
          std::tuple{"PATCH", "/v1/workspace/webhooks/webhook_1", enabled}}) {
      const auto answer = sent_as(type, method, path, body);
      ASSERT_TRUE(answer && answer->status == 422) << path;
      const Json detail = parse_json(answer->body)["detail"];
      EXPECT_EQ(detail[0]["type"], "missing");
      EXPECT_EQ(detail.back()["ctx"]["error"], "send Content-Type: application/json");
    }
  }
  EXPECT_TRUE(ledger()["rings"].empty());
}

TEST_F(ContentTypes, ThatMeanJsonAreRead) {
  for (const char* type :
       {"application/json", "Application/JSON; charset=utf-8", "application/vnd.api+json"})
    EXPECT_EQ(
        sent_as(type, "POST", "/v1/convai/twilio/outbound-call", dial_body("+12125550100"))->status,
        200)
        << type;
}

}  // namespace
}  // namespace pl::sandbox
