#include "wire/json.h"

#include <gtest/gtest.h>

#include <limits>

namespace pl::wire {
namespace {

std::string json_error_of(std::string_view text, std::size_t bytes_max = 1000) {
  const auto json = read_json(text, bytes_max);
  if (json) return "read";
  EXPECT_EQ(json.error().code, Code::kInvalid);
  return json.error().message;
}

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

TEST(ReadJson, RefusesWhatTwoReadersCouldUnderstandDifferently) {
  struct Case {
    const char* name;
    std::string text;
    std::string error;
  };
  const Case cases[] = {
      {"nothing", "", "not JSON at byte 1"},
      {"two documents", "{} {}", "not JSON at byte 4"},
      {"a trailing comma", "[1,]", "not JSON at byte 4"},
      {"a comment", "/* */ {}", "not JSON at byte 1"},
      {"NaN", "[NaN]", "not JSON at byte 2"},
      {"a number out of range", "[1e999]", "not JSON at byte 2"},
      {"one just out of range", "[1.8e308]", "/0 is a number out of range"},
      {"one too near to zero", "[1e-400]", "/0 is a number out of range"},
      {"bytes that are no UTF-8", "[\"\xff\"]", "not JSON at byte 3"},
      {"an overlong encoding", "[\"\xc0\xaf\"]", "not JSON at byte 3"},
      {"half a surrogate pair", R"(["\ud800"])", "not JSON at byte 3"},
      {"the other half", R"(["\udc00"])", "/0 holds half a surrogate pair"},
      {"half a pair in a key", R"({"\udc00": 1})", "/? holds half a surrogate pair"},
      {"cut short", R"({"a": "b)", "not JSON at byte 9"},
      {"a key twice", R"({"a": {"b": 1, "b": 1}})", "/a/b is there twice"},
      {"a control character far into a text", "[\"" + std::string(40, 'x') + "\x1f\"]",
       "not JSON at byte 43"},
      {"something behind a NUL", std::string("{}\0{}", 5), "not JSON at byte 3"},
      {"a NUL between tokens", std::string("[1\0]", 4), "not JSON at byte 3"},
      {"a NUL", R"({"a": ["x", "\u0000"]})", "/a/1 holds a NUL character"},
      {"a NUL in a key", R"({"a\u0000": 1})", "/? holds a NUL character"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(json_error_of(c.text), c.error);
  }
}

TEST(ReadJson, KeepsItsLimits) {
  EXPECT_EQ(json_error_of(nested(kJsonDepth)), "read");
  EXPECT_EQ(json_error_of(nested(kJsonDepth + 1)).substr(0, 4), "/0/0");
  EXPECT_EQ(json_error_of("[1234]", 6), "read");
  EXPECT_EQ(json_error_of("[1234]", 5), "the document is longer than 5 bytes");
  std::string many = "[0";
  for (std::size_t i = 1; i < kJsonValues; ++i) many += ",0";
  EXPECT_EQ(json_error_of(many + "]", many.size() + 1).find("is one value too many"), 8U);
}

TEST(ReadJson, NeverRepeatsAValueNorAPersonalKey) {
  for (const char* text : {R"({"+41780000001": 1, "+41780000001": 2})", R"({"a": +41780000001})",
                           R"({"Jane Doe": "\u0000"})", R"(["+41780000001)"}) {
    const std::string error = json_error_of(text);
    EXPECT_EQ(error.find("4178"), std::string::npos) << error;
    EXPECT_EQ(error.find("Jane"), std::string::npos) << error;
  }
}

TEST(ReadJson, TakesLargeWholeNumbersAsDoubles) {
  const auto json = read_json("[9223372036854775807, 9223372036854775808, -1]", 100);
  ASSERT_TRUE(json);
  const auto& list = std::get<Json::List>(json->value);
  EXPECT_EQ(std::get<std::int64_t>(list[0].value), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(std::get<double>(list[1].value), 9223372036854775808.0);
  EXPECT_EQ(std::get<std::int64_t>(list[2].value), -1);
}

TEST(WriteJson, WritesWhatItReads) {
  const std::string text =
      R"({"a":[],"b":{},"c":[null,true,false,-7,0.4,1e+30],"d":"\"\\\n\r\t\u0001/é€😀"})";
  const auto json = read_json(text, 1000);
  ASSERT_TRUE(json);
  EXPECT_EQ(write_json(*json), text);
}

TEST(WriteJson, IsAlwaysValidJson) {
  const Json json{Json::List{Json{"\xff{\xe2\x82"}, Json{std::numeric_limits<double>::infinity()}}};
  EXPECT_EQ(write_json(json), "[\"\xEF\xBF\xBD{\xEF\xBF\xBD\xEF\xBF\xBD\",null]");
}

TEST(JsonView, SaysWhereAValueIsWrong) {
  const auto json = read_json(
      R"({"metadata": {"cost": "12", "error": [], "empty": ""},
          "turns": [{}, 7], "nothing": null})",
      1000);
  ASSERT_TRUE(json);
  const JsonView root(*json);
  const auto metadata = root.required_object("metadata");
  ASSERT_TRUE(metadata);
  EXPECT_EQ(metadata->integer("cost").error().message, "/metadata/cost is not a whole number");
  EXPECT_EQ(metadata->number("cost").error().message, "/metadata/cost is not a number");
  EXPECT_EQ(metadata->flag("cost").error().message, "/metadata/cost is neither true nor false");
  EXPECT_EQ(metadata->object("error").error().message, "/metadata/error is not an object");
  EXPECT_EQ(metadata->list("cost").error().message, "/metadata/cost is not a list");
  EXPECT_EQ(metadata->text("error").error().message, "/metadata/error is not a text");
  EXPECT_EQ(metadata->required_text("id", 9).error().message, "/metadata/id is missing");
  EXPECT_EQ(metadata->required_text("empty", 9).error().message, "/metadata/empty is empty");
  EXPECT_EQ(metadata->required_text("cost", 1).error().message,
            "/metadata/cost is longer than 1 bytes");
  EXPECT_EQ(root.required_object("nothing").error().message, "/nothing is missing");
  const auto turns = root.list("turns");
  ASSERT_TRUE(turns);
  ASSERT_EQ(turns->size(), 2U);
  EXPECT_TRUE((*turns)[0].find("role"));
  EXPECT_EQ((*turns)[1].find("role").error().message, "/turns/1 is not an object");
}

