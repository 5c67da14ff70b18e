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
  } else if (what == "damages" || what == "mends") {
    return damage(fed, what == "mends");
  } else if (what == "clock") {
    PL_TRY(const auto by, length_in(fed, "by"));
    if (!by) return fail(Code::kInvalid, "by=-1h is missing");
    world_.server.step_clock(*by);
  } else {
    return fail(Code::kInvalid, "no such thing befalls a server");
  }
  return {};
}

// "damages o1": nobody can read it; "damages o1 immutable": nobody can change it. What is neither
// an outreach, a call, a text nor a caller is a line, whose pause it is.
Result<void> Feeder::damage(const Fed& fed, bool mends) {
  PL_TRY(const std::string alias, word_in(fed, 2));
  const std::string meant = world_.narrator.meant(alias);
  const std::string id = meant.empty() ? alias : meant;
  ports::RowKey row{ports::Table::kPause, id};
  if (core::CallerId::parse(id)) row.table = ports::Table::kCaller;
  if (core::OutreachId::parse(id)) row.table = ports::Table::kOutreach;
  if (core::CallId::parse(id)) row.table = ports::Table::kCall;
  if (core::TextId::parse(id)) row.table = ports::Table::kText;
  Damage& damage = world_.store.damage();
  if (mends) {
    damage.mend(row);
    world_.auditor.mended(id);
    return {};
  }
  const bool immutable = fed.words.size() > 3 && fed.words[3] == "immutable";
  damage.harm(row, immutable ? Harm::kImmutable : Harm::kNonsense);
  if (!immutable) world_.auditor.damaged(id);
  return {};
}

}  // namespace pl::sim
