#include "cli/check.h"

#include "cli/line_folders_test.h"

namespace pl::cli {
namespace {

using line::testing::Folder;

class CheckCommand : public LineFolders {
 protected:
  int run(const std::vector<std::string>& folders, bool json = false) {
    return check({folders, json},
                 {.find_zone = find_zone,
                  .environment = [this](const std::string& name) -> std::optional<std::string> {
                    const auto found = environment.find(name);
                    if (found == environment.end()) return std::nullopt;
                    return found->second;
                  },
                  .out = [this](std::string_view text) { out += text; },
                  .err = [this](std::string_view text) { err += text; }});
  }

  std::map<std::string, std::string> environment;
  std::string out;
  std::string err;
};

TEST_F(CheckCommand, SaysWhatIsWrongAndGoesOnToTheNextFolder) {
  const std::string bad = write("bad", Folder().change("version: 1", "version: 2"));
  const std::string good = write("good", Folder());
  environment["TELEGRAM_BOT_TOKEN"] = "1:x";
  EXPECT_EQ(run({bad, good}), 1);
  EXPECT_EQ(out,
            bad + "/line.yaml:1: version: 2 is out of range; write a whole number from 1 to 1\n" +
                bad + ": 1 thing(s) to mend\n" + good +
                ": good. Line \"desk\": 2 personas, 3 scenes, 2 plans, 1 profile fields.\n");
  EXPECT_EQ(err, "");
}

TEST_F(CheckCommand, TellsAGoodLineWhatItLacksInTheEnvironment) {
  const std::string good = write("good", Folder()
                                             .change("agent_1", "\"${AGENT}\"")
                                             .change("phnum_1", "\"${PHONE}\"")
                                             .change("text: [telegram]", "text: [telegram, sms]"));
  environment = {{"PHONE", "phnum_1"}, {"TWILIO_ACCOUNT_SID", "AC1"}};
  EXPECT_EQ(run({good}), 0);
  EXPECT_EQ(err,
            "not set here, and `serve` needs:\n"
            "  AGENT: named in line.yaml\n"
            "  TELEGRAM_BOT_TOKEN: line `desk` has `telegram` under `text:`; take it off there if "
            "nobody is to be written to over it\n"
            "  TWILIO_AUTH_TOKEN: line `desk` has `sms` under `text:`; take it off there if nobody "
            "is to be written to over it\n");
}

TEST_F(CheckCommand, WarnsOfAGoodLineThatMayLackWords) {
  const std::string good = write("good", Folder().change(", \"Hello {{name}}.\"", ""));
  EXPECT_EQ(run({good}), 0);
  EXPECT_EQ(out, good +
                     "/line.yaml:22: scenes.talk.openings: warning: none can be said to who has no "
                     "value for {{city}}, and a built-in sentence stands in; add one that does "
                     "without it\n" +
                     good +
                     ": good. Line \"desk\": 2 personas, 3 scenes, 2 plans, 1 profile fields.\n");
}

TEST_F(CheckCommand, SpeaksToMachines) {
  const std::string bad = write("bad", Folder().change("version: 1\n", ""));
  const std::string good = write("good", Folder());
  EXPECT_EQ(run({bad, good}, true), 1);
  EXPECT_EQ(
      out,
      R"({"complaints":[{"file":")" + bad +
          R"(/line.yaml","key":"version","line":1,"remedy":"write `version: 1` as the first )"
          R"(line","wrong":"missing"}],"good":false,"unset":[{"folder":")" +
          good +
          R"(","variable":"TELEGRAM_BOT_TOKEN","why":"line `desk` has `telegram` under )"
          R"(`text:`; take it off there if nobody is to be written to over it"}],"warnings":[]})"
          "\n");
  EXPECT_EQ(err, "");
}

}  // namespace
}  // namespace pl::cli
