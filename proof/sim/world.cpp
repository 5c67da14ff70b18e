#include "sim/world.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "sim/audit_words.h"
#include "sim/backends.h"
#include "sim/calamities.h"
#include "sim/erased.h"
#include "sim/fates.h"
#include "sim/initiations.h"
#include "sim/log_scan.h"
#include "sim/moments.h"
#include "sim/people.h"
#include "sim/product.h"
#include "sim/reports.h"
#include "sim/tweaks.h"

namespace pl::sim {
namespace {

using namespace std::chrono_literals;

constexpr Millis kTick = 100ms;
constexpr Millis kLongEnough = std::chrono::days(5);  // after the faults have stopped
constexpr Millis kDowntime = 2s;
constexpr Millis kVisit = 1min;
constexpr Millis kOperatorComes = 1min;

engine::Lines lines_of(core::Line line) {
  auto lines = engine::Lines::create({std::move(line)});
  PL_CHECK(lines.has_value());
  return *std::move(lines);
}

std::string in_words(const audit::JournalRow& entry) {
  std::string text = entry.kind;
  for (const auto& id : {entry.caller, entry.outreach, entry.call}) {
    if (id) text += " " + *id;
  }
  for (const auto& [key, value] : entry.details) text += fmt::format(" {}={}", key, value);
  return text;
}

class World {
 public:
  World(const Universe& universe, const Script& script, Coverage& coverage, const Trace& trace,
        Visitor* visitor, Recorder* recorder);
  Played play();

 private:
  void listen();
  void begin();
  void schedule(const Fact& fact);
  void heal();
  void visit();
  void last_look();
  void committed(const Written& written);
  Result<void> reopened(ports::Tx& tx);
  std::optional<UtcTime> next() const;
  void run_out();

  void tell(const std::string& what);

