#include "http/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <map>

namespace pl::http {
namespace {

// Around the 300 ms in which a caller on the phone must be answered.
const prometheus::Histogram::BucketBoundaries kSeconds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                          0.1,   0.2,    0.25,  0.3,  1,     5};
constexpr std::size_t kMostCounted = 1000;

double seconds(Millis time) {
  return static_cast<double>(time.count()) / 1000.0;
}

template <class Builder>
auto& family(Builder build, prometheus::Registry& registry, const char* name, const char* help) {
  return build.Name(name).Help(help).Register(registry);
}

}  // namespace

struct Metrics::Families {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests =
      family(prometheus::BuildCounter(), registry, "partyline_requests_total",
             "Requests answered, by door and status");
  prometheus::Family<prometheus::Histogram>& durations =
      family(prometheus::BuildHistogram(), registry, "partyline_request_seconds",
             "How long an answer took, by door");
  prometheus::Counter& safe_scenes =
      family(prometheus::BuildCounter(), registry, "partyline_safe_scenes_total",
             "Callers who met the safe scene because the store was late")
          .Add({});
  prometheus::Family<prometheus::Counter>& drifted =
      family(prometheus::BuildCounter(), registry, "partyline_drifted_calls_total",
             "Calls that were not as they were asked for, by line");
  prometheus::Family<prometheus::Gauge>& live_calls =
      family(prometheus::BuildGauge(), registry, "partyline_live_calls", "Calls going on, by line");
  prometheus::Family<prometheus::Gauge>& paused =
      family(prometheus::BuildGauge(), registry, "partyline_dialer_paused",
             "1 while the line's dialer stands still");
  prometheus::Family<prometheus::Gauge>& attention =
      family(prometheus::BuildGauge(), registry, "partyline_attention_open",
             "What a person must look at, by reason");
  prometheus::Family<prometheus::Gauge>& deliveries =
      family(prometheus::BuildGauge(), registry, "partyline_deliveries",
             "Events for the owning product, by state; 1000 stands for 1000 or more");
  prometheus::Family<prometheus::Gauge>& ages =
      family(prometheus::BuildGauge(), registry, "partyline_edition_age_seconds",
             "How old what is kept outside is, at least, by what it is and its version");
  std::map<std::string, prometheus::Gauge*> shown_ages;  // one for each thing

  void show_age(const std::string& of, const core::Edition& edition, UtcTime now) {
    prometheus::Gauge*& shown = shown_ages[of];
    prometheus::Gauge& current = ages.Add({{"of", of}, {"version", edition.version}});
    if (shown != nullptr && shown != &current) ages.Remove(shown);
    shown = &current;
    current.Set(seconds(now - edition.made_by));
  }
};

Metrics::Metrics() : families_(std::make_unique<Families>()) {}
Metrics::~Metrics() = default;

void Metrics::answered(std::string_view door, int status, Millis took) {
  const std::string name(door);
  families_->requests.Add({{"door", name}, {"status", std::to_string(status)}}).Increment();
  families_->durations.Add({{"door", name}}, kSeconds).Observe(seconds(took));
}

void Metrics::safe_scene_spoken() {
  families_->safe_scenes.Increment();
}

void Metrics::drifted(const core::LineName& line) {
  families_->drifted.Add({{"line", line.text}}).Increment();
}

Result<void> Metrics::look(engine::Turn& turn) {
  families_->show_age("tzdata", turn.world.zones.edition(), turn.now);
  families_->show_age("libphonenumber", turn.world.numbers.edition(), turn.now);
  PL_TRY(const auto pauses, turn.tx.pauses());
  for (const core::Line& line : turn.world.lines.all()) {
    PL_TRY(const int live, turn.tx.live_calls(line.name, turn.now));
    families_->live_calls.Add({{"line", line.name.text}}).Set(live);
    families_->drifted.Add({{"line", line.name.text}});  // 0 until there is one
    families_->paused.Add({{"line", line.name.text}}).Set(pauses.contains(line.name) ? 1 : 0);
  }
  PL_TRY(const auto open,
         turn.tx.open_attention({.line = {}, .reason = {}, .before = {}, .limit = kMostCounted}));
  for (const core::AttentionReason reason : kEvery<core::AttentionReason>) {
    const auto count = std::count_if(open.begin(), open.end(), [&](const core::Attention& item) {
      return item.reason == reason;
    });
    families_->attention.Add({{"reason", std::string(text_of(reason))}})
        .Set(static_cast<double>(count));
  }
  for (const auto state : {ports::DeliveryState::kPending, ports::DeliveryState::kDead}) {
    PL_TRY(
        const auto deliveries,
        turn.tx.deliveries({.endpoint = {}, .state = state, .before = {}, .limit = kMostCounted}));
    families_->deliveries.Add({{"state", std::string(text_of(state))}})
        .Set(static_cast<double>(deliveries.size()));
  }
  return {};
}

std::string Metrics::text() const {
  return prometheus::TextSerializer().Serialize(families_->registry.Collect());
}

}  // namespace pl::http
