// The filters of the list of conversations. Source: the platform's OpenAPI of 2026-08-22.
#include "sandbox/sandbox_fixture.h"

namespace pl::sandbox {
namespace {

class ConversationList : public SandboxFixture {
 protected:
  Result<net::ClientAnswer> asked(const std::string& query) {
    return platform("GET", "/v1/convai/conversations?" + query);
  }
  // The ids, in the order of the list.
  std::vector<std::string> listed(const std::string& query) {
    const auto answer = asked(query);
    EXPECT_TRUE(answer && answer->status == 200) << query << (answer ? answer->body : "");
    std::vector<std::string> ids;
    const Json page = answer ? parse_json(answer->body) : Json();
    for (const Json& one : page["conversations"]) ids.push_back(text_at(one, "conversation_id"));
    return ids;
  }
};

using Ids = std::vector<std::string>;

TEST_F(ConversationList, KeepsToItsFilters) {
  const std::string busy = dial(dial_body("+12125550110"));
  wait_for_end(busy);
  Json long_body = dial_body("+12125550100", "- timezone: Where do you live?\n");
  long_body["conversation_initiation_client_data"]["conversation_config_override"]["conversation"] =
      Json{{"max_duration_seconds", 1}};
  party_line_.will_be_silent("/tools/collect_profile");
  const std::string cut = dial(long_body);
  wait_for_end(cut);
  struct Case {
    const char* query;
    Ids expected;
  };
  for (const Case& one :
       {Case{"", {cut, busy}},
        Case{"sort_direction=asc", {busy, cut}},
        Case{"sort_direction=desc", {cut, busy}},
        Case{"call_successful=success", {cut}},
        Case{"call_successful=failure", {busy}},
        Case{"call_successful=unknown", {}},
        Case{"exclude_statuses=failed", {cut}},
        Case{"exclude_statuses=failed&exclude_statuses=done", {}},
        Case{"call_duration_min_secs=1", {cut}},
        Case{"call_duration_max_secs=0", {busy}},
        Case{"call_duration_min_secs=2", {}},
        Case{"text_only=true", {}},
        Case{"text_only=false", {cut, busy}},
        Case{"conversation_initiation_source=twilio", {cut, busy}},
        Case{"conversation_initiation_source=widget", {}},
        Case{"termination_reasons=Call%20exceeded%20its%20maximum%20duration", {cut}},
        Case{"termination_reasons=x", {}},
        Case{"agent_id=agent_1", {cut, busy}},
        Case{"agent_id=agent_2", {}},
        Case{"call_start_after_unix=1&unheard_of=x", {cut, busy}},
        Case{"call_start_before_unix=1", {}}}) {
    SCOPED_TRACE(one.query);
    EXPECT_EQ(listed(one.query), one.expected);
  }
  EXPECT_EQ(listed("sort_direction=asc&page_size=1&cursor=1"), Ids{cut});
}

TEST_F(ConversationList, KeepsToAFilterForAVariable) {
  const auto dialled = [&](const char* variable, const Json& value) {
    Json body = dial_body("+12125550110");
    body["conversation_initiation_client_data"]["dynamic_variables"][variable] = value;
    const std::string id = dial(body);
    wait_for_end(id);
    return id;
  };
  const std::string mine = dialled("partyline_call", "call_1:a");
  const std::string five = dialled("size", 5);
  struct Case {
    const char* filter;
    Ids expected;
  };
  for (const Case& one :
       {Case{"partyline_call:eq:call_1:a", {mine}}, Case{"partyline_call:eq:call_2", {}},
        Case{"unheard_of:eq:x", {}}, Case{"size:gt:4.5", {five}}, Case{"size:gte:5", {five}},
        Case{"size:lt:5", {}}, Case{"size:lte:5", {five}},
        Case{"size:eq:5&dynamic_variable_params=size:gt:5", {}}}) {
    SCOPED_TRACE(one.filter);
    EXPECT_EQ(listed("dynamic_variable_params=" + std::string(one.filter)), one.expected);
  }
  for (const char* filter : {"partyline_call", "size:eq", "size:near:5", "size:gt:x"}) {
    const auto answer = asked("dynamic_variable_params=" + std::string(filter));
    EXPECT_TRUE(answer && answer->status == 422) << filter;
  }
}

TEST_F(ConversationList, TellsOfTheSummaryWhenItIsAsked) {
  wait_for_end(dial(dial_body("+12125550110")));
  const Json shown = parse_json(asked("summary_mode=include")->body)["conversations"][0];
  EXPECT_EQ(shown["transcript_summary"], "A call in the sandbox.");
  EXPECT_FALSE(parse_json(asked("")->body)["conversations"][0].contains("transcript_summary"));
}

TEST_F(ConversationList, RefusesWhatIsNoValueOfAFilter) {
  struct Case {
    const char* query;
    const char* type;
    Json loc;
  };
  for (const Case& one :
       {Case{"call_successful=maybe", "enum", {"query", "call_successful"}},
        Case{"exclude_statuses=done&exclude_statuses=over",
             "enum",
             {"query", "exclude_statuses", 1}},
        Case{"call_duration_min_secs=short", "int_parsing", {"query", "call_duration_min_secs"}},
        Case{"sort_direction=up", "enum", {"query", "sort_direction"}},
        Case{"summary_mode=some", "enum", {"query", "summary_mode"}},
        Case{"text_only=perhaps", "bool_parsing", {"query", "text_only"}},
        Case{"page_size=", "int_parsing", {"query", "page_size"}}}) {
    SCOPED_TRACE(one.query);
    const auto answer = asked(one.query);
    ASSERT_TRUE(answer && answer->status == 422);
    const Json detail = parse_json(answer->body)["detail"];
    EXPECT_EQ(detail[0]["type"], one.type);
    EXPECT_EQ(detail[0]["loc"], one.loc);
  }
}

TEST_F(ConversationList, RefusesAFilterOfThePlatformThatIsNotPlayed) {
  for (const char* path :
       {"/v1/convai/conversations?search=baker", "/v1/convai/conversations?page_size=1&tag_ids=t",
        "/v1/convai/tools?types=webhook"}) {
    const auto answer = platform("GET", path);
    ASSERT_TRUE(answer && answer->status == 501) << path;
    EXPECT_EQ(parse_json(answer->body)["detail"]["code"], "not_played");
  }
}

TEST_F(ConversationList, ShowsAConversationInTheFormatThatIsPlayedAndNoOther) {
  const std::string path = "/v1/convai/conversations/" + dial(dial_body("+12125550110"));
  EXPECT_EQ(platform("GET", path + "?format=json")->status, 200);
  EXPECT_EQ(platform("GET", path + "?format=opentelemetry")->status, 501);
  EXPECT_EQ(platform("GET", path + "?format=xml")->status, 422);
}

}  // namespace
}  // namespace pl::sandbox
