#include "platforms/elevenlabs/tools.h"

#include <gtest/gtest.h>

#include "platforms/elevenlabs/examples_test.h"
#include "wire/limits.h"

namespace pl::platforms {
namespace {

const core::ToolName kTool{"collect_profile"};

core::ToolCall read_tools(const std::string& body) {
  wire::Mended mended;
  const auto call = read_tool_call(kTool, body, mended);
  EXPECT_TRUE(call) << (call ? "" : call.error().message) << " in " << body;
  return call.value_or(core::ToolCall{});
}

std::string tools_error_of(const std::string& body) {
  wire::Mended mended;
  const auto call = read_tool_call(kTool, body, mended);
  if (call) return "read_tools";
  EXPECT_EQ(call.error().code, Code::kInvalid);
  return call.error().message;
}

TEST(ReadToolPage, FindsIdsByName) {
  const auto page = read_tool_page(examples::kToolPage);
  ASSERT_TRUE(page);
  ASSERT_EQ(page->tools.size(), 2U);
  EXPECT_EQ(page->tools.at("collect_profile"), core::ToolId{"tool_1"});
  EXPECT_EQ(page->next_cursor, std::nullopt);
}

TEST(ReadToolPage, TakesTheFirstOfTwoWithOneName) {
  const auto page = read_tool_page(
      R"({"tools":[{"id":"b","tool_config":{"name":"n"}},{"id":"a","tool_config":{"name":"n"}}],
          "has_more":true,"next_cursor":"2"})");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->tools.at("n"), core::ToolId{"b"});
  EXPECT_EQ(page->next_cursor, "2");
}

TEST(ReadToolPage, SaysWhatIsWrong) {
  const std::pair<const char*, const char*> cases[] = {
      {"x", "not JSON at byte 1"},
      {R"({"has_more":false})", "/tools is missing"},
      {R"({"tools":[],"has_more":true})", "/next_cursor is missing"},
      {R"({"tools":[{"id":"a"}],"has_more":false})", "/tools/0/tool_config is missing"},
      {R"({"tools":[{"tool_config":{"name":"n"}}],"has_more":false})", "/tools/0/id is missing"}};
  for (const auto& [body, error] : cases) {
    const auto page = read_tool_page(body);
    ASSERT_FALSE(page) << body;
    EXPECT_EQ(page.error(), (Error{Code::kCorrupt, error}));
  }
}

TEST(ReadToolCall, TakesTheNamesOutOfAFlatBody) {
  const core::ToolCall call =
      read_tools(R"({"partyline_call":")" + examples::kCall + R"(","conversation_id":"conv_1",
               "occupation":"baker","intensity":4,"pace":4.5,"happy":true,"nothing":null,
               "hobbies":["chess",3,2.5,false,null]})");
  EXPECT_EQ(call.tool, kTool);
  EXPECT_EQ(call.call, core::CallId::parse(examples::kCall));
  EXPECT_EQ(call.conversation, core::ConversationId{"conv_1"});
  const std::map<std::string, core::RawValue> arguments = {
      {"occupation", std::string("baker")},
      {"intensity", std::int64_t{4}},
      {"pace", 4.5},
      {"happy", true},
      {"hobbies", std::vector<std::string>{"chess", "3", "2.5", "false"}}};
  EXPECT_EQ(call.arguments, arguments);
}

TEST(ReadToolCall, TakesTheEnvelopeToo) {
  const core::ToolCall call =
      read_tools(R"({"tool_name":"collect_profile","tool_call_id":"t1","conversation_id":"conv_1",
               "parameters":{"partyline_call":")" +
                 examples::kCall + R"(",
                             "conversation_id":"conv_2","occupation":"baker"}})");
  EXPECT_EQ(call.call, core::CallId::parse(examples::kCall));
  EXPECT_EQ(call.conversation, core::ConversationId{"conv_1"});
  EXPECT_EQ(call.arguments.size(), 1U);
  EXPECT_TRUE(call.arguments.contains("occupation"));
}

