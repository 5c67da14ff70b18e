#include "sim/journey/journey_world.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "sim/audit_words.h"
#include "sim/backends.h"
#include "sim/fates.h"
#include "sim/tweaks.h"

namespace pl::sim {
namespace {

constexpr Millis kStoryEndsBy = std::chrono::days(5);
constexpr std::size_t kAll = 1'000'000;

engine::Lines only(core::Line line) {
  auto lines = engine::Lines::create({std::move(line)});
  PL_CHECK(lines.has_value());
  return *std::move(lines);
}

bool steps_clock(const Transcript& transcript) {
  return std::any_of(transcript.fed.begin(), transcript.fed.end(), [](const Fed& fed) {
    return fed.words.size() > 1 && fed.words[0] == "server" && fed.words[1] == "clock";
  });
}

}  // namespace

JourneyWorld::JourneyWorld(const core::Line& line, const Facilities& facilities,
                           const audit::ZoneTable& zone_table, const Transcript& transcript)
    : lines_(only(tweaked(line, transcript.tweaks))),
      time(transcript.start),
      clock(time),
      platform(time, mortality),
      carrier(platform, mortality),
      messenger(time, mortality),
      backend(make_backend(transcript.store, transcript.seed)),
      store(*backend, time, clock, mortality),
      auditor(audit_words(lines_.all().front()), zone_table,
              {.clock_steps = steps_clock(transcript), .beyond_bounds = transcript.beyond_bounds}),
      server({lines_, facilities, time, clock, mortality, store, platform, messenger,
              transcript.carrier ? &carrier : nullptr, entropy, nullptr},
             transcript.tick),
      narrator(line, time, transcript.start),
      start_(transcript.start),
      tick_(transcript.tick) {
  for (const core::Tool& tool : line.tools) {
    platform.known_tools[tool.name.text] = {"tool_" + tool.name.text};
  }
  listen_to_store();
  listen_to_platform();
}

void JourneyWorld::listen_to_store() {
  store.on_commit = [this](const Written& written) {
    auditor.committed(written.commit);
    committed(written);
    if (narrating) narrator.committed(written);
  };
  store.on_doubt = [this](const Written& written) {
    auditor.in_doubt(written.commit);
    committed(written);
    if (narrating) narrator.in_doubt(written);
  };
  store.on_unreadable = [this](const ports::RowKey& row) { auditor.met_damaged(row.id); };
  store.on_reopen = [this](ports::Tx& tx) { return reopened(tx); };
  server.on_death = [this] {
    if (!downtime) return;
    time.follows_after(*downtime, [this] { start_server(); });
  };
}

void JourneyWorld::committed(const Written& written) {
  for (const audit::CallerRow& row : written.commit.callers) callers.insert(row.id);
  for (const audit::TextRow& row : written.commit.texts) {
    if (row.state == "sending") texting_[row.caller] = row.outreach;
  }
  for (const audit::JournalRow& entry : written.commit.journal) {
    journal.push_back(format_offset(time.now() - start_) + " " + entry.kind);
  }
}

// What a store that lost its power still holds is the auditor's to judge.
Result<void> JourneyWorld::reopened(ports::Tx& tx) {
  std::vector<audit::CallerRow> rows;
  std::vector<audit::OutreachRow> outreaches;
  std::vector<audit::CallRow> calls;
  for (const std::string& id : callers) {
    PL_TRY(const auto caller, tx.caller(*core::CallerId::parse(id)));
    if (!caller) continue;
    rows.push_back(audit_words(*caller));
    PL_TRY(const auto theirs, tx.outreaches({.caller = caller->id, .limit = kAll}));
    for (const core::Outreach& one : theirs) outreaches.push_back(audit_words(one));
  }
  PL_TRY(const auto all, tx.calls({.caller = {}, .live = {}, .limit = kAll}));
  for (const core::Call& call : all) calls.push_back(audit_words(call));
  auditor.reopened(rows, outreaches, calls);
  return {};
}

void JourneyWorld::listen_to_platform() {
  platform.on_dial = [this] {
    if (death_ != Death::kBeforePost) return;
    death_.reset();
    narrator.happened("crash before the POST");
    mortality.die();
  };
  platform.fate_of = [this](const ports::DialRequest&) { return dials.take(); };
  platform.on_posted = [this](const Posted& posted) {
    auditor.posted({posted.request.call.text(), posted.request.to.e164(),
                    audit_words(posted.request.initiation), posted.at});
    narrator.dial(posted);
    if (death_ == Death::kAfterPost) {
      narrator.happened("crash after the POST, before its reply");
      mortality.die();
    } else if (death_ == Death::kBeforeCommit) {
      narrator.happened("crash after the reply, before its commit");
      mortality.die_at(3);  // the reply, the work that takes it in, its commit
    }
    death_.reset();
  };
  platform.on_begin = [this](const Conversation& began) {
    auditor.rings({began.report.conversation.text,
                   began.report.call ? began.report.call->text() : "",
                   began.number ? std::optional(began.number->e164()) : std::nullopt, began.inbound,
                   began.began});
  };
  platform.on_over = [this](const Conversation& over) {
    auditor.over({over.report.conversation.text, Fates::end_of(over), over.picked_up.has_value(),
                  time.now()});
  };
  platform.on_forgotten = [this](const Conversation& gone) {
    narrator.happened("forgets " + gone.report.conversation.text);
    auditor.forgotten(gone.report.conversation.text);
  };
  messenger.fate_of = [this](const Messenger::Sent&) { return texts.take(); };
  messenger.on_sent = [this](const Messenger::Sent& sent) {
    narrator.text(sent);
    if (!sent.fate.arrives) return;
    ++texts_arrived;
    auditor.text_arrived({texting_[addresses_[sent.address]], sent.at});
  };
}

void JourneyWorld::start_server() {
  if (server.is_up()) return;
  server.start();
  server.drain();
}

std::optional<UtcTime> JourneyWorld::next() const {
  const auto planned = time.next();
  const auto pump = server.next();
  if (!planned || !pump) return planned ? planned : pump;
  return std::min(*planned, *pump);
}

void JourneyWorld::run_until(UtcTime until, std::optional<int> order) {
  while (time.now() < until) {
    finish_instant();
    const auto at = next();
    time.move_to(at ? std::min(*at, until) : until);
  }
  if (order) return follow_until(*order);
  if (tick_ > Millis(0)) return follow();
  do {
    finish_instant();
  } while (next() && *next() <= until);
}

void JourneyWorld::follow_until(int order) {
  while (time.followed() < order) {
    const int before = time.followed();
    if (const auto happening = time.take_due()) {
      happening();
      server.drain();
    } else {
      server.settle();
      if (time.followed() == before) return;  // there is no more
    }
  }
}

void JourneyWorld::follow() {
  while (const auto happening = time.take_due()) {
    happening();
    server.drain();
  }
}

void JourneyWorld::finish_instant() {
  follow();
  server.settle();
}

void JourneyWorld::run_out() {
  const UtcTime limit = time.now() + kStoryEndsBy;
  while (true) {
    finish_instant();
    const auto at = next();
    if (!at || *at > limit) return;
    time.move_to(*at);
  }
}

std::vector<std::string> JourneyWorld::broken() const {
  std::vector<std::string> all;
  for (const audit::Violation& one : auditor.violations()) {
    all.push_back(
        fmt::format("{} at {}: {}", one.invariant, format_offset(one.at - start_), one.what));
  }
  all.insert(all.end(), complaints_.begin(), complaints_.end());
  return all;
}

}  // namespace pl::sim
