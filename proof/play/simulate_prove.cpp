#include "play/simulate_prove.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <fstream>

#include "host/files.h"
#include "play/planted_bugs.h"
#include "play/simulation.h"
#include "sim/prove.h"
#include "sim/shrink.h"
#include "wire/json.h"

namespace pl::play {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

Result<sim::ProveOptions> options_from(const ProveCommand& command) {
  sim::ProveOptions options;
  options.first_seed = command.seed;
  options.lifecycles = command.minutes > 0 ? UINT64_MAX : command.lifecycles;
  if (command.worlds > 0) options.worlds = command.worlds;
  if (command.people > 0) options.people = command.people;
  options.keep_going = command.keep_going;
  options.canary = command.canary;
  if (command.store == "any") return options;
  for (const auto kind :
       {sim::StoreKind::kMemory, sim::StoreKind::kSqlite, sim::StoreKind::kCrashDisk}) {
    if (text_of(kind) == command.store) options.store = kind;
  }
  if (!options.store) return fail(Code::kInvalid, "--store: memory, sqlite, crash-disk or any");
  return options;
}

// The command as it was meant, with every option that changes what is played.
std::string in_full(const ProveCommand& command) {
  std::string text =
      fmt::format("partyline simulate --prove --line {} --seed {}", command.line, command.seed);
  if (command.worlds > 0) {
    text += fmt::format(" --worlds {}", command.worlds);
  } else if (command.minutes > 0) {
    text += fmt::format(" --minutes {}", command.minutes);
  } else {
    text += fmt::format(" --lifecycles {}", command.lifecycles);
  }
  if (command.store != "any") text += " --store " + command.store;
  if (command.people > 0) text += fmt::format(" --people {}", command.people);
  if (!command.bug.empty()) text += " --bug " + command.bug;
  if (command.canary) text += " --canary";
  return text;
}

// The one command that plays this world again.
std::string repeat(ProveCommand command, std::uint64_t seed) {
  command.seed = seed;
  command.worlds = 1;
  return in_full(command);
}

// A reader that goes away, as `head` does, is no reason to stop.
void print_line(const std::string& line) {
  std::fputs((line + "\n").c_str(), stdout);
}

void print_violations(const std::vector<audit::Violation>& violations) {
  for (const audit::Violation& one : violations) {
    fmt::print("  {} {} {}\n", one.invariant, format_utc(one.at), one.what);
  }
}

void tell_broken(const Simulation& simulation, const ProveCommand& command,
                 const sim::Broken& broken) {
  fmt::print("BROKEN by seed {} ({})\n", broken.seed, format(broken.knobs));
  print_violations(broken.violations);
  fmt::print("  again: {} --trace\n", repeat(command, broken.seed));
  if (command.canary) return;
  constexpr int kPlays = 3000;
  const auto shrunk = sim::shrink(simulation.universe(), broken.script, kPlays, nullptr);
  fmt::print("The shortest script of {} plays that breaks it still:\n\n{}\n", shrunk.plays,
             format(shrunk.script));
  print_violations(shrunk.violations);
  if (!command.journey.empty()) write_journey(simulation, shrunk.script, command.journey);
}

Result<bool> play_script(const Simulation& simulation, const ProveCommand& command) {
  constexpr std::size_t kScriptBytes = 64 * 1024 * 1024;
  PL_TRY(const std::string text, host::read_file(command.script, kScriptBytes));
  const auto script = sim::parse_script(text);
  if (!script) return fail(Code::kInvalid, command.script + ": " + script.error().message);
  sim::Coverage coverage;
  const sim::Trace trace = command.trace ? sim::Trace(print_line) : nullptr;
  const sim::Played played = sim::play(simulation.universe(), *script, coverage, trace);
  print_violations(played.violations);
  fmt::print("hash {:016x}, {} lifecycles\n", played.hash, played.lifecycles);
  if (!command.journey.empty()) write_journey(simulation, *script, command.journey);
  return played.violations.empty();
}

bool trace_first(const Simulation& simulation, const sim::ProveOptions& options) {
  const sim::Script script =
      sim::make_script(options.first_seed, sim::knobs_of(options.first_seed, options),
                       simulation.universe().line.calling.countries,
                       sim::zones_to_draw(simulation.universe().zone_table));
  fmt::print("{}\n", format(script));
  sim::Coverage coverage;
  const sim::Played played = sim::play(simulation.universe(), script, coverage, print_line);
  print_violations(played.violations);
  return played.violations.empty();
}

std::string as_json(const sim::Proof& proof, double seconds) {
  using wire::Json;
  const auto number = [](std::uint64_t value) { return Json{static_cast<std::int64_t>(value)}; };
  Json::List broken;
  for (const sim::Broken& one : proof.broken) {
    Json::List violations;
    for (const audit::Violation& violation : one.violations) {
      violations.push_back(Json{Json::Members{{"invariant", Json{violation.invariant}},
                                              {"at", Json{format_utc(violation.at)}},
                                              {"what", Json{violation.what}}}});
    }
    broken.push_back(Json{Json::Members{{"seed", number(one.seed)},
                                        {"knobs", Json{format(one.knobs)}},
                                        {"violations", Json{std::move(violations)}}}});
  }
  Json::List never;
  for (const sim::Sometimes point : proof.coverage.never()) {
    never.push_back(Json{std::string(text_of(point))});
  }
  return wire::write_json(
      Json{Json::Members{{"worlds", number(proof.worlds)},
                         {"lifecycles", number(proof.lifecycles)},
                         {"transactions", number(proof.transactions)},
                         {"seconds", Json{seconds}},
                         {"hash", Json{fmt::format("{:016x}", proof.hash)}},
                         {"pairs_reached", number(proof.coverage.pairs_reached())},
                         {"pairs_reachable", number(proof.coverage.reachable_pairs())},
                         {"never", Json{std::move(never)}},
                         {"broken", Json{std::move(broken)}}}});
}

void print_coverage(const sim::Proof& proof, bool whole) {
  const sim::Coverage& coverage = proof.coverage;
  if (whole) {
    fmt::print("\n{}\n{}\n{}\n", coverage.points_table(), coverage.pairs_table(),
               coverage.faults_table());
  }
  fmt::print("Moments that came up: {} of {}; steps of the outreach machine: {} of {} pairs.\n",
             sim::kSometimes - coverage.never().size(), sim::kSometimes, coverage.pairs_reached(),
             coverage.reachable_pairs());
  for (const sim::Sometimes point : coverage.never()) fmt::print("  never: {}\n", text_of(point));
  for (const std::string& pair : coverage.pairs_missing()) fmt::print("  never: {}\n", pair);
}

void print_proof(const sim::Proof& proof, double seconds) {
  const double days = static_cast<double>(proof.span.count()) / 86'400'000.0;
  fmt::print(
      "{} worlds, {} lifecycles, {} transactions, {:.0f} days of virtual time in {:.1f} s: {:.0f} "
      "lifecycles a second\nhash {:016x}, {} broken\n",
      proof.worlds, proof.lifecycles, proof.transactions, days, seconds,
      static_cast<double>(proof.lifecycles) / std::max(seconds, 1e-9), proof.hash,
      proof.broken.size());
}

}  // namespace

