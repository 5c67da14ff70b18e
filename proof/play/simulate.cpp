// partyline simulate
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <memory>

#include "cli/command_tree.h"
#include "play/commands.h"
#include "play/habits_file.h"
#include "play/simulate_prove.h"
#include "play/simulation.h"
#include "sim/report/html.h"
#include "sim/report/json.h"
#include "sim/report/terminal.h"
#include "sim/simulate_week.h"

namespace pl::play {
namespace {

constexpr const char* kWithoutProve = "Without --prove";

struct WeekCommand {
  std::string line = "lines/nikita";
  std::string habits;
  std::string html = "simulation.html";
  int callers = 1000;
  int days = 7;
  std::uint64_t seed = 1;
  std::string start;
  bool json = false;
};

// A bar on a terminal; nothing where the output goes elsewhere.
class Bar {
 public:
  void show(double done) {
    const auto now = std::chrono::steady_clock::now();
    if (::isatty(STDERR_FILENO) == 0 || now - shown_ < std::chrono::milliseconds(100)) return;
    shown_ = now;
    constexpr int kWidth = 40;
    const int full = static_cast<int>(done * kWidth);
    std::string bar;
    for (int i = 0; i < kWidth; ++i) bar += i < full ? "█" : "░";
    fmt::print(stderr, "\r{} {:3.0f} %", bar, done * 100);
    std::fflush(stderr);
  }
  void clear() const {
    if (::isatty(STDERR_FILENO) != 0) fmt::print(stderr, "\r\033[K");
  }

 private:
  std::chrono::steady_clock::time_point shown_{};
};

Result<sim::Habits> read_habits(const std::string& path, const Simulation& simulation) {
  if (path.empty()) return sim::Habits{};
  auto habits = load_habits(path, simulation.find_zone());
  if (habits) return *std::move(habits);
  for (const line::Complaint& one : habits.error()) fmt::print(stderr, "{}\n", line::format(one));
  return fail(Code::kInvalid, path + " cannot be used");
}

Result<bool> simulate_week(const WeekCommand& command) {
  PL_TRY(const auto simulation, Simulation::open(command.line));
  PL_TRY(const sim::Habits habits, read_habits(command.habits, *simulation));
  sim::WeekOptions options{command.callers, command.days, command.seed, {}};
  const auto start = parse_utc(command.start);
  if (!start) return fail(Code::kInvalid, "--start: write 2026-01-31T00:00:00Z");
  options.start = *start;
  if (!command.json) {
    fmt::print("partyline simulate --line {} --callers {} --days {} --seed {} --start {}{}\n",
               command.line, command.callers, command.days, command.seed, command.start,
               command.habits.empty() ? "" : " --habits " + command.habits);
  }
  Bar bar;
  const sim::Week week = sim::simulate_week(simulation->universe(), habits, options,
                                            [&](double done) { bar.show(done); });
  bar.clear();
  const auto summary = sim::report::summarize(week, simulation->zones());
  fmt::print("{}",
             command.json ? sim::report::json(summary) + "\n" : sim::report::terminal(summary));
  if (!command.html.empty()) {
    std::ofstream file(command.html);
    file << sim::report::html(summary);
    if (!file.flush()) return fail(Code::kUnavailable, command.html + " cannot be written");
    if (!command.json) fmt::print("\nThe same with plots: {}\n", command.html);
  }
  for (const std::string& one : week.violations) fmt::print(stderr, "BROKEN {}\n", one);
  return week.violations.empty();
}

void add_week_options(CLI::App& command, WeekCommand& options) {
  const auto add = [&](const char* name, auto& target, const char* what) {
    return command.add_option(name, target, what)->group(kWithoutProve)->capture_default_str();
  };
  command.add_option("--line", options.line, "The line folder")->capture_default_str();
  add("--callers", options.callers, "How many people are onboarded")->check(CLI::Range(1, 100'000));
  add("--days", options.days, "Over how many days")->check(CLI::Range(1, 366));
  add("--start", options.start, "When the first day begins")->default_val("2026-03-02T00:00:00Z");
  add("--habits", options.habits, "How people behave; see docs/guides/habits.yaml");
  add("--html", options.html, "Where the page with plots goes; empty: nowhere");
  command.add_flag("--json", options.json, "For machines");
}

// A flag of the other kind of simulation would change nothing, and nobody would notice.
void refuse_other_flags(const CLI::App& command, bool proves) {
  for (const CLI::Option* option : cli::flags(command)) {
    if (option->count() == 0) continue;
    const std::string& group = option->get_group();
    if (!proves && group == kWithProve) throw CLI::RequiresError(option->get_name(), "--prove");
    if (proves && group == kWithoutProve) throw CLI::ExcludesError("--prove", option->get_name());
  }
}

}  // namespace

void add_simulate(CLI::App& program, int& exit_code) {
  auto week = std::make_shared<WeekCommand>();
  auto proof = std::make_shared<ProveCommand>();
  CLI::App* command = program.add_subcommand(
      "simulate", "Play a week of callers with your line, or every fault against the promises");
  command->add_option("--seed", week->seed, "The same seed gives the same world")
      ->check(CLI::Validator(cli::whole_number, ""))
      ->capture_default_str();
  add_week_options(*command, *week);
  add_prove_options(*command, *proof);
  command->footer(
      "Examples:\n"
      "  partyline simulate --line lines/nikita --callers 10000 --days 7\n"
      "  partyline simulate --prove --lifecycles 100000 --seed 1\n"
      "  partyline simulate --prove --seed 4711 --worlds 1 --trace\n\n"
      "Nothing is dialled and nobody is texted: it all takes place in memory.\n"
      "Exits with 1 when a promise was broken.");
  command->callback([command, week, proof, &exit_code] {
    refuse_other_flags(*command, proof->prove);
    spdlog::set_level(spdlog::level::off);
    proof->seed = week->seed;
    proof->line = week->line;
    proof->json = week->json;
    const auto kept = proof->prove ? prove(*proof) : simulate_week(*week);
    if (kept && *kept) return;
    if (!kept) fmt::print(stderr, "partyline simulate: {}\n", kept.error().message);
    exit_code = 1;
  });
}

}  // namespace pl::play
