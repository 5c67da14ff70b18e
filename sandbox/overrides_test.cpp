// What a call may say of itself. Source: the platform's OpenAPI of 2026-08-22 and its SDK 2.73,
// which knows the ranges.
#include "sandbox/sandbox_fixture.h"

namespace pl::sandbox {
namespace {

class Overrides : public SandboxFixture {
 protected:
  Result<net::ClientAnswer> dialled(const std::string& pointer, const Json& value) {
    Json body = dial_body("+12125550100");
    body[Json::json_pointer("/conversation_initiation_client_data" + pointer)] = value;
    return platform("POST", "/v1/convai/twilio/outbound-call", body);
  }
};

struct WrongOverride {
  const char* pointer;  // below conversation_config_override
  Json value;
  const char* type;
  const char* loc;  // of the complaint, below the same
};

const std::string kConfig = "/conversation_config_override";
const Json kVoice{{"label", "Nikita"}, {"voice_id", "v1"}};
const Json kDocument{{"type", "file"}, {"name", "Prices"}, {"id", "d1"}};

Json changed(Json json, const char* key, const Json& value) {
  json[key] = value;
  return Json::array({json});
}

TEST_F(Overrides, KeepToTheRangesOfTheVoice) {
  for (const WrongOverride& one : {WrongOverride{"/tts/stability", 1.01, "less_than_equal", ""},
                                   WrongOverride{"/tts/stability", -0.01, "greater_than_equal", ""},
                                   WrongOverride{"/tts/similarity_boost", 2, "less_than_equal", ""},
                                   WrongOverride{"/tts/speed", 0.69, "greater_than_equal", ""},
                                   WrongOverride{"/tts/speed", "1.3", "less_than_equal", ""}}) {
    SCOPED_TRACE(one.pointer + one.value.dump());
    const auto answer = dialled(kConfig + one.pointer, one.value);
    ASSERT_TRUE(answer && answer->status == 422) << answer->body;
    EXPECT_EQ(parse_json(answer->body)["detail"][0]["type"], one.type);
  }
  const Json problem = parse_json(dialled(kConfig + "/tts/speed", 0.5)->body)["detail"][0];
  EXPECT_EQ(problem["msg"], "Input should be greater than or equal to 0.7");
  EXPECT_EQ(problem["ctx"], (Json{{"ge", 0.7}}));
  for (const double speed : {0.7, 1.2})
    EXPECT_EQ(dialled(kConfig + "/tts/speed", speed)->status, 200);
}

TEST_F(Overrides, ThatAreListsOfObjectsAreCheckedElementByElement) {
  const char* const kLists = "/tts/supported_voices";
  for (const WrongOverride& one : {
           WrongOverride{kLists, Json::array({"v1"}), "model_attributes_type", "/0"},
           WrongOverride{kLists, changed(kVoice, "label", ""), "string_too_short", "/0/label"},
           WrongOverride{kLists, Json::array({kVoice, Json{{"label", "a"}}}), "missing",
                         "/1/voice_id"},
           WrongOverride{kLists, changed(kVoice, "speed", 2), "less_than_equal", "/0/speed"},
           WrongOverride{kLists, changed(kVoice, "model_family", "loud"), "enum",
                         "/0/model_family"},
           WrongOverride{kLists, Json(std::vector<Json>(11, kVoice)), "too_long", ""},
           WrongOverride{"/agent/prompt/knowledge_base", changed(kDocument, "type", "video"),
                         "enum", "/0/type"},
           WrongOverride{"/agent/prompt/knowledge_base",
                         Json::array({Json{{"type", "file"}, {"id", "d"}}}), "missing", "/0/name"},
           WrongOverride{"/agent/prompt/knowledge_base", changed(kDocument, "usage_mode", 1),
                         "string_type", "/0/usage_mode"},
           WrongOverride{"/tts/pronunciation_dictionary_locators", Json::array({Json::object()}),
                         "missing", "/0/pronunciation_dictionary_id"},
       }) {
    SCOPED_TRACE(one.pointer + one.value.dump());
    const auto answer = dialled(kConfig + one.pointer, one.value);
    ASSERT_TRUE(answer && answer->status == 422) << answer->body;
    const Json detail = parse_json(answer->body)["detail"];
    ASSERT_EQ(detail.size(), 1u) << detail.dump();
    EXPECT_EQ(detail[0]["type"], one.type);
    std::string loc;
    for (const Json& key : detail[0]["loc"])
      loc += "/" + (key.is_string() ? key.get<std::string>() : key.dump());
    EXPECT_EQ(loc, "/body/conversation_initiation_client_data" + kConfig + one.pointer + one.loc);
  }
  EXPECT_EQ(dialled(kConfig + kLists, Json::array({kVoice}))->status, 200);
  EXPECT_EQ(dialled(kConfig + "/agent/prompt/knowledge_base", Json::array({kDocument}))->status,
            200);
}

TEST_F(Overrides, KnowWhereACallMayComeFrom) {
  EXPECT_EQ(dialled("/source_info", Json{{"source", "fax"}})->status, 422);
  EXPECT_EQ(dialled("/source_info", Json{{"version", 3}})->status, 422);
  EXPECT_EQ(dialled("/source_info", Json{{"version", std::string(51, '1')}})->status, 422);
  EXPECT_EQ(dialled("/source_info", Json{{"source", "js_sdk"}, {"version", "2.73.0"}})->status,
            200);
}

TEST_F(Overrides, OfTheTimeOfACallMayBeGreaterThanAnyTime) {
  const std::string place = kConfig + "/conversation/max_duration_seconds";
  for (const Json& value : {Json(18'446'744'073'709'551'615U), Json("9223372036854775807")}) {
    const auto answer = dialled(place, value);
    ASSERT_TRUE(answer && answer->status == 200) << answer->body;
    const std::string id = text_at(parse_json(answer->body), "conversation_id");
    wait_for_end(id);
    EXPECT_EQ(conversation(id)["metadata"]["termination_reason"], "end_call tool was called.");
  }
}

}  // namespace
}  // namespace pl::sandbox