TEST(Json, IndentedIsTheSameForPeople) {
  const char* const compact = R"({"a":[],"b":{},"c":[1,{"d":"x"}],"e":null})";
  const auto json = read_json(compact, 100);
  ASSERT_TRUE(json);
  const std::string indented = write_json_indented(*json, 2);
  EXPECT_EQ(indented,
            "{\n"
            "    \"a\": [],\n"
            "    \"b\": {},\n"
            "    \"c\": [\n"
            "      1,\n"
            "      {\n"
            "        \"d\": \"x\"\n"
            "      }\n"
            "    ],\n"
            "    \"e\": null\n"
            "  }");
  EXPECT_EQ(write_json(*read_json(indented, 1000)), compact);
}

TEST(ForeignJson, IsMendedWhereItsMeaningIsPlain) {
  struct Case {
    std::string text;
    const char* json;
    const char* note;
  };
  using namespace std::string_literals;
  const Case cases[] = {
      {R"(["a\ud83d"])", "[\"a\uFFFD\"]", "half a surrogate pair"},
      {R"(["\uDE00b"])", "[\"\uFFFDb\"]", "half a surrogate pair"},
      {R"(["\ud83d\ud83d\ude00"])", "[\"\uFFFD\U0001F600\"]", "half a surrogate pair"},
      {R"(["\ud83d\n"])", "[\"\uFFFD\\n\"]", "half a surrogate pair"},
      {R"(["\u0000"])", "[\"\uFFFD\"]", "NUL"},
      {"[\"a\0b\"]"s, "[\"a\uFFFDb\"]", "NUL"},
      {"[\"a\nb\"]", "[\"a b\"]", "a control character"},
      {"[\x01 1]", "[1]", "a control character"},
      {"[\"\xff\"]", "[\"\uFFFD\"]", "bytes that are not UTF-8"},
      {"\xEF\xBB\xBF[1]", "[1]", "a byte order mark"},
      {"[NaN]", "[null]", "NaN or infinity"},
      {"[-Infinity]", "[null]", "NaN or infinity"},
      {"[1e999]", "[null]", "a number out of range"},
      {R"([-1e-400,"1e999"])", R"([null,"1e999"])", "a number out of range"},
      {R"({"a":1,"a":2})", R"({"a":2})", "/a is there twice"},
      {R"(["\x41"])", R"(["x41"])", "an escape that is none"},
      {R"(["\u12"])", R"(["u12"])", "an escape that is none"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_FALSE(read_json(c.text, 100));
    Mended mended;
    const auto json = read_foreign_json(c.text, 100, mended);
    ASSERT_TRUE(json) << json.error().message;
    EXPECT_EQ(write_json(*json), c.json);
    EXPECT_EQ(mended.notes(), std::vector<std::string>{c.note});
  }
}

TEST(ForeignJson, IsRefusedWhereItIsNot) {
  for (const std::string& text :
       {std::string(), std::string("{"), std::string(R"(["a)"), std::string(R"(["a\)"),
        std::string("[NaNs]"), std::string("[1] x"), std::string(40, '['), std::string(101, ' ')}) {
    Mended mended;
    EXPECT_FALSE(read_foreign_json(text, 100, mended)) << text;
  }
}

TEST(ForeignJson, ThatIsStrictIsReadAsEver) {
  const std::string text = R"({"a":["NaN \ud83d\ude00",-1.5,null],"b":"\\u0000"})";
  Mended mended;
  EXPECT_EQ(write_json(*read_foreign_json(text, 100, mended)), write_json(*read_json(text, 100)));
  EXPECT_TRUE(mended.notes().empty());
}

TEST(ForeignJson, NotesALittleOnceAndNoMore) {
  std::string text = "[NaN,NaN";
  for (int i = 0; i < 20; ++i) text += R"(,{"a":1,"a":2})";
  Mended mended;
  ASSERT_TRUE(read_foreign_json(text + "]", 1000, mended));
  EXPECT_EQ(mended.notes().size(), Mended::kNotes);
  EXPECT_EQ(mended.notes()[1], "/2/a is there twice");
}

TEST(ForeignJsonView, TakesAnotherTypeForAbsentAndNotesIt) {
  const auto json = read_json(
      R"({"text":1,"flag":"x","object":[],"list":{},"number":"12.5","whole":2.9,"digits":" 7 ",)"
      R"("huge":1e300,"word":"seven","items":[{"a":1},2]})",
      1000);
  ASSERT_TRUE(json);
  Mended mended;
  const JsonView root(*json, &mended);
  EXPECT_EQ(*root.text("text"), std::nullopt);
  EXPECT_EQ(*root.flag("flag"), std::nullopt);
  EXPECT_FALSE(*root.object("object"));
  EXPECT_TRUE(root.list("list")->empty());
  EXPECT_EQ(*root.number("number"), 12.5);
  EXPECT_EQ(*root.integer("whole"), 2);
  EXPECT_EQ(*root.integer("digits"), 7);
  EXPECT_EQ(*root.integer("huge"), std::nullopt);
  EXPECT_EQ(*root.number("word"), std::nullopt);
  EXPECT_EQ(*root.list("items")->at(1).text("a"), std::nullopt);
  EXPECT_EQ(root.required_text("text", 9).error().message, "/text is not a text");
  EXPECT_EQ(mended.notes().size(), 10U);
  EXPECT_EQ(mended.notes().back(), "/items/1 is not an object");
}

TEST(JsonView, TakesNullForAbsent) {
  const auto json = read_json(R"({"a": null})", 100);
  ASSERT_TRUE(json);
  const JsonView root(*json);
  for (const char* key : {"a", "b"}) {
    EXPECT_EQ(*root.text(key), std::nullopt);
    EXPECT_EQ(*root.flag(key), std::nullopt);
    EXPECT_EQ(*root.number(key), std::nullopt);
    EXPECT_FALSE(*root.object(key));
    EXPECT_TRUE(root.list(key)->empty());
  }
}

}  // namespace
}  // namespace pl::wire
