// Plays every .call file of this folder and compares what happened with what it says.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/check.h"
#include "host/icu_zones.h"
#include "host/phone_numbers.h"
#include "line/load.h"
#include "script.h"
#include "transcript.h"
#include "world.h"

namespace pl::journeys {
namespace {

const std::filesystem::path kRoot = PARTYLINE_SOURCE_DIR;

const host::IcuZones& zones() {
  static const host::IcuZones made;
  return made;
}

const host::PhoneNumbers& numbers() {
  static const host::PhoneNumbers made;
  return made;
}

engine::Lines load_lines(const std::string& name) {
  const std::map<std::string, std::string> environment{
      {"ELEVENLABS_AGENT_ID", "agent_nikita"}, {"ELEVENLABS_PHONE_NUMBER_ID", "phnum_nikita"}};
  const auto find = [&](const std::string& variable) -> std::optional<std::string> {
    const auto found = environment.find(variable);
    return found == environment.end() ? std::nullopt : std::optional(found->second);
  };
  auto loaded = line::load(line::folder_sources(
      kRoot / "lines" / name, find, [](std::string_view zone) { return zones().exists(zone); }));
  if (!loaded) throw std::runtime_error(line::format(loaded.error().front()));
  auto lines = engine::Lines::create({*std::move(loaded)});
  PL_CHECK(lines.has_value());
  return *std::move(lines);
}

std::string show(const core::OutreachResult& result) {
  const std::string via(text_of(result.via));
  std::string text = fmt::format("{{\"success\":{},\"retries\":{}", result.success, result.retries);
  if (!result.error.empty()) text += fmt::format(",\"error\":\"{}\"", result.error);
  return text + (via.empty() ? ",\"via\":null}" : fmt::format(",\"via\":\"{}\"}}", via));
}

// The final rows, and what the outside saw.
struct Ending {
  std::vector<core::Outreach> outreaches;
  std::vector<core::Call> calls;
};

Ending read_ending(World& world) {
  Ending ending;
  world.run<Ending>(
      [](engine::Turn& turn) -> Result<Ending> {
        Ending read;
        PL_TRY(read.calls, turn.tx.calls({.caller = {}, .live = {}, .limit = 1000}));
        std::set<core::CallerId> callers;
        PL_TRY(const auto entries, turn.tx.journal(0, 1000));
        for (const auto& entry : entries) {
          if (entry.caller) callers.insert(*entry.caller);
        }
        for (const core::CallerId& caller : callers) {
          PL_TRY(const auto outreaches, turn.tx.outreaches(caller, 100));
          read.outreaches.insert(read.outreaches.end(), outreaches.begin(), outreaches.end());
        }
        return read;
      },
      [&](Result<Ending> read) {
        if (read) ending = *std::move(read);
      });
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  std::sort(ending.calls.begin(), ending.calls.end(), by_id);
  std::sort(ending.outreaches.begin(), ending.outreaches.end(), by_id);
  return ending;
}

void tell_ending(World& world, const Ending& ending) {
  Narrator& narrator = world.narrator;
  for (const core::Outreach& outreach : ending.outreaches) {
    std::string state(text_of(outreach.state));
    if (outreach.brief) state += " brief";
    if (!outreach.text_confirmed) state += " unconfirmed";
    if (!outreach.cancelled_by.empty()) state += " by=" + outreach.cancelled_by;
    narrator.end(
        narrator.shorten(fmt::format("outreach {} {} {} {}", outreach.id.text(),
                                     outreach.plan.name.text, state, show(result_of(outreach)))));
  }
  for (const core::Call& call : ending.calls) {
    const auto verdict = call.verdict ? text_of(*call.verdict) : "unjudged";
    narrator.end(
        narrator.shorten(fmt::format("call {} {} {} {} {}", call.id.text(), call.scene.text,
                                     call.persona.text, state_of(call), verdict)));
  }
  const auto& conversations = world.platform.conversations();
  const auto rings = std::count_if(conversations.begin(), conversations.end(),
                                   [](const Conversation& one) { return !one.inbound; });
  narrator.end(fmt::format("ledger rings={} inbound={} texts={}", rings,
                           conversations.size() - static_cast<std::size_t>(rings),
                           world.telegram.delivered()));
}

struct Played {
  std::string text;
  std::vector<std::string> broken;
};

Played play(const std::string& source) {
  const auto transcript = parse_transcript(source);
  if (!transcript) throw std::runtime_error(transcript.error().message);
  const engine::Lines lines = load_lines(transcript->line);
  World world({lines, zones(), numbers()}, transcript->start);
  Script script(world);
  world.start_server();
  for (const CallerLine& caller : transcript->callers) script.register_caller(caller);
  world.narrating = true;
  for (const Fed& fed : transcript->fed) {
    world.run_until(transcript->start + fed.at);
    world.narrator.fed(fed.source);
    try {
      script.perform(fed);
    } catch (const std::runtime_error& fault) {
      // Most likely something did not happen: what did is the best explanation.
      throw std::runtime_error(world.narrator.written() + fault.what());
    }
    world.run_until(world.time.now());
  }
  if (!world.run_out()) world.audit.broke("something goes on for days");
  if (!world.is_up()) throw std::runtime_error("the server must be up at the end");
  const Ending ending = read_ending(world);
  tell_ending(world, ending);
  world.audit.finish(ending.outreaches, world.telegram.sent().size());
  return {transcript->head + world.narrator.written(), world.audit.broken()};
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

class Journey : public ::testing::Test {
 public:
  explicit Journey(std::filesystem::path path) : path_(std::move(path)) {}

  void TestBody() override {
    const std::string expected = read_file(path_);
    Played played;
    try {
      played = play(expected);
    } catch (const std::exception& fault) {
      FAIL() << path_.filename() << ": " << fault.what();
    }
    for (const std::string& broken : played.broken) ADD_FAILURE() << broken;
    const char* const golden = std::getenv("PARTYLINE_GOLDEN");
    if (golden != nullptr && std::string_view(golden) == "write") {
      std::ofstream(path_) << played.text;
      return;
    }
    EXPECT_EQ(played.text, expected)
        << "PARTYLINE_GOLDEN=write rewrites the file; read the difference before you commit it";
  }

 private:
  std::filesystem::path path_;
};

// "busy-then-answered.call" becomes Journey.busy_then_answered: a '-' would be a filter's minus.
bool register_journeys() {
  std::vector<std::filesystem::path> paths;
  for (const auto& file : std::filesystem::directory_iterator(kRoot / "tests" / "journeys")) {
    if (file.path().extension() == ".call") paths.push_back(file.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::string name = path.stem();
    std::replace(name.begin(), name.end(), '-', '_');
    ::testing::RegisterTest("Journey", name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                            [path]() -> Journey* { return new Journey(path); });
  }
  return !paths.empty();
}

const bool kRegistered = register_journeys();

TEST(Journeys, AreFound) {
  EXPECT_TRUE(kRegistered);
}

}  // namespace
}  // namespace pl::journeys
