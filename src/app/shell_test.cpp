#include "cli/shell.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "app/commands.h"
#include "cli/command_tree.h"
#include "cli/commands.h"
#include "play/commands.h"

namespace pl::app {
namespace {

using namespace cli;

struct Program {
  CLI::App app{"One phone number, many voices."};
  int exit_code = 0;

  Program() {
    app.require_subcommand(1);
    add_client_commands(app, exit_code);
    add_completion(app, exit_code);
    add_man(app, exit_code);
  }
};

// Everybody on the machine sees the command lines of all programs.
TEST(Shell, NoFlagTakesASecret) {
  Program program;
  add_serve(program.app, program.exit_code);
  add_sandbox(program.app, program.exit_code);
  add_demo(program.app, program.exit_code);
  int seen = 0;
  for (const CommandNode& node : all_commands(program.app)) {
    for (const CLI::Option* flag : flags(*node.app)) {
      for (const std::string& name : flag->get_lnames()) {
        ++seen;
        const bool names_a_file = name == "tls-key" || name.ends_with("-file");
        for (const char* secret : {"secret", "token", "password", "key"}) {
          EXPECT_TRUE(names_a_file || name.find(secret) == std::string::npos)
              << node.path << " --" << name;
        }
      }
    }
  }
  EXPECT_GT(seen, 60);
}

TEST(Shell, AFlagThatIsNoNumberOfItsRangeIsToldTheRange) {
  struct Case {
    std::vector<std::string> args;
    const char* said;
  };
  for (const Case& c : std::vector<Case>{
           {{"serve", "--port", "99999"}, "--port: Value 99999 not in range 0 to 65535"},
           {{"serve", "--port", "http"}, "--port: Value http not in range 0 to 65535"},
           {{"serve", "--keep-speech", "-1"},
            "--keep-speech: Value -1 not in range 1 to 36500; 0 keeps it until it is erased"},
           {{"serve", "--keep-history", "5"},
            "--keep-history: Value 5 not in range 31 to 36500; 0 keeps it until it is erased"},
           {{"sandbox", "--control-port", "-2"},
            "--control-port: Value -2 not in range 0 to 65535"},
           {{"simulate", "--seed", "-3"}, "--seed: -3 is not a whole number of 0 or more"},
           {{"simulate", "--seed", "18446744073709551616"},
            "--seed: 18446744073709551616 is not a whole number of 0 or more"},
           {{"journal", "--after", "1e3"}, "--after: 1e3 is not a whole number of 0 or more"}}) {
    Program program;
    add_serve(program.app, program.exit_code);
    add_sandbox(program.app, program.exit_code);
    play::add_simulate(program.app, program.exit_code);
    try {
      program.app.parse(std::vector<std::string>(c.args.rbegin(), c.args.rend()));
      ADD_FAILURE() << ::testing::PrintToString(c.args) << " was taken";
    } catch (const CLI::ParseError& error) {
      EXPECT_STREQ(error.what(), c.said);
    }
  }
}

TEST(Shell, TheFirstWordThatIsUnknownWhereItStandsIsNamedWithWhatWasMeant) {
  struct Case {
    std::vector<std::string> args;
    std::string unknown;
  };
  const Program program;
  const std::string no_stage =
      "`partyline callers list` has no flag `--stge`; "
      "did you mean `partyline callers list --stage`?";
  for (const Case& tested : std::vector<Case>{
           {{"callrs"}, "`partyline` has no command `callrs`; did you mean `partyline callers`?"},
           {{"callers", "lst"},
            "`partyline callers` has no command `lst`; did you mean `partyline callers list`?"},
           {{"callers", "list", "--stge", "new"}, no_stage},
           {{"callers", "list", "--stge=new"}, no_stage},
           {{"callers", "list", "--stage", "lst"}, ""},
           {{"callers", "add", "lst"}, ""},
           {{"outreaches", "--state", "waiting", "shwo"},
            "`partyline outreaches` has no command `shwo`; "
            "did you mean `partyline outreaches show`?"},
           {{"keys", "creat", "x"},
            "`partyline keys` has no command `creat`; did you mean `partyline keys create`?"},
           {{"help"}, "`partyline` has no command `help`; did you mean `partyline --help`?"},
           {{"zzzzzzzzz"}, "`partyline` has no command `zzzzzzzzz`"},
           {{"calls", "--zzzzzzzzz"}, "`partyline calls` has no flag `--zzzzzzzzz`"},
           {{"call", "--", "--plna"}, ""},
           {{}, ""},
       }) {
    SCOPED_TRACE(::testing::PrintToString(tested.args));
    EXPECT_EQ(unknown_word(program.app, tested.args), tested.unknown);
  }
}

TEST(Shell, EveryCommandAndFlagCanBeCompletedAndLookedUp) {
  const Program program;
  const std::string bash = completion_script(program.app, Shell::kBash);
  const std::string zsh = completion_script(program.app, Shell::kZsh);
  const std::string fish = completion_script(program.app, Shell::kFish);
  const auto commands = all_commands(program.app);
  EXPECT_GT(commands.size(), 30u);
  for (const CommandNode& node : commands) {
    SCOPED_TRACE(node.path);
    EXPECT_NE(bash.find("    '" + node.path + "') words="), std::string::npos);
    EXPECT_NE(zsh.find("    ('" + node.path + "') offered="), std::string::npos);
    for (const CLI::Option* flag : flags(*node.app)) {
      const std::string name = flag->get_lnames().front();
      EXPECT_NE(fish.find("'" + node.path + "'\" -l " + name), std::string::npos) << name;
    }
  }
  EXPECT_NE(bash.find("'bash zsh fish -h --help'"), std::string::npos) << "fixed values too";
}

TEST(Shell, TheManualPageIsTroffWhateverTheHelpHolds) {
  CLI::App app("Does -x");
  CLI::App* command = app.add_subcommand("go", ".starts with a dot\n'quote and \\back");
  command->add_option("--way", "Which-way");
  const std::string page = man_page(app, "1.0");
  EXPECT_NE(page.find("\n\\&.starts with a dot\n\\&'quote and \\eback\n"), std::string::npos);
  EXPECT_NE(page.find(".B \\-\\-way"), std::string::npos) << page;
  EXPECT_NE(page.find("Which\\-way"), std::string::npos);
  const Program program;
  const std::string whole = man_page(program.app, "1.0");
  for (const CommandNode& node : all_commands(program.app)) {
    if (node.app == &program.app) continue;
    std::string title = ".SS " + node.path;
    for (std::size_t at = 0; (at = title.find('-', at)) != std::string::npos; at += 2) {
      title.replace(at, 1, "\\-");
    }
    EXPECT_NE(whole.find(title), std::string::npos) << title;
  }
}

TEST(Shell, EveryCommandHasAnExampleAndEveryFlagIsExplained) {
  const Program program;
  for (const CommandNode& node : all_commands(program.app)) {
    SCOPED_TRACE(node.path);
    EXPECT_FALSE(node.app->get_description().empty());
    if (node.app->get_require_subcommand_min() == 0) {
      EXPECT_NE(node.app->get_footer().find("partyline "), std::string::npos);
    }
    for (const CLI::Option* flag : flags(*node.app)) {
      EXPECT_FALSE(flag->get_description().empty()) << flag->get_name();
    }
  }
}

TEST(Shell, AFlagThatMayBeRepeatedTakesOneValueAndNotWhatFollows) {
  Program program;
  struct Case {
    std::vector<std::string> args;
    std::string flag;
    std::vector<std::string> values;
  };
  for (const Case& tested : std::vector<Case>{
           {{"callers", "add", "--context", "a=b", "--context", "c=d", "+41780000001"},
            "--context",
            {"a=b", "c=d"}},
           {{"keys", "create", "--scopes", "read,write", "crm"}, "--scopes", {"read", "write"}},
           {{"endpoints", "add", "--events", "call.ended", "https://x"},
            "--events",
            {"call.ended"}}}) {
    SCOPED_TRACE(tested.flag);
    const CLI::App* command =
        program.app.get_subcommand(tested.args[0])->get_subcommand(tested.args[1]);
    // Without a key the command ends before it asks anybody.
    std::vector<std::string> reversed{"/nowhere/key", "--key-file"};
    reversed.insert(reversed.end(), tested.args.rbegin(), tested.args.rend());
    ::unsetenv("PARTYLINE_API_KEY");
    ::testing::internal::CaptureStderr();
    EXPECT_NO_THROW(program.app.parse(reversed));
    EXPECT_NE(::testing::internal::GetCapturedStderr().find("/nowhere/key"), std::string::npos);
    EXPECT_EQ(program.exit_code, 1);
    EXPECT_EQ(command->get_option(tested.flag)->results(), tested.values);
  }
}

TEST(Shell, WithoutAKeyACommandSaysWhereToGetOne) {
  ::unsetenv("PARTYLINE_API_KEY");
  Program program;
  ::testing::internal::CaptureStderr();
  program.app.parse("calls --key-file nowhere/partyline.db.key");
  EXPECT_EQ(program.exit_code, 1);
  EXPECT_EQ(::testing::internal::GetCapturedStderr(),
            "partyline calls: no API key: nowhere/partyline.db.key: No such file or directory\n"
            "`partyline serve` writes one beside its database: name that file with --key-file, "
            "or put a key into PARTYLINE_API_KEY.\n");
}

TEST(Shell, AWrongCommandLineExitsWith2AndHelpWith0) {
  Program program;
  play::add_simulate(program.app, program.exit_code);
  const auto code = [&](std::vector<std::string> args) {
    std::vector<std::string> reversed(args.rbegin(), args.rend());
    try {
      program.app.parse(reversed);
    } catch (const CLI::ParseError& error) {
      ::testing::internal::CaptureStdout();
      ::testing::internal::CaptureStderr();
      const int ended = end_of_parse(program.app, error, args);
      ::testing::internal::GetCapturedStdout();
      ::testing::internal::GetCapturedStderr();
      return ended;
    }
    return -1;
  };
  EXPECT_EQ(code({"--help"}), 0);
  EXPECT_EQ(code({"callers", "list", "--help"}), 0);
  EXPECT_EQ(code({}), 2);
  EXPECT_EQ(code({"callers"}), 2);
  EXPECT_EQ(code({"callers", "list", "--limit", "0"}), 2);
  EXPECT_EQ(code({"callers", "list", "--limit", "many"}), 2);
  EXPECT_EQ(code({"completion", "csh"}), 2);
  EXPECT_EQ(code({"journal", "--after", "-1"}), 2);
  EXPECT_EQ(code({"simulate", "--lifecycles", "5"}), 2) << "it means nothing without --prove";
  EXPECT_EQ(code({"simulate", "--prove", "--callers", "5"}), 2) << "it means nothing with --prove";
}

}  // namespace
}  // namespace pl::app