TEST(ReadToolCall, TakesAnUnsetVariableForAbsent) {
  const core::ToolCall call = read_tools(R"({"partyline_call":"","conversation_id":null})");
  EXPECT_FALSE(call.call);
  EXPECT_FALSE(call.conversation);
  EXPECT_TRUE(call.arguments.empty());
}

TEST(ReadToolCall, AnArgumentCalledToolNameIsNoEnvelope) {
  EXPECT_EQ(read_tools(R"({"tool_name":"hammer"})").arguments.size(), 1U);
}

TEST(ReadToolCall, RefusesWhatItCannotJudge) {
  std::string many = R"({"a0":0)";
  for (std::size_t i = 1; i <= wire::kArguments; ++i) {
    many += ",\"a" + std::to_string(i) + "\":0";
  }
  const std::pair<std::string, std::string> cases[] = {
      {"", "not JSON at byte 1"},
      {"[]", "the document is not an object"},
      {R"({"partyline_call":"call_of_another_kind"})", "/partyline_call is not one of our calls"},
      {R"({"partyline_call":["x"]})", "/partyline_call is not a text"},
      {R"({"conversation_id":5})", "/conversation_id is not a text"},
      {R"({"conversation_id":")" + std::string(257, 'c') + "\"}", "/conversation_id is too long"},
      {R"({"tool_name":"other","parameters":{}})", "/tool_name is another tool than the path's"},
      {many + "}", "the document has too many arguments"},
      {"{\"a\":\"" + std::string(wire::kRequestBytes, 'x') + "\"}",
       "the document is longer than 262144 bytes"},
  };
  for (const auto& [body, error] : cases) EXPECT_EQ(tools_error_of(body), error);
}

TEST(ReadToolCall, TakesOfEachArgumentWhatItCan) {
  using Items = std::vector<std::string>;
  std::string items = "1";
  for (std::size_t i = 0; i < wire::kArgumentItems; ++i) items += ",1";
  const std::string fits(wire::kArgumentPoints, 'x');
  struct Case {
    std::string argument;
    std::string note;
    std::optional<core::RawValue> value;
  };
  const Case cases[] = {
      {R"("a":{"b":1})", "/a is nested", std::string()},
      {R"("a":[["b"],"c"])", "/a/0 is nested", Items{"c"}},
      {R"("a":1,"a":2)", "/a is there twice", std::int64_t{2}},
      {R"("a":"x\ud83d")", "half a surrogate pair", std::string("x\uFFFD")},
      {R"("a":NaN)", "NaN or infinity", std::nullopt},
      {"\"a\":[" + items + "]", "/a has too many items", Items(wire::kArgumentItems, "1")},
      {"\"a\":\"" + fits + "y\"", "/a is too long", fits},
      {"\"" + std::string(257, 'k') + "\":1", "/? has too long a name", std::nullopt},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.note);
    wire::Mended mended;
    const auto call = read_tool_call(kTool, "{\"z\":true," + c.argument + "}", mended);
    ASSERT_TRUE(call);
    EXPECT_EQ(mended.notes(), std::vector<std::string>{c.note});
    std::map<std::string, core::RawValue> expected{{"z", true}};
    if (c.value) expected.emplace("a", *c.value);
    EXPECT_EQ(call->arguments, expected);
  }
}

TEST(ReadToolCall, CountsCodePointsNotBytes) {
  std::string text;
  for (std::size_t i = 0; i < wire::kArgumentPoints; ++i) text += "€";
  for (const char* more : {"", "€"}) {
    EXPECT_EQ(read_tools("{\"a\":\"" + text + more + "\"}").arguments.at("a"),
              core::RawValue(text));
  }
}

TEST(ToolReplyBody, SaysWhetherItWasSavedAndWhatToSay) {
  EXPECT_EQ(tool_reply_body({true, "Saved. Ask for \"hobbies\" next."}),
            R"({"saved":true,"say":"Saved. Ask for \"hobbies\" next."})");
  EXPECT_EQ(tool_reply_body({false, ""}), R"({"saved":false,"say":""})");
}

}  // namespace
}  // namespace pl::platforms
