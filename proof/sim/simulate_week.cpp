#include "sim/simulate_week.h"

#include <algorithm>

namespace pl::sim {
namespace {

class Diary final : public Visitor {
 public:
  Diary(Week& week, const core::LineName& line, UtcTime last,
        const std::function<void(double)>& progress)
      : week_(week), line_(line), last_(last), progress_(progress) {}

  Result<void> minute(UtcTime now, ports::Tx& tx) override {
    constexpr std::size_t kMany = 1'000'000;
    // Those whose time has come, and whom something on the line keeps waiting.
    PL_TRY(const auto blocked, tx.blocked_outreaches(line_, kMany));
    PL_TRY(const int live, tx.live_calls(line_, now));
    const auto due = std::count_if(blocked.begin(), blocked.end(),
                                   [&](const core::Outreach& one) { return one.due <= now; });
    week_.samples.push_back({now, static_cast<int>(due), live});
    if (progress_) {
      const double span = static_cast<double>((last_ - week_.from).count());
      progress_(std::min(1.0, static_cast<double>((now - week_.from).count()) / span));
    }
    return {};
  }

  Result<void> end(const std::vector<std::string>& callers, ports::Tx& tx) override {
    constexpr std::size_t kMany = 10'000'000;
    for (const std::string& text : callers) {
      const auto id = core::CallerId::parse(text);
      if (!id) continue;
      PL_TRY(auto caller, tx.caller(*id));
      if (caller) week_.callers.push_back(*std::move(caller));
      PL_TRY(auto outreaches, tx.outreaches({.caller = *id, .limit = kMany}));
      for (core::Outreach& one : outreaches) {
        PL_TRY(auto texts, tx.texts_of(one.id));
        week_.texts.insert(week_.texts.end(), texts.begin(), texts.end());
        week_.outreaches.push_back(std::move(one));
      }
    }
    PL_TRY(week_.calls, tx.calls({.caller = {}, .live = {}, .limit = kMany}));
    for (core::Call& call : week_.calls) call.transcript.clear();
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    std::sort(week_.callers.begin(), week_.callers.end(), by_id);
    std::sort(week_.outreaches.begin(), week_.outreaches.end(), by_id);
    std::sort(week_.calls.begin(), week_.calls.end(), by_id);
    return {};
  }

  void posted(UtcTime at) override { week_.posts.push_back(at); }

 private:
  Week& week_;
  const core::LineName& line_;
  UtcTime last_;
  const std::function<void(double)>& progress_;
};

}  // namespace

Week simulate_week(const Universe& universe, const Habits& habits, const WeekOptions& options,
                   const std::function<void(double)>& progress) {
  Week week{.line = universe.line};
  week.seed = options.seed;
  week.from = options.start;
  week.days = options.days;
  week.price_per_minute = habits.price_per_minute;
  week.currency = habits.currency;
  const Script script = make_week_script(universe, habits, options);
  Diary diary(week, universe.line.name, options.start + std::chrono::days(options.days), progress);
  Coverage coverage;
  const Played played = play(universe, script, coverage, nullptr, &diary);
  week.until = options.start + played.span;
  for (const audit::Violation& one : played.violations) {
    week.violations.push_back(one.invariant + ": " + one.what);
  }
  for (std::size_t i = 0; i < week.callers.size(); ++i) {
    // Registered in their order, and sorted by ids that grow.
    week.zones[week.callers[i].id] = script.people[i].zone;
  }
  return week;
}

}  // namespace pl::sim