void add_prove_options(CLI::App& command, ProveCommand& options) {
  const auto add = [&](const char* name, auto& target, const char* what) {
    return command.add_option(name, target, what)->group(kWithProve);
  };
  const auto flag = [&](const char* name, bool& target, const char* what) {
    command.add_flag(name, target, what)->group(kWithProve);
  };
  command.add_flag("--prove", options.prove, "Many small worlds under every fault, audited");
  add("--lifecycles", options.lifecycles, "At least so many outreaches, from birth to end")
      ->capture_default_str();
  add("--worlds", options.worlds, "Exactly so many worlds instead");
  add("--minutes", options.minutes, "As many as fit into so many minutes instead");
  add("--people", options.people, "So many people in every world, instead of 1 to 200");
  add("--store", options.store, "memory, sqlite, crash-disk, or any of them")
      ->capture_default_str();
  add("--script", options.script, "Play this script instead of those that seeds make");
  add("--journey", options.journey, "Write what broke a promise as a journey file");
  add("--bug", options.bug, "Plant a bug; \"all\": one after the other, until each is caught");
  flag("--canary", options.canary, "Break a promise in one world of a hundred, on purpose");
  flag("--keep-going", options.keep_going, "After a broken promise too");
  flag("--trace", options.trace, "Tell everything that happens in the first world");
  flag("--table", options.table, "The whole coverage");
}

Result<bool> prove(const ProveCommand& command) {
  PL_TRY(const sim::ProveOptions options, options_from(command));
  PL_TRY(const auto simulation, Simulation::open(command.line));
  if (command.bug == "all") return catch_every_bug(*simulation, options);
  PL_DO(plant(command.bug));
  if (!command.script.empty()) return play_script(*simulation, command);
  if (command.trace) return trace_first(*simulation, options);
  if (!command.json) {
    const bool one = options.worlds == 1U;
    fmt::print("{}{}\n", in_full(command),
               one ? ": " + format(sim::knobs_of(options.first_seed, options))
                   : "; the knobs of each world are drawn from its seed");
  }
  const auto start = Clock::now();
  auto told = start;
  const bool terminal = ::isatty(STDERR_FILENO) != 0;
  const sim::Proof proof =
      sim::prove(simulation->universe(), options, [&](const sim::Proof& so_far) {
        if (terminal && Clock::now() - told > std::chrono::milliseconds(200)) {
          told = Clock::now();
          fmt::print(stderr, "\r{} worlds, {} lifecycles, {} broken ", so_far.worlds,
                     so_far.lifecycles, so_far.broken.size());
        }
        return command.minutes <= 0 || seconds_since(start) < command.minutes * 60;
      });
  if (terminal) fmt::print(stderr, "\r\033[K");
  const double seconds = seconds_since(start);
  if (command.json) {
    fmt::print("{}\n", as_json(proof, seconds));
    return proof.broken.empty();
  }
  for (const sim::Broken& one : proof.broken) tell_broken(*simulation, command, one);
  print_proof(proof, seconds);
  if (options.worlds != 1U) print_coverage(proof, command.table);
  return proof.broken.empty();
}

}  // namespace pl::play
