#include "cli/callers_file.h"

#include <gtest/gtest.h>

#include "cli/fake_server_test.h"
#include "host/phone_numbers.h"

namespace pl::cli {
namespace {

Result<std::vector<CallerRow>> read_file(const std::string& file) {
  const host::PhoneNumbers numbers;
  return read_callers_file(file, numbers);
}

std::string only_body(const std::string& file) {
  const auto rows = read_file(file);
  if (!rows) return rows.error().message;
  if (rows->size() != 1) return std::to_string(rows->size()) + " rows";
  return rows->front().wrong.empty() ? wire::write_json(rows->front().body) : rows->front().wrong;
}

TEST(CallersFile, ARowIsTheBodyThatRegistersACaller) {
  struct Case {
    const char* name;
    std::string file;
    std::string body;
  };
  for (const Case& tested : std::vector<Case>{
           {"a number", "number\n+41 78 000 00 01\n", R"({"number":"+41 78 000 00 01"})"},
           {"everything",
            "number,line,name,timezone,stage,telegram_chat_id,consent_voice,consent_text,"
            "consent_source,consent_wording,consent_at,context.plan,profile.Shoe\n"
            "+41780000001,nikita,\"Ada, Countess\",Europe/Zurich,skipped,42,yes,NO,form,v3,"
            "2026-01-31T12:00:00Z,gold,42\n",
            R"({"channels":{"telegram_chat_id":"42"},"consent":{"at":"2026-01-31T12:00:00Z",)"
            R"("source":"form","text":false,"voice":true,"wording":"v3"},)"
            R"("context":{"plan":"gold"},"line":"nikita","name":"Ada, Countess",)"
            R"("number":"+41780000001","profile":{"Shoe":"42"},"stage":"skipped",)"
            R"("timezone":"Europe/Zurich"})"},
           {"empty cells are not sent", "number,name,consent_voice,context.a\n+41780000001,,,\n",
            R"({"number":"+41780000001"})"},
           {"names as a spreadsheet writes them", " Number , NAME,Context.Plan\n+41780000001,A,b\n",
            R"({"context":{"Plan":"b"},"name":"A","number":"+41780000001"})"},
           {"what only an export has", "id,number,created_at,updated_at\nclr_1,+41780000001,x,y\n",
            R"({"number":"+41780000001"})"},
       }) {
    SCOPED_TRACE(tested.name);
    EXPECT_EQ(only_body(tested.file), tested.body);
  }
}

TEST(CallersFile, AHeaderThatIsWrongIsSaidAtOnce) {
  struct Case {
    const char* file;
    const char* says;
  };
  for (const Case& tested : std::vector<Case>{
           {"", "empty"},
           {"numbr\n+41780000001\n", "did you mean \"number\"?"},
           {"number;name\n", "semicolons"},
           {"name,timezone\nAda,UTC\n", "no column \"number\""},
           {"number,name,name\n", "two columns \"name\""},
           {"number,qqqqqqqqqqq\n", "context.KEY"},
           {"number,context.\n", "unknown column"},
           {"number,\"a\"b\n", "line 1"},
       }) {
    SCOPED_TRACE(tested.file);
    const auto rows = read_file(tested.file);
    ASSERT_FALSE(rows);
    EXPECT_NE(rows.error().message.find(tested.says), std::string::npos) << rows.error().message;
  }
}

TEST(CallersFile, ARowThatIsWrongSpoilsNoOther) {
  const auto rows = read_file(
      "number,name,consent_voice,consent_at\n"
      "+41780000001,Ada,maybe,\n"
      "+41780000002,Bea\n"
      ",Cleo,,\n"
      "hello,Dora,,\n"
      "+41780000005,Eve,yes,yesterday\n"
      "+41780000006,Fay,,\n"
      "+41 78 000 00 06,Fay again,,\n"
      "41780000009,Gil,,\n"
      "+41780,Hal,,\n");
  ASSERT_TRUE(rows);
  std::vector<std::string> wrong;
  for (const CallerRow& row : *rows) wrong.push_back(std::to_string(row.line) + " " + row.wrong);
  EXPECT_EQ(wrong,
            (std::vector<std::string>{
                "2 consent_voice: write yes or no", "3 it has 2 cells, the first row has 4",
                "4 number: missing",
                "5 number: letters in a phone number: not an international phone number; write "
                "'+', country code and "
                "number, in digits",
                "6 consent_at: write 2026-01-31T12:00:00Z", "7 ", "8 number: the same as in line 7",
                "9 number: no country code: not an international phone number; write '+', country "
                "code and "
                "number, in digits",
                "10 number: no phone number of its country has so many digits, or so few"}));
}

TEST(CallersFile, AChatThatTelegramCannotHaveIsWrong) {
  EXPECT_EQ(only_body("number,telegram_chat_id\n+41780000001,@ada\n"),
            "telegram_chat_id: write a whole number such as 123456789");
}

TEST(CallersFile, AnExportCanBeImported) {
  const auto caller = wire::read_json(kAdaJson, 10'000);
  ASSERT_TRUE(caller);
  auto cells = cells_of(wire::JsonView(*caller));
  EXPECT_EQ(only_body(write_callers_file({cells})),
            R"({"channels":{"telegram_chat_id":"42"},"consent":{"at":"2026-11-22T13:18:31.570Z",)"
            R"("source":"signup form","text":true,"voice":true,"wording":"v3"},)"
            R"("context":{"plan":"gold"},"line":"nikita","name":"Ada","number":"+41780000021",)"
            R"("profile":{"hobbies":"chess, baking","intensity":"3"},"stage":"new",)"
            R"("timezone":"Europe/Zurich"})");
  cells["opted_out_at"] = "2026-11-22T13:18:31.570Z";
  const auto rows = read_file(write_callers_file({cells}));
  ASSERT_TRUE(rows);
  EXPECT_TRUE(rows->front().opted_out) << "who opted out must not come back as if nothing was";
}

}  // namespace
}  // namespace pl::cli
