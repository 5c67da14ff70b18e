// partyline demo
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>

#include "app/commands.h"
#include "app/demo_story.h"
#include "app/stop_signal.h"

namespace pl::app {
namespace {

struct DemoOptions {
  bool once = false;
  std::string line = "lines/nikita";
  std::string folder = ".run";
};

bool print_expectations(const std::vector<Expectation>& expectations) {
  fmt::print("\n");
  for (const Expectation& expectation : expectations) {
    fmt::print("  {}  {}\n", expectation.held ? "ok    " : "BROKEN", expectation.what);
    if (!expectation.held) fmt::print("          instead: {}\n", expectation.instead);
  }
  const auto held = std::count_if(expectations.begin(), expectations.end(),
                                  [](const Expectation& one) { return one.held; });
  fmt::print("\n{} of {} expectations held.\n", held, expectations.size());
  return held == static_cast<std::ptrdiff_t>(expectations.size());
}

void print_what_to_try(const Stage& stage, const std::string& zone) {
  fmt::print(R"TRY(
Party Line keeps serving at {0}, against the sandbox. In another terminal:

  KEY="Authorization: Bearer $(cat {1})"

  # who would she be to Mila, and why?
  curl -s -H "$KEY" '{0}/v1/route?from=%2B{5}'
  # everything that happened
  curl -s -H "$KEY" '{0}/v1/journal?after=0'
  # somebody new, who declines the first callback
  curl -s {2}/sandbox/people -d '{{"number":"{6}","name":"Ada","behaviours":["answer","decline","answer"]}}'
  ADA=$(curl -s -H "$KEY" {0}/v1/callers -d '{{"number":"{6}","name":"Ada","timezone":"{4}",
    "consent":{{"voice":true,"text":true,"source":"me"}}}}' | grep -o 'clr_[a-z0-9]*' | head -1)
  curl -s -H "$KEY" -X POST {0}/v1/callers/$ADA/onboarding
  # a minute later: how it went
  curl -s -H "$KEY" "{0}/v1/calls?caller=$ADA"
  # the truth, as the phone network saw it
  curl -s {2}/sandbox/ledger

Logs and the database are in {3}/. Ctrl-C stops everything.
)TRY",
             stage.server_url, stage.key_file, stage.sandbox_url, stage.folder, zone,
             demo_number(stage.line.line, 1).substr(1), demo_number(stage.line.line, 3));
  std::fflush(stdout);
}

Result<bool> demo(const DemoOptions& options) {
  PL_TRY(DemoLine line, load_demo_line(options.line));
  fmt::print(
      "Party Line, with a sandbox in place of ElevenLabs, the phone network and Telegram.\n"
      "The delays are real; the people talk fast. It takes under {:g} minutes.\n\n",
      std::ceil(std::chrono::duration<double, std::ratio<30>>(longest_story(line)).count()) / 2);
  std::fflush(stdout);
  PL_TRY(Stage stage, set_stage(std::move(line), options.folder, kDemoChat));
  Timeline timeline(stage);
  PL_TRY(const auto expectations, play_story(stage, timeline));
  const bool held = print_expectations(expectations);
  if (options.once) return held;
  PL_TRY(const std::string zone, midday_zone());
  print_what_to_try(stage, zone);
  wait_for_stop_signal();
  return held;
}

}  // namespace

void add_demo(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<DemoOptions>();
  CLI::App* command = program.add_subcommand(
      "demo", "Play a new caller's whole journey in the sandbox, then keep serving");
  command->add_flag("--once", options->once,
                    "Exit after the story: 0 when every expectation held, else 1");
  command->add_option("--line", options->line, "The line folder")->capture_default_str();
  command->add_option("--folder", options->folder, "For the database and logs; emptied first")
      ->capture_default_str();
  command->footer(
      "Example:\n  partyline demo --once\n\nIf it fails to start: the logs are in the "
      "folder, .run/ by default.");
  command->callback([options, &exit_code] {
    hold_stop_signals();
    const auto held = demo(*options);
    if (held && *held) return;
    if (!held) fmt::print(stderr, "partyline demo: {}\n", held.error().message);
    exit_code = 1;
  });
}

}  // namespace pl::app
