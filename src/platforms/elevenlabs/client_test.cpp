#include "platforms/elevenlabs/client.h"

#include <gtest/gtest.h>

#include "platforms/fake_http_client_test.h"
#include "platforms/stopped_clock_test.h"

namespace pl::platforms {
namespace {

const core::CallId kCall = *core::CallId::parse("call_01jd3v7w8x9yzabcdefghjkmnp");
const core::CallId kOther = *core::CallId::parse("call_01jd3v7w8x9yzabcdefghjkmnq");

std::string conversation_json(const std::string& id, const core::CallId& call) {
  return R"({"conversation_id":")" + id +
         R"(","status":"done","conversation_initiation_client_data":{"dynamic_variables":
            {"partyline_call":")" +
         call.text() + R"("}}})";
}

std::string page(const std::vector<std::pair<std::string, int>>& listed,
                 const std::string& cursor = "") {
  std::string items;
  for (const auto& [id, started] : listed) {
    items += (items.empty() ? "" : ",") + (R"({"conversation_id":")" + id) +
             R"(","start_time_unix_secs":)" + std::to_string(started) + "}";
  }
  return R"({"conversations":[)" + items + "]" +
         (cursor.empty() ? R"(,"has_more":false})"
                         : R"(,"has_more":true,"next_cursor":")" + cursor + "\"}");
}

struct ElevenLabsTest : ::testing::Test {
  // The result that `operation` completes with, exactly once.
  template <class T, class Operation>
  T once(const Operation& operation) {
    std::vector<T> results;
    {
      ElevenLabs platform(http, clock, {"https://eleven.test/", "sk_key"});
      operation(platform, [&](T result) { results.push_back(std::move(result)); });
    }
    EXPECT_EQ(results.size(), 1U);
    EXPECT_TRUE(http.all_used());
    return std::move(results.at(0));
  }

  ports::DialResult dial() {
    core::Initiation initiation;
    initiation.override.prompt = "Be short.";
    return once<ports::DialResult>([&](ElevenLabs& platform, auto done) {
      platform.dial({kCall, "agent_1", "phnum_1", *core::PhoneNumber::from_e164("+41780000001"),
                     initiation, std::chrono::seconds(25)},
                    done);
    });
  }

  Result<core::ConversationReport> conversation(const std::string& id) {
    return once<Result<core::ConversationReport>>(
        [&](ElevenLabs& platform, auto done) { platform.conversation({id}, done); });
  }

  using Found = Result<std::optional<core::ConversationReport>>;
  Found find() {
    return once<Found>([&](ElevenLabs& platform, auto done) {
      platform.find(kCall, "clr_1", from_ms(1763812140999), done);
    });
  }

  using Tools = Result<std::map<std::string, core::ToolId>>;
  Tools tools() {
    return once<Tools>([](ElevenLabs& platform, auto done) { platform.tools(done); });
  }

  std::vector<std::string> urls() const {
    std::vector<std::string> urls;
    for (const net::ClientRequest& request : http.asked) urls.push_back(request.url);
    return urls;
  }

  FakeHttpClient http;
  StoppedClock clock;
};

TEST_F(ElevenLabsTest, DialsWithOnePost) {
  http.answer(200, R"({"success":true,"message":"ok","conversation_id":"conv_1","callSid":"CA1"})");
  const auto result = dial();
  const auto& placed = std::get<ports::DialPlaced>(result);
  EXPECT_EQ(placed.conversation.text, "conv_1");
  EXPECT_EQ(placed.call_sid, core::CallSid{"CA1"});
  ASSERT_EQ(http.asked.size(), 1U);
  const net::ClientRequest& request = http.asked[0];
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.url, "https://eleven.test/v1/convai/twilio/outbound-call");
  EXPECT_EQ(net::find_header(request.headers, "xi-api-key"), "sk_key");
  EXPECT_EQ(net::find_header(request.headers, "Content-Type"), "application/json");
  EXPECT_EQ(request.connect_time, std::chrono::seconds(3));
  EXPECT_EQ(request.total_time, std::chrono::seconds(15));
  EXPECT_NE(request.body.find(R"("to_number":"+41780000001")"), std::string::npos);
  EXPECT_NE(request.body.find(R"("ringing_timeout_secs":25)"), std::string::npos);
}

TEST_F(ElevenLabsTest, TellsTheFourResultsOfADialApart) {
  http.answer(200, R"({"success":false,"message":"No such number"})");
  const auto number = dial();
  EXPECT_EQ(std::get<ports::DialRefusedNumber>(number).why, "No such number");
  http.answer(429, R"({"detail":{"status":"system_busy"}})", {{"retry-after", "60"}});
  const auto us = dial();
  EXPECT_TRUE(std::get<ports::DialRefusedUs>(us).rate_limited);
  EXPECT_EQ(std::get<ports::DialRefusedUs>(us).retry_after, std::chrono::minutes(1));
  http.answer(500, "");
  const auto unknown = dial();
  EXPECT_EQ(std::get<ports::DialUnknown>(unknown).why, "HTTP 500");
}

