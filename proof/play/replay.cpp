#include "play/replay.h"

#include <fmt/format.h>

#include <memory>

#include "cli/session.h"
#include "host/files.h"
#include "play/commands.h"
#include "play/simulation.h"
#include "sim/journey/player.h"

namespace pl::play {
namespace {

constexpr std::size_t kJourneyBytes = 4 * 1024 * 1024;

struct ReplayOptions {
  std::string file;
  std::string lines = "lines";
  bool json = false;
};

// Takes the first line off `rest`; empty where there is none.
std::optional<std::string_view> next_line(std::string_view& rest) {
  if (rest.empty()) return std::nullopt;
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

wire::Json text_or_null(const std::optional<std::string>& text) {
  return text ? wire::Json{*text} : wire::Json{};
}

std::string shown(const std::optional<std::string>& line) {
  return line.value_or("(nothing more)");
}

void print_verdict(const std::string& file, const Replay& replay) {
  if (replay.is_as_expected()) fmt::print(stderr, "{}: it happens as it says\n", file);
  if (const auto& difference = replay.difference) {
    fmt::print(stderr, "{}:{}: something else happens now\n  it says:  {}\n  now:      {}\n", file,
               difference->line, shown(difference->expected), shown(difference->now));
  }
  for (const std::string& broken : replay.broken) {
    fmt::print(stderr, "{}: a promise was broken: {}\n", file, broken);
  }
}

Result<bool> run(const ReplayOptions& options) {
  PL_TRY(const std::string journey, host::read_file(options.file, kJourneyBytes));
  auto played = replay(journey, options.lines);
  if (!played) return fail(played.error().code, options.file + ": " + played.error().message);
  if (options.json) {
    fmt::print("{}\n", wire::write_json(view(*played)));
  } else {
    fmt::print("{}", played->transcript);
    std::fflush(stdout);
    print_verdict(options.file, *played);
  }
  return played->is_as_expected();
}

}  // namespace

std::optional<LineDifference> first_difference(std::string_view expected, std::string_view now) {
  for (std::size_t line = 1; !expected.empty() || !now.empty(); ++line) {
    const auto before = next_line(expected);
    const auto after = next_line(now);
    if (before != after) {
      return LineDifference{line, before ? std::optional<std::string>(*before) : std::nullopt,
                            after ? std::optional<std::string>(*after) : std::nullopt};
    }
  }
  return std::nullopt;
}

Result<Replay> replay(std::string_view journey, const std::string& lines_folder) {
  const std::string zone_folder = host::ZoneFiles::usual_folder();
  PL_TRY(const auto zone_files, host::ZoneFiles::open(zone_folder));
  const host::PhoneNumbers phone_numbers;
  const sim::CachedZones zones(*zone_files);
  const sim::CachedNumbers numbers(phone_numbers);
  PL_TRY(const auto zone_table, audit::ZoneTable::load(zone_folder));
  const sim::JourneyUniverse universe{[&](const std::string& name) {
                                        return simulated_line(lines_folder + "/" + name,
                                                              *zone_files);
                                      },
                                      {zones, numbers},
                                      *zone_table};
  PL_TRY(auto played, sim::play_journey(journey, universe));
  auto difference = first_difference(journey, played.text);
  return Replay{std::move(played.text), std::move(played.broken), std::move(difference)};
}

wire::Json view(const Replay& replay) {
  using wire::Json;
  Json difference;
  if (replay.difference) {
    difference =
        Json{Json::Members{{"line", Json{static_cast<std::int64_t>(replay.difference->line)}},
                           {"expected", text_or_null(replay.difference->expected)},
                           {"now", text_or_null(replay.difference->now)}}};
  }
  Json::List broken;
  for (const std::string& one : replay.broken) broken.push_back(Json{one});
  return Json{Json::Members{{"as_expected", Json{replay.is_as_expected()}},
                            {"broken", Json{std::move(broken)}},
                            {"difference", std::move(difference)},
                            {"transcript", Json{replay.transcript}}}};
}

void add_replay(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<ReplayOptions>();
  CLI::App* command = program.add_subcommand(
      "replay", "Play a journey file in virtual time, and compare it with what it says");
  command->add_option("file", options->file, "A .call file (tests/journeys/README.md)")->required();
  command->add_option("--lines", options->lines, "Where the line folders are")
      ->capture_default_str();
  command->add_flag("--json", options->json, "For machines");
  command->footer(
      "Example:\n  partyline replay tests/journeys/callback-busy-then-answered.call\n\n"
      "Prints the whole file with what happens now. Exits with 1 when that is not what the file\n"
      "says, or when a promise was broken. Nobody is rung.");
  command->callback([options, &exit_code] {
    const auto as_expected = run(*options);
    exit_code = as_expected && *as_expected ? cli::kDone : cli::kRefused;
    if (!as_expected) fmt::print(stderr, "partyline replay: {}\n", as_expected.error().message);
  });
}

}  // namespace pl::play
