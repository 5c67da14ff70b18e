#include "cli/callers_import.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "cli/fake_server_test.h"
#include "host/files.h"

namespace pl::cli {
namespace {

// A file of its own for each test.
class Import : public ::testing::Test {
 protected:
  Import() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(::testing::TempDir()) /
              (std::string("partyline-") + test->name() + "-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  ~Import() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return folder_ / name; }
  std::string write(const std::string& bytes) const {
    std::ofstream(path("people.csv"), std::ios::binary) << bytes;
    return path("people.csv");
  }
  int run(const std::string& bytes, bool dry_run = false) {
    return import_callers(fake.session, {.file = write(bytes), .dry_run = dry_run});
  }
  static std::string key_of(const net::ClientRequest& request) {
    return std::string(net::find_header(request.headers, "Idempotency-Key").value_or(""));
  }
  static FakeServer::Given taken() {
    return {409, std::string(R"({"detail":"number: the line has it already: )") + kAda + "\"}"};
  }

  FakeSession fake;

 private:
  std::filesystem::path folder_;
};

const std::string kTwo = "number,name\n+41780000001,Ada\n+41780000002,Bea\n";

TEST_F(Import, RegistersEachRowUnderANameOfItsOwn) {
  fake.server.on("POST /v1/callers", kAdaJson, 201);
  EXPECT_EQ(run(kTwo), kDone);
  EXPECT_EQ(fake.out, "2 rows: 2 added, 0 already there, 0 failed\n");
  EXPECT_EQ(fake.err, "") << "no bar where nobody looks";
  ASSERT_EQ(fake.server.asked.size(), 2u);
  EXPECT_EQ(fake.server.asked[1].body, R"({"name":"Bea","number":"+41780000002"})");
  EXPECT_NE(key_of(fake.server.asked[0]), key_of(fake.server.asked[1]));
  EXPECT_LE(key_of(fake.server.asked[0]).size(), 255u);
}

TEST_F(Import, TheSameFileAgainSendsTheSameNamesAndAnotherFileOthers) {
  fake.server.on("POST /v1/callers", kAdaJson, 201);
  EXPECT_EQ(run(kTwo), kDone);
  EXPECT_EQ(run(kTwo), kDone);
  EXPECT_EQ(run(kTwo + "+41780000003,Cleo\n"), kDone);
  ASSERT_EQ(fake.server.asked.size(), 7u);
  EXPECT_EQ(key_of(fake.server.asked[0]), key_of(fake.server.asked[2]));
  EXPECT_EQ(key_of(fake.server.asked[1]), key_of(fake.server.asked[3]));
  EXPECT_NE(key_of(fake.server.asked[0]), key_of(fake.server.asked[4]));
}

TEST_F(Import, WhoIsThereAlreadyIsNoFailure) {
  fake.server.on("POST /v1/callers", taken());
  EXPECT_EQ(run(kTwo), kDone);
  EXPECT_EQ(fake.out, "2 rows: 0 added, 2 already there, 0 failed\n");
}

TEST_F(Import, RowsThatFailAreListedWithTheirLineAndDoNotStopTheOthers) {
  fake.server.on("POST /v1/callers", R"({"detail":"timezone: write a time zone name"})", 422);
  fake.server.on("POST /v1/callers", R"({"detail":"stage: something else"})", 409);
  fake.server.on("POST /v1/callers", "boom", 500);
  fake.server.on("POST /v1/callers", kAdaJson, 201);
  EXPECT_EQ(run("number\n+41780000001\n\n+41780000002\nhello\n+41780000003\n+41780000004\n"),
            kRefused);
  EXPECT_EQ(fake.err,
            "line 2: the server answered 422: timezone: write a time zone name\n"
            "line 4: the server answered 409: stage: something else\n"
            "line 5: number: letters in a phone number: not an international phone number; write "
            "'+', country code and "
            "number, in digits\n"
            "line 6: the server answered 500\n");
  EXPECT_EQ(fake.out, "5 rows: 1 added, 0 already there, 4 failed\n");
}

TEST_F(Import, WhatWouldFailForEveryRowStopsIt) {
  fake.server.lose("POST /v1/callers", Code::kUnavailable);
  EXPECT_EQ(run(kTwo), kUnreachable);
  EXPECT_EQ(fake.server.asked.size(), 1u);
  EXPECT_NE(fake.err.find("stopped at line 2"), std::string::npos) << fake.err;
  fake.server.routes.clear();
  fake.server.on("POST /v1/callers", R"({"detail":"this key may not write"})", 403);
  EXPECT_EQ(run(kTwo), kRefused);
  EXPECT_EQ(fake.server.asked.size(), 2u);
}

TEST_F(Import, AServerThatOnlyFailsIsNotAskedForever) {
  fake.server.on("POST /v1/callers", "boom", 500);
  std::string file = "number\n";
  for (int i = 10; i < 60; ++i) file += "+417800000" + std::to_string(i) + "\n";
  EXPECT_EQ(run(file), kRefused);
  EXPECT_EQ(fake.server.asked.size(), 3u);
}

TEST_F(Import, AServerThatAsksForPatienceGetsIt) {
  fake.server.on("POST /v1/callers", FakeServer::Given{429, "{}", {{"Retry-After", "2"}}});
  fake.server.on("POST /v1/callers", kAdaJson, 201);
  EXPECT_EQ(run(kTwo), kDone);
  EXPECT_EQ(fake.waits, std::vector<Millis>{Millis(2000)});
  EXPECT_EQ(key_of(fake.server.asked[0]), key_of(fake.server.asked[1]));
}

TEST_F(Import, WhoOptedOutIsOptedOutAgain) {
  const std::string opt_out = std::string("POST /v1/callers/") + kAda + "/opt-out";
  fake.server.on("POST /v1/callers", kAdaJson, 201);
  fake.server.on("POST /v1/callers", taken());
  fake.server.on(opt_out, kAdaJson);
  EXPECT_EQ(run("number,opted_out_at\n+41780000001,2026-01-31T12:00:00Z\n"
                "+41780000002,2026-01-31T12:00:00Z\n+41780000003,\n"),
            kDone);
  EXPECT_EQ(fake.server.log(),
            (std::vector<std::string>{"POST /v1/callers", opt_out, "POST /v1/callers", opt_out,
                                      "POST /v1/callers"}));
  std::set<std::string> keys;
  for (const auto& request : fake.server.asked) keys.insert(key_of(request));
  EXPECT_EQ(keys.size(), 5u);
}

TEST_F(Import, ADryRunAsksNobody) {
  EXPECT_EQ(run(kTwo, true), kDone);
  EXPECT_EQ(fake.out, "2 rows, 0 of them wrong; nothing was sent\n");
  EXPECT_EQ(run("number\nhello\n", true), kRefused);
  EXPECT_TRUE(fake.server.asked.empty());
}

TEST_F(Import, AFileThatCannotBeReadIsRefused) {
  EXPECT_EQ(import_callers(fake.session, {.file = path("none.csv")}), kRefused);
  EXPECT_NE(fake.err.find("none.csv"), std::string::npos);
  EXPECT_EQ(run("numbr\n"), kRefused);
  EXPECT_NE(fake.err.find("people.csv: line 1"), std::string::npos) << fake.err;
}

TEST_F(Import, ABarIsDrawnOnATerminalAndTakenAwayAgain) {
  fake.session.terminal = true;
  fake.server.on("POST /v1/callers", kAdaJson, 201);
  EXPECT_EQ(run(kTwo), kDone);
  EXPECT_NE(fake.err.find(" 50 % (1 of 2)"), std::string::npos) << fake.err;
  EXPECT_TRUE(fake.err.ends_with("\r\033[K")) << fake.err;
}

TEST_F(Import, TellsMachinesTheSame) {
  fake.session.json = true;
  fake.server.on("POST /v1/callers", kAdaJson, 201);
  EXPECT_EQ(run("number\n+41780000001\nhello\n"), kRefused);
  EXPECT_EQ(fake.out,
            "{\"added\":1,\"already_there\":0,\"dry_run\":false,\"failed\":[{\"line\":3,\"reason\":"
            "\"number: letters in a phone number: not an international phone number; write '+', "
            "country code and number, in "
            "digits\"}],\"rows\":2}\n");
}

TEST_F(Import, AnExportHasEveryPageOldestFirst) {
  const std::string other = R"({"id":"clr_2","number":"+41780000002","context":{"b":"x,y"}})";
  fake.server.on("GET /v1/callers?limit=100", R"({"items":[)" + kAdaJson + R"(],"next":"clr_1"})");
  fake.server.on("GET /v1/callers?limit=100&before=clr_1",
                 R"({"items":[)" + other + R"(],"next":null})");
  EXPECT_EQ(export_callers(fake.session, {.file = path("out.csv"), .line = {}, .stage = {}}),
            kDone);
  const auto file = host::read_file(path("out.csv"), 10'000);
  ASSERT_TRUE(file);
  EXPECT_EQ(*file,
            "id,line,number,name,timezone,stage,consent_voice,consent_text,consent_source,"
            "consent_wording,consent_at,telegram_chat_id,opted_out_at,created_at,updated_at,"
            "context.b,context.plan,profile.hobbies,profile.intensity\r\n"
            "clr_2,,+41780000002,,,,,,,,,,,,,\"x,y\",,,\r\n" +
                std::string(kAda) +
                ",nikita,+41780000021,Ada,Europe/Zurich,new,yes,yes,signup form,v3,"
                "2026-11-22T13:18:31.570Z,42,,2026-11-22T13:18:31.570Z,2026-11-22T13:18:31.570Z,"
                ",gold,\"chess, baking\",3\r\n");
  const auto rights = std::filesystem::status(path("out.csv")).permissions();
  EXPECT_EQ(rights, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(Import, AnExportThatFailsLeavesNoFile) {
  fake.server.on("GET /v1/callers?limit=100", R"({"items":[{}],"next":"clr_1"})");
  fake.server.lose("GET /v1/callers?limit=100&before=clr_1", Code::kUnavailable);
  EXPECT_EQ(export_callers(fake.session, {.file = path("out.csv"), .line = {}, .stage = {}}),
            kUnreachable);
  EXPECT_FALSE(std::filesystem::exists(path("out.csv")));
}

}  // namespace
}  // namespace pl::cli
