#include "cli/diff.h"

#include "cli/fake_server_test.h"
#include "cli/line_folders_test.h"
#include "cli/route.h"

namespace pl::cli {
namespace {

using line::testing::Folder;

const char* const kLines = "GET /v1/lines";
const char* const kFirstPage = "GET /v1/callers?line=desk&limit=100";

// A caller of the directory, as the server lists them.
std::string listed(const std::string& last_digit, const std::string& stage,
                   const std::string& outreaches = "[]") {
  return R"({"id":"clr_01m81qfvzn9wp1fmbn6jq8b91)" + last_digit + R"(","number":"+4178000002)" +
         last_digit + R"(","stage":")" + stage + R"(","outreaches":)" + outreaches + "}";
}

class Directory : public LineFolders {
 protected:
  Directory() {
    fake.server.on(kLines, R"({"items":[{"name":"desk"}]})");
    fake.server.on(kFirstPage, R"({"items":[)" + listed("1", "onboarded") + "," +
                                   listed("2", "closed") +
                                   R"(],"next":"clr_01m81qfvzn9wp1fmbn6jq8b912"})");
    fake.server.on(std::string(kFirstPage) + "&before=clr_01m81qfvzn9wp1fmbn6jq8b912",
                   R"({"items":[)" +
                       listed("3", "closed", R"([{"scene":"talk","fulfilled_by_call_in":true}])") +
                       R"(],"next":null})");
    before = write("before", Folder());
    after = write("after", Folder().change("  - {scene: talk}",
                                           "  - {when: {stage: closed}, scene: safe}\n"
                                           "  - {scene: talk}"));
  }

  int run(DiffOptions options) { return diff(fake.session, options, find_zone); }

  FakeSession fake;
  std::string before;
  std::string after;
};

TEST_F(Directory, OfWhomNobodyMeetsAnotherSceneIsNoDifference) {
  EXPECT_EQ(run({.before = before, .after = before}), kDone);
  EXPECT_EQ(fake.out,
            "0 of 3 callers would meet another scene; nobody who is new to the line would\n");
}

TEST_F(Directory, IsReadPageByPageAndOnlyThoseWhoChangeAreShown) {
  EXPECT_EQ(run({.before = before, .after = after}), kDiffers);
  EXPECT_EQ(fake.out,
            "ID                              NUMBER     STAGE   SCENE         WHY\n"
            "clr_01m81qfvzn9wp1fmbn6jq8b912  +417***22  closed  talk -> safe  always "
            "(line.yaml:26) -> stage: closed (line.yaml:26)\n"
            "1 of 3 callers would meet another scene; nobody who is new to the line would\n");
  EXPECT_EQ(fake.err, "");
  EXPECT_EQ(fake.server.asked.size(), 3U);
}

TEST_F(Directory, IsToldOfStrangersAndNewCallersToo) {
  const std::string closed = write(
      "closed", Folder()
                    .change("{caller: unknown}, scene: safe", "{caller: unknown}, scene: talk")
                    .change("  - {scene: talk}", "  - {scene: safe}"));
  EXPECT_EQ(run({.before = before, .after = closed, .numbers = Numbers::kWhole}), kDiffers);
  EXPECT_NE(fake.out.find("a stranger    -          safe -> talk"), std::string::npos) << fake.out;
  EXPECT_NE(fake.out.find("a new caller  new        talk -> safe"), std::string::npos) << fake.out;
  EXPECT_NE(fake.out.find("+41780000021"), std::string::npos) << fake.out;
  EXPECT_EQ(fake.out.find("+41780000023"), std::string::npos)
      << "an outreach promises her the scene";
  EXPECT_NE(fake.out.find("2 of 3 callers would meet another scene; so would people who are new"),
            std::string::npos)
      << fake.out;
}

TEST_F(Directory, IsComparedForMachines) {
  fake.session.json = true;
  EXPECT_EQ(run({.before = before, .after = after}), kDiffers);
  EXPECT_EQ(fake.out,
            R"j({"callers":3,"changed_callers":1,"changes":[{"after":{"scene":"safe",)j"
            R"j("why":"stage: closed (line.yaml:26)"},"before":{"scene":"talk",)j"
            R"j("why":"always (line.yaml:26)"},"who":{"id":"clr_01m81qfvzn9wp1fmbn6jq8b912",)j"
            R"j("stage":"closed","who":"+417***22"}}]})j"
            "\n");
}

TEST_F(Directory, WithoutAServerIsOneCallerOfEachStage) {
  EXPECT_EQ(run({.before = before, .after = after, .offline = true}), kDiffers);
  EXPECT_EQ(fake.out,
            "ID  NUMBER    STAGE   SCENE         WHY\n"
            "-   a caller  closed  talk -> safe  always (line.yaml:26) -> stage: closed "
            "(line.yaml:26)\n"
            "1 of 6 kinds of caller would meet another scene\n");
  EXPECT_TRUE(fake.server.asked.empty());
}

TEST_F(Directory, KnowsNobodyUnderAnotherName) {
  const std::string renamed = write("renamed", Folder().change("line: desk", "line: counter"));
  EXPECT_EQ(run({.before = before, .after = renamed}), kDiffers);
  EXPECT_NE(fake.out.find("3 of 3 callers would meet another scene; so would"), std::string::npos)
      << fake.out;
  EXPECT_EQ(fake.err,
            "the two are called differently: under the second, nobody is known any more\n");
}

TEST_F(Directory, OfALineThatTheServerDoesNotHaveIsRefused) {
  const std::string other = write("other", Folder().change("line: desk", "line: counter"));
  EXPECT_EQ(run({.before = other, .after = other}), kRefused);
  EXPECT_EQ(fake.err, "partyline diff: the server has no line `counter`; it has desk\n");
}

TEST_F(Directory, OfABrokenFolderIsRefusedWithItsComplaints) {
  const std::string broken = write("broken", Folder().change("version: 1\n", ""));
  EXPECT_EQ(run({.before = before, .after = broken}), kRefused);
  EXPECT_EQ(fake.err, "partyline diff: " + broken + " is not a good line\n" + broken +
                          "/line.yaml:1: version: missing; write `version: 1` as the first line\n");
}

TEST_F(Directory, OfAServerThatIsAwayHintsAtTheOtherWay) {
  fake.server.routes[kLines].clear();
  fake.server.lose(kLines, Code::kUnavailable);
  EXPECT_EQ(run({.before = before, .after = after}), kUnreachable);
  EXPECT_NE(fake.err.find("Without a server: partyline diff --offline\n"), std::string::npos);
}

TEST_F(Directory, IsRoutedAsAWhole) {
  EXPECT_EQ(route_all(fake.session, {.folder = after}, find_zone), kDone);
  EXPECT_EQ(
      fake.out,
      "ID                              NUMBER        STAGE      SCENE  RULE\n"
      "-                               a stranger    -          safe   caller: unknown "
      "(line.yaml:25)\n"
      "-                               a new caller  new        talk   always (line.yaml:27)\n"
      "clr_01m81qfvzn9wp1fmbn6jq8b911  +417***21     onboarded  talk   always (line.yaml:27)\n"
      "clr_01m81qfvzn9wp1fmbn6jq8b912  +417***22     closed     safe   stage: closed "
      "(line.yaml:26)\n"
      "clr_01m81qfvzn9wp1fmbn6jq8b913  +417***23     closed     talk   an open outreach "
      "promises it\n"
      "3 callers: safe 1, talk 2\n");
}

}  // namespace
}  // namespace pl::cli
