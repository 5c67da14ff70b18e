#include "sim/journey/fate_words.h"
#include "sim/journey/feeder.h"

namespace pl::sim {
namespace {

using namespace std::chrono_literals;

Result<int> number_in(const Fed& fed, const std::string& key, const std::string& otherwise) {
  const std::string text = value_in(fed, key, otherwise);
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || text.size() > 6) return fail(Code::kInvalid, key + " is no number");
  return std::atoi(text.c_str());
}

}  // namespace

Result<void> Feeder::server(const Fed& fed) {
  using Death = JourneyWorld::Death;
  PL_TRY(const std::string what, word_in(fed, 1));
  PL_TRY(const auto length, length_in(fed, "for"));
  if (what == "crashes") {
    world_.downtime = length;
    world_.server.kill();
  } else if (what == "starts") {
    world_.start_server();
  } else if (what == "dies") {
    PL_TRY(const int at, number_in(fed, "at", ""));
    world_.downtime = length;
    world_.mortality.die_at(at);
  } else if (what == "dies-before-post") {
    world_.plan_death(Death::kBeforePost);
  } else if (what == "dies-after-post") {
    world_.plan_death(Death::kAfterPost);
  } else if (what == "dies-before-commit") {
    world_.plan_death(Death::kBeforeCommit);
  } else if (what == "loses-database" || what == "finds-database") {
    world_.store.set_down(what == "loses-database");
  } else if (what == "holds-database") {
    world_.server.hold_store(length.value_or(0ms));
  } else if (what == "fails-write") {
    PL_TRY(const int n, number_in(fed, "n", "1"));
    world_.store.fail_write(n);
  } else if (what == "doubts") {
    PL_TRY(const std::string how, word_in(fed, 2));
    if (how != "kept" && how != "lost") return fail(Code::kInvalid, "kept, or lost");
    world_.store.doubt_next(how == "kept");
  } else if (what == "clock") {
    PL_TRY(const auto by, length_in(fed, "by"));
    if (!by) return fail(Code::kInvalid, "by=-1h is missing");
    world_.server.step_clock(*by);
  } else {
    return fail(Code::kInvalid, "no such thing befalls a server");
  }
  return {};
}

}  // namespace pl::sim
