#include "cli/who_answered.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "../../tests/support/source_folder.h"
#include "cli/answer_score.h"
#include "cli/session.h"
#include "cli/transcripts_file.h"
#include "host/files.h"

namespace pl::cli {
namespace {

class WhoAnswered : public ::testing::Test {
 protected:
  int run(const std::string& lines, bool json = false) {
    const std::string file = ::testing::TempDir() + "transcripts.jsonl";
    std::ofstream(file, std::ios::binary) << lines;
    return who_answered({file, json}, {.out = [this](std::string_view text) { out += text; },
                                       .err = [this](std::string_view text) { err += text; }});
  }

  std::string out;
  std::string err;
};

std::string said(const std::string& id, const std::string& message, const std::string& more = "") {
  return R"({"id":")" + id + R"(","language":"en","turns":[{"role":"user","message":")" + message +
         R"("}])" + more + "}\n";
}

TEST_F(WhoAnswered, IsARowATranscript) {
  EXPECT_EQ(run("\xEF\xBB\xBF" + said("a", "Please leave a message.") + "\n" + said("b", "")),
            kDone);
  EXPECT_EQ(err, "");
  EXPECT_EQ(out.find("ID  ANSWER   EVIDENCE\na   mailbox  mailbox phrase: \"leave"), 0U) << out;
  EXPECT_NE(out.find("\nb   nobody   no word of theirs\n"), std::string::npos) << out;
}

TEST_F(WhoAnswered, IsALineOfJsonForMachines) {
  EXPECT_EQ(run(said("a", "..."), true), kDone);
  EXPECT_EQ(out, R"({"answer":"nobody","evidence":"no word of theirs","id":"a"})"
                 "\n");
}

TEST_F(WhoAnswered, ShowsWhatIsWrongAndHowManyAreRightWhereTheTruthIsKnown) {
  EXPECT_EQ(run(said("a", "...", R"(,"truth":"nobody")") + said("b", "", R"(,"truth":"menu")")),
            kDone);
  EXPECT_EQ(out,
            "ID  TRUTH  ANSWER  EVIDENCE\n"
            "b   menu   nobody  no word of theirs\n"
            "\n"
            "LANGUAGE  RIGHT  person  mailbox  screener  menu  nobody  unsure\n"
            "en        1/2    -       -        -         0/1   1/1     -\n"
            "all       1/2    -       -        -         0/1   1/1     -\n"
            "machines taken for a person: 0 of 1, 0.0 %\n"
            "persons taken for a machine: 0 of 0, 0.0 %\n"
            "persons called unsure: 0 of 0, 0.0 %\n"
            "machines called by their kind: 0 of 1, 0.0 %\n");
}

TEST_F(WhoAnswered, NamesEachLineThatCannotBeReadAndJudgesTheOthers) {
  EXPECT_EQ(run("{\n" + said("b", "") +
                    R"({"id":"c"})"
                    "\n"
                    R"({"id":"d","turns":{}})"
                    "\n"
                    R"({"id":"e","turns":[{"role":"caller"}]})"
                    "\n"
                    R"({"id":"f","turns":[],"truth":"robot"})"
                    "\n"
                    R"({"id":"g","turns":[],"duration_secs":-1})"
                    "\n"
                    R"({"turns":[]})",
                true),
            kRefused);
  EXPECT_EQ(out, R"({"answer":"nobody","evidence":"no word of theirs","id":"b"})"
                 "\n");
  EXPECT_EQ(err,
            "partyline who-answered: line 1: not JSON at byte 2\n"
            "partyline who-answered: line 3: /turns is missing\n"
            "partyline who-answered: line 4: /turns is not a list\n"
            "partyline who-answered: line 5: /turns/0/role is neither \"agent\" nor \"user\"\n"
            "partyline who-answered: line 6: /truth is none of person, mailbox, screener, menu, "
            "nobody, unsure\n"
            "partyline who-answered: line 7: /duration_secs is no length of a call\n"
            "partyline who-answered: line 8: /id is missing\n");
}

std::map<std::string, AnswerScore> scores(const std::string& name) {
  const auto file = (pl::testing::source_folder() / "tests/answers" / name).string();
  std::map<std::string, AnswerScore> by_language;
  for (const TranscriptLine& line : read_transcripts(*host::read_file(file, kTranscriptsBytes))) {
    const core::Transcript& transcript = line.read->transcript;
    by_language[transcript.language].count(*line.read->truth,
                                           core::judge_words(transcript).answerer);
  }
  return by_language;
}

// In percent; the last is the least, the others are the measures.
struct Measures {
  double machines_taken_for_persons;
  double persons_taken_for_machines;
  double persons_unsure;
  double machines_right;
};

void expect_within(const Measures& measures, const AnswerScore& score, const std::string& what) {
  EXPECT_LE(score.machines_taken_for_persons().percent(), measures.machines_taken_for_persons)
      << what;
  EXPECT_LE(score.persons_taken_for_machines().percent(), measures.persons_taken_for_machines)
      << what;
  EXPECT_LE(score.persons_unsure().percent(), measures.persons_unsure) << what;
  EXPECT_GE(score.machines_right().percent(), measures.machines_right) << what;
}

TEST(AnswersByWordsAlone, AreAsOftenRightAsIsPromised) {
  struct Case {
    const char* file;
    Measures all;
    Measures one_language;
  };
  for (const Case& tested : std::vector<Case>{
           {"given.jsonl", {2, 1, 8, 90}, {10, 0, 10, 85}},
           {"own.jsonl", {6, 1.5, 10, 75}, {10, 8, 15, 75}},
       }) {
    AnswerScore all;
    for (const auto& [language, score] : scores(tested.file)) {
      all.add(score);
      expect_within(tested.one_language, score, std::string(tested.file) + " " + language);
    }
    expect_within(tested.all, all, tested.file);
    EXPECT_GE(all.right().all, 240U);
  }
}

TEST_F(WhoAnswered, OfAFileThatIsNotThereIsRefused) {
  EXPECT_EQ(who_answered({"no-such-file", false},
                         {.out = [](std::string_view) {},
                          .err = [this](std::string_view text) { err += text; }}),
            kRefused);
  EXPECT_EQ(err, "partyline who-answered: no-such-file: No such file or directory\n");
}

}  // namespace
}  // namespace pl::cli