TEST_F(ElevenLabsTest, TakesNoConnectionForNoDialAndAnythingLaterForUnknown) {
  http.answer_error(Code::kUnavailable, "refused");
  const auto refused = dial();
  EXPECT_EQ(std::get<ports::DialRefusedUs>(refused).why, "no connection was made");
  EXPECT_FALSE(std::get<ports::DialRefusedUs>(refused).rate_limited);
  http.answer_error(Code::kInvalid, "not a URL");
  EXPECT_TRUE(std::holds_alternative<ports::DialRefusedUs>(dial()));
  for (const Code code : {Code::kOutcomeUnknown, Code::kInternal}) {
    http.answer_error(code, "no answer about +41780000001");
    const auto result = dial();
    EXPECT_EQ(std::get<ports::DialUnknown>(result).why, "no answer about +#");
  }
}

TEST_F(ElevenLabsTest, ReadsOneConversation) {
  http.answer(200, conversation_json("conv/1", kCall));
  const auto report = conversation("conv/1");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->call, kCall);
  EXPECT_EQ(urls(),
            std::vector<std::string>{"https://eleven.test/v1/convai/conversations/conv%2F1"});
  EXPECT_EQ(http.asked[0].method, "GET");
  EXPECT_EQ(http.asked[0].total_time, std::chrono::seconds(5));
  EXPECT_EQ(net::find_header(http.asked[0].headers, "xi-api-key"), "sk_key");
}

TEST_F(ElevenLabsTest, SaysWhyAConversationCannotBeRead) {
  struct Case {
    int status;
    std::string body;
    Code code;
  };
  const Case cases[] = {
      {404, "", Code::kNotFound},     {401, "", Code::kUnauthorized},
      {403, "", Code::kUnauthorized}, {422, "", Code::kInvalid},
      {408, "", Code::kUnavailable},  {429, "", Code::kUnavailable},
      {503, "", Code::kUnavailable},  {302, "", Code::kUnavailable},
      {200, "{}", Code::kCorrupt},    {200, conversation_json("another", kCall), Code::kCorrupt}};
  for (const Case& c : cases) {
    http.answer(c.status, c.body);
    const auto report = conversation("conv_1");
    ASSERT_FALSE(report) << c.status;
    EXPECT_EQ(report.error().code, c.code) << c.status;
  }
  http.answer_error(Code::kOutcomeUnknown, "time ran out");
  EXPECT_EQ(conversation("conv_1").error(),
            (Error{Code::kUnavailable, "ElevenLabs gave no answer: time ran out"}));
}

const std::string kByVariable = "?dynamic_variable_params=partyline_call%3Aeq%3A" + kCall.text() +
                                "&call_start_after_unix=1763812140&page_size=100";

TEST_F(ElevenLabsTest, FindsTheCallByItsOwnVariable) {
  http.answer(200, page({{"conv_b", 200}}));
  http.answer(200, conversation_json("conv_b", kCall));
  const auto found = find();
  ASSERT_TRUE(found && *found);
  EXPECT_EQ((*found)->conversation.text, "conv_b");
  const std::string base = "https://eleven.test/v1/convai/conversations";
  EXPECT_EQ(urls(), (std::vector<std::string>{base + kByVariable, base + "/conv_b"}));
}

TEST_F(ElevenLabsTest, AsksForTheUserWhereTheVariableSaysNothing) {
  struct Case {
    const char* name;
    int status;
    std::string body;
  };
  for (const Case& c : {Case{"refused", 400, "{}"}, Case{"refused as invalid", 422, "{}"},
                        Case{"nothing yet", 200, page({})}}) {
    SCOPED_TRACE(c.name);
    http.answer(c.status, c.body);
    http.answer(200, page({{"conv_b", 200}}));
    http.answer(200, conversation_json("conv_b", kCall));
    const auto found = find();
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->conversation.text, "conv_b");
  }
  // A filter that was passed over: others' conversations, the newest of which is looked at.
  http.answer(200, page({{"conv_x", 200}, {"conv_y", 300}}, "more"));
  http.answer(200, conversation_json("conv_y", kOther));
  http.answer(200, page({}));
  const auto found = find();
  ASSERT_TRUE(found);
  EXPECT_FALSE(*found);
}