  const Script& script_;
  const Trace& trace_;
  Visitor* const visitor_;
  const engine::Lines lines_;
  VirtualTime time_;
  ServerClock clock_;
  Mortality mortality_;
  CountingEntropy entropy_;
  Platform platform_;
  Carrier carrier_;
  Messenger messenger_;
  std::unique_ptr<Backend> backend_;
  WatchedStore store_;
  audit::Auditor auditor_;
  Server server_;
  Stage stage_;
  Fates fates_;
  People people_;
  Product product_;
  Reports reports_;
  Moments moments_;
  Calamities calamities_;
  Millis downtime_ = kDowntime;
  Played played_;
};

World::World(const Universe& universe, const Script& script, Coverage& coverage, const Trace& trace,
             Visitor* visitor, Recorder* recorder)
    : script_(script),
      trace_(trace),
      visitor_(visitor),
      lines_(lines_of(tweaked(universe.line, script.tweaks))),
      time_(script.start),
      clock_(time_),
      platform_(time_, mortality_),
      carrier_(platform_, mortality_),
      messenger_(time_, mortality_),
      backend_(make_backend(script.store, script.seed)),
      store_(*backend_, time_, clock_, mortality_),
      auditor_(audit_words(lines_.all().front()), universe.zone_table,
               {.clock_steps = std::any_of(script.facts.begin(), script.facts.end(),
                                           [](const Fact& f) { return f.verb == Verb::kClock; }),
                .beyond_bounds = script.beyond_bounds}),
      server_({lines_, universe.facilities, time_, clock_, mortality_, store_, platform_,
               messenger_, script.carrier ? &carrier_ : nullptr, entropy_,
               [&coverage](core::OutreachState state, const core::OutreachEvent& event) {
                 coverage.stepped(state, event);
               }},
              kTick),
      stage_{.line = lines_.all().front(),
             .script = script,
             .facts = Facts(script),
             .time = time_,
             .clock = clock_,
             .platform = platform_,
             .server = server_,
             .auditor = auditor_,
             .coverage = coverage,
             .recorder = recorder},
      fates_(stage_),
      people_(stage_),
      product_(stage_),
      reports_(stage_),
      moments_(stage_),
      calamities_(stage_, store_, mortality_, fates_) {
  // Who watches looks from works of their own, and counts what they see.
  if (visitor_ == nullptr) store_.run_some_again(Random(~script.seed), entropy_);
  for (const Person& person : script.people) {
    stage_.people.push_back({.person = person, .number = person.number});
    stage_.by_number[person.number] = static_cast<int>(stage_.people.size());
  }
  for (const core::Tool& tool : stage_.line.tools) {
    platform_.known_tools[tool.name.text] = {"tool_" + tool.name.text};
  }
  listen();
}

void World::listen() {
  store_.on_commit = [this](const Written& written) { committed(written); };
  store_.on_doubt = [this](const Written& written) {
    auditor_.in_doubt(written.commit);
    if (stage_.recorder != nullptr) stage_.recorder->in_doubt(written);
  };
  store_.on_unreadable = [this](const ports::RowKey& row) { auditor_.met_damaged(row.id); };
  store_.on_reopen = [this](ports::Tx& tx) { return reopened(tx); };
  platform_.fate_of = [this](const ports::DialRequest& request) { return fates_.dial(request); };
  platform_.on_posted = [this](const Posted& posted) {
    moments_.posted(posted);
    if (visitor_ != nullptr) visitor_->posted(time_.now());
    if (trace_) tell("POST " + posted.request.call.text());
    auditor_.posted({posted.request.call.text(), posted.request.to.e164(),
                     audit_words(posted.request.initiation), posted.at});
    played_.hash = fingerprint(posted.request.call.text()) ^ (played_.hash * 31);
  };
  platform_.on_begin = [this](const Conversation& began) {
    if (trace_) {
      tell(fmt::format("{} {} of person {}", began.inbound ? "call-in" : "ring",
                       began.report.conversation.text,
                       began.number ? stage_.person_with(began.number->e164()) : 0));
    }
    auditor_.rings({began.report.conversation.text,
                    began.report.call ? began.report.call->text() : "",
                    began.number ? std::optional(began.number->e164()) : std::nullopt,
                    began.inbound, began.began});
  };
  platform_.on_ring = [this](Conversation& ringing) { people_.ring(ringing); };
  platform_.on_over = [this](const Conversation& over) {
    if (trace_) tell("over " + over.report.conversation.text + " " + over.report.failure);
    auditor_.over({over.report.conversation.text, fates_.end_of(over), over.picked_up.has_value(),
                   time_.now()});
    if (over.report.failure == kStopped) stage_.coverage.sometimes(Sometimes::kRingStopped);
    people_.over(over);
    reports_.over(over);
  };
  platform_.on_forgotten = [this](const Conversation& gone) {
    if (trace_) tell("forgets " + gone.report.conversation.text);
    auditor_.forgotten(gone.report.conversation.text);
  };
  messenger_.fate_of = [this](const Messenger::Sent& sent) { return fates_.text(sent); };
  messenger_.on_sent = [this](const Messenger::Sent& sent) {
    played_.hash = fingerprint(sent.body) ^ (played_.hash * 31);
    const std::string outreach = moments_.outreach_of_text(sent.address);
    if (sent.fate.arrives) auditor_.text_arrived({outreach, sent.at});
  };
  server_.on_death = [this] {
    tell("the server died");
    moments_.died();
    time_.after(downtime_, [this] {
      if (server_.is_up()) return;
      tell("the server starts");
      if (stage_.recorder != nullptr) stage_.recorder->server("starts");
      server_.start();
      stage_.last_trouble = time_.now();
    });
  };
}

void World::tell(const std::string& what) {
  if (trace_) trace_(fmt::format("{}  {}", format_utc(time_.now()), what));
}

void World::committed(const Written& written) {
  auditor_.committed(written.commit);
  if (stage_.recorder != nullptr) stage_.recorder->committed(written);
  played_.lifecycles += moments_.committed(written);
  for (const audit::JournalRow& entry : written.commit.journal) {
    if (trace_) tell("  " + in_words(entry) + "  (" + written.commit.cause + ")");
    played_.hash =
        (fingerprint(entry.kind) + static_cast<std::uint64_t>(to_ms(written.commit.at))) ^
        (played_.hash * 31);
  }
}

// What a store that lost its power still holds is the auditor's to judge.
Result<void> World::reopened(ports::Tx& tx) {
  constexpr std::size_t kAll = 1'000'000;
  std::vector<audit::CallerRow> callers;
  std::vector<audit::OutreachRow> outreaches;
  std::vector<audit::CallRow> calls;
  for (const PersonState& them : stage_.people) {
    const auto id = core::CallerId::parse(them.id);
    std::optional<core::Caller> caller;
    if (id) {
      PL_TRY(caller, tx.caller(*id));
    } else {
      const auto number = core::PhoneNumber::from_e164(them.number);
      PL_TRY(caller, tx.caller_by_number(stage_.line.name, *number));
    }
    if (!caller) continue;
    callers.push_back(audit_words(*caller));
    PL_TRY(const auto theirs, tx.outreaches({.caller = caller->id, .limit = kAll}));
    for (const core::Outreach& one : theirs) outreaches.push_back(audit_words(one));
  }
  PL_TRY(const auto all, tx.calls({.caller = {}, .live = {}, .limit = kAll}));
  for (const core::Call& call : all) calls.push_back(audit_words(call));
  auditor_.reopened(callers, outreaches, calls);
  return {};
}

void World::begin() {
  server_.start();
  for (int person = 1; person <= static_cast<int>(stage_.people.size()); ++person) {
    product_.introduce(person);
  }
  if (stage_.recorder != nullptr) stage_.recorder->begin(stage_);
  for (const Fact& fact : script_.facts) schedule(fact);
  time_.at(stage_.at(script_.heals), [this] { heal(); });
  if (visitor_ != nullptr) time_.after(kVisit, [this] { visit(); });
}

void World::visit() {
  if (server_.is_up()) {
    server_.engine().run(
        ports::Priority::kRoutine,
        [this](engine::Turn& turn) { return visitor_->minute(time_.now(), turn.tx); },
        [](const Result<void>&) {});
  }
  // The last thing that happens must not be that somebody looks.
  if (next()) time_.after(kVisit, [this] { visit(); });
}

void World::last_look() {
  std::vector<std::string> callers;
  for (const PersonState& them : stage_.people) callers.push_back(them.id);
  server_.engine().run(
      ports::Priority::kRoutine,
      [this, callers](engine::Turn& turn) -> Result<void> {
        PL_DO(look_for_erased(stage_, turn.tx));
        return visitor_ == nullptr ? Result<void>() : visitor_->end(callers, turn.tx);
      },
      [](const Result<void>&) {});
  server_.settle();
}

void World::schedule(const Fact& fact) {
  const auto at = [&](std::function<void()> happening) {
    time_.at(stage_.at(fact.at), [this, &fact, happening = std::move(happening)] {
      if (trace_) tell(format(fact));
      happening();
    });
  };
  switch (fact.verb) {
    case Verb::kApi:
      return at([this, &fact] {
        stage_.fault(fact);
        product_.perform(fact);
      });
    case Verb::kCallIn:
      if (fact.how != How::kAt) return;
      return at([this, &fact] {
        const std::string stranger = "+417899" + std::to_string(10000 + fact.nth);
        people_.call_in(fact.caller,
                        fact.caller == 0 ? stranger : stage_.state_of(fact.caller).number, fact);
      });
    case Verb::kAttack:
      return at([this, &fact] { reports_.attack(fact); });
    case Verb::kPlatform:
      return at([this, &fact] { calamities_.platform(fact); });
    case Verb::kStore:
      return at([this, &fact] { calamities_.store(fact); });
    case Verb::kServer:
      return at([this, &fact] {
        if (!server_.is_up()) return;
        stage_.fault(fact);
        downtime_ = fact.length > 0ms ? fact.length : kDowntime;
        if (stage_.recorder != nullptr) stage_.recorder->server_dies(fact);
        if (fact.count > 0) return mortality_.die_at(fact.count);
        server_.kill();
      });
    case Verb::kClock:
      return at([this, &fact] {
        stage_.fault(fact);
        stage_.coverage.sometimes(fact.length > 0ms ? Sometimes::kClockForward
                                                    : Sometimes::kClockBackward);
        if (stage_.recorder != nullptr) stage_.recorder->clock(fact.length);
        server_.step_clock(fact.length);
      });
    case Verb::kRing:
    case Verb::kTalk:
    case Verb::kReport:
    case Verb::kTool:
    case Verb::kDial:
    case Verb::kText:
      return;
  }
}

void World::heal() {
  calamities_.heal();
  time_.after(kOperatorComes, [this] { product_.resolve_everything(); });
}

std::optional<UtcTime> World::next() const {
  const auto planned = time_.next();
  const auto pump = server_.next();
  if (!planned || !pump) return planned ? planned : pump;
  return std::min(*planned, *pump);
}

// Until nothing is due any more; but a paused line is looked at every day, for ever.
void World::run_out() {
  const UtcTime limit = stage_.at(script_.heals) + kLongEnough;
  for (auto at = next(); at; at = next()) {
    if (*at > limit) return;
    time_.move_to(*at);
    while (const auto happening = time_.take_due()) {
      happening();
      server_.drain();
    }
    server_.settle();
  }
}

Played World::play() {
  const LogScan log;
  begin();
  run_out();
  if (server_.is_up()) last_look();
  auditor_.quiet(stage_.at(script_.heals), time_.now());
  for (const std::string& leak : log.leaks()) stage_.complain("INV-27", "a log line: " + leak);
  played_.violations = auditor_.violations();
  played_.violations.insert(played_.violations.end(), stage_.complaints.begin(),
                            stage_.complaints.end());
  played_.transactions = static_cast<std::uint64_t>(store_.works());
  played_.span = std::chrono::duration_cast<Millis>(time_.now() - script_.start);
  return std::move(played_);
}

}  // namespace

Played play(const Universe& universe, const Script& script, Coverage& coverage, const Trace& trace,
            Visitor* visitor, Recorder* recorder) {
  return World(universe, script, coverage, trace, visitor, recorder).play();
}

}  // namespace pl::sim