TEST_F(ElevenLabsTest, FindsTheCallAmongTheUsersConversationsNewestFirst) {
  http.answer(422, "{}");
  http.answer(200, page({{"conv_a", 100}, {"conv_c", 300}}, "a b&c"));
  http.answer(200, page({{"conv_b", 200}, {"conv_c", 300}}));
  http.answer(200, conversation_json("conv_c", kOther));
  http.answer(200, conversation_json("conv_b", kCall));
  const auto found = find();
  ASSERT_TRUE(found);
  ASSERT_TRUE(*found);
  EXPECT_EQ((*found)->conversation.text, "conv_b");
  const std::string base = "https://eleven.test/v1/convai/conversations";
  const std::string query = "?user_id=clr_1&call_start_after_unix=1763812140&page_size=100";
  EXPECT_EQ(urls(), (std::vector<std::string>{base + kByVariable, base + query,
                                              base + query + "&cursor=a%20b%26c", base + "/conv_c",
                                              base + "/conv_b"}));
}

TEST_F(ElevenLabsTest, FindsNothingOnlyAfterReadingEveryOne) {
  http.answer(200, page({}));
  http.answer(200, page({}));
  auto found = find();
  ASSERT_TRUE(found);
  EXPECT_FALSE(*found);
  http.answer(200, page({}));
  http.answer(200, page({{"conv_a", 1}, {"conv_b", 1}}));
  http.answer(200, conversation_json("conv_b", kOther));
  http.answer(200, R"({"conversation_id":"conv_a","status":"initiated"})");
  found = find();
  ASSERT_TRUE(found);
  EXPECT_FALSE(*found);
}

TEST_F(ElevenLabsTest, TakesNoFailureOfASearchForAnAnswer) {
  http.answer(200, page({}));
  http.answer(500, "");
  EXPECT_EQ(find().error().code, Code::kUnavailable);
  http.answer(500, "");
  EXPECT_EQ(find().error().code, Code::kUnavailable);
  http.answer(404, "");
  EXPECT_EQ(find().error().code, Code::kUnavailable);
  http.answer(200, "{}");
  EXPECT_EQ(find().error().code, Code::kCorrupt);
  http.answer(200, page({{"conv_a", 1}}));
  http.answer(404, R"({"detail":{"status":"conversation_not_found"}})");
  EXPECT_EQ(find().error(), (Error{Code::kUnavailable,
                                   "reading conversations: ElevenLabs answered HTTP 404: "
                                   "conversation_not_found"}));
  http.answer(200, page({{"conv_a", 1}}));
  http.answer(200, conversation_json("conv_z", kCall));
  EXPECT_EQ(find().error().code, Code::kCorrupt);
  http.answer(422, "{}");
  for (int i = 0; i < 10; ++i) http.answer(200, page({}, "next"));
  EXPECT_EQ(find().error().code, Code::kUnavailable);
}

TEST_F(ElevenLabsTest, FinishesASearchThatOutlivesIt) {
  std::optional<Found> found;
  http.holds = true;
  ElevenLabs(http, clock, {"https://eleven.test", "sk_key"})
      .find(kCall, "clr_1", from_ms(0), [&](Found given) { found = std::move(given); });
  http.answer(200, page({{"conv_a", 1}}));
  http.release();
  http.answer(200, conversation_json("conv_a", kCall));
  http.release();
  ASSERT_TRUE(found && *found && **found);
  EXPECT_EQ((**found)->conversation.text, "conv_a");
}

TEST_F(ElevenLabsTest, ListsToolsOnEveryPage) {
  http.answer(200, R"({"tools":[{"id":"t1","tool_config":{"name":"a"}}],"has_more":true,
                       "next_cursor":"2"})");
  http.answer(200, R"({"tools":[{"id":"t2","tool_config":{"name":"b"}},
                       {"id":"t3","tool_config":{"name":"a"}}],"has_more":false})");
  const auto found = tools();
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, (std::map<std::string, core::ToolId>{{"a", {"t1"}}, {"b", {"t2"}}}));
  EXPECT_EQ(urls(), (std::vector<std::string>{
                        "https://eleven.test/v1/convai/tools?page_size=100",
                        "https://eleven.test/v1/convai/tools?page_size=100&cursor=2"}));
}

TEST_F(ElevenLabsTest, SaysWhyToolsCannotBeListed) {
  http.answer(401, R"({"detail":{"code":"invalid_api_key","message":"Invalid API key"}})");
  EXPECT_EQ(tools().error(),
            (Error{Code::kUnauthorized,
                   "ElevenLabs answered HTTP 401: invalid_api_key: Invalid API key"}));
  http.answer(200, R"({"tools":[]})");
  EXPECT_EQ(tools().error(), (Error{Code::kCorrupt, "the list of tools: /has_more is missing"}));
  for (int i = 0; i < 100; ++i) {
    http.answer(200, R"({"tools":[],"has_more":true,"next_cursor":"x"})");
  }
  EXPECT_EQ(tools().error().code, Code::kUnavailable);
}

}  // namespace
}  // namespace pl::platforms
