#include "sim/coverage.h"

#include <fmt/format.h>

#include <algorithm>

namespace pl::sim {
namespace {

constexpr std::size_t kOpenStates = static_cast<std::size_t>(core::OutreachState::kConnected);

std::string_view state_name(std::size_t state) {
  return core::text_of(static_cast<core::OutreachState>(state));
}

template <class Event, class... All>
constexpr std::size_t index_in(const std::variant<All...>*) {
  std::size_t index = 0;
  const bool found = ((std::is_same_v<Event, All> || (++index, false)) || ...);
  return found ? index : sizeof...(All);
}

template <class Event>
constexpr std::size_t index_of() {
  return index_in<Event>(static_cast<const core::OutreachEvent*>(nullptr));
}

// Whether the engine ever asks the machine for this step. It looks at the state itself before most
// of them, a dial is accepted or becomes unclear once, and what a leg comes to is told in its
// order.
bool is_reachable(std::size_t at, std::size_t event) {
  using enum core::OutreachState;
  const auto state = static_cast<core::OutreachState>(at);
  if (at >= kOpenStates) return false;
  const auto in = [state](std::initializer_list<core::OutreachState> states) {
    return std::find(states.begin(), states.end(), state) != states.end();
  };
  switch (event) {
    case index_of<core::GateSaid>():
    case index_of<core::DeadlinePassed>():
    case index_of<core::AwaitedCallLost>():
    case index_of<core::PausedTooLong>():
      return in({kWaiting});
    case index_of<core::AwaitedCallEnded>():
      return in({kWaiting, kHeld});
    case index_of<core::DialAccepted>():
      return in({kDialing, kVerifying});
    case index_of<core::DialUnclear>():
      return in({kDialing});
    case index_of<core::LegAnswered>():
      return in({kRinging});
    case index_of<core::LegEnded>():
      return in({kRinging, kTalking});
    case index_of<core::LegJudged>():
      return in({kDialing, kRinging, kTalking, kVerifying});
    case index_of<core::InboundOver>():
      return in({kDialing, kRinging, kTalking, kVerifying, kHeld});
    case index_of<core::CallerCalledIn>():
    case index_of<core::Withdrawn>():
      return true;
    case index_of<core::TextHandedOver>():
    case index_of<core::TextImpossible>():
      return in({kTexting});
    default:
      return false;
  }
}

}  // namespace

void Coverage::add(const Coverage& other) {
  for (std::size_t i = 0; i < kSometimes; ++i) points_[i] += other.points_[i];
  for (std::size_t s = 0; s < kStates; ++s) {
    for (std::size_t e = 0; e < kEvents; ++e) pairs_[s][e] += other.pairs_[s][e];
    for (std::size_t h = 0; h < kHows; ++h) faults_[h][s] += other.faults_[h][s];
  }
}

std::vector<Sometimes> Coverage::never() const {
  std::vector<Sometimes> unseen;
  for (std::size_t i = 0; i < kSometimes; ++i) {
    if (points_[i] == 0) unseen.push_back(static_cast<Sometimes>(i));
  }
  return unseen;
}

std::size_t Coverage::pairs_reached() const {
  std::size_t reached = 0;
  for (std::size_t state = 0; state < kStates; ++state) {
    for (std::size_t event = 0; event < kEvents; ++event) {
      if (pairs_[state][event] > 0 && is_reachable(state, event)) ++reached;
    }
  }
  return reached;
}

std::size_t Coverage::reachable_pairs() {
  std::size_t reachable = 0;
  for (std::size_t state = 0; state < kStates; ++state) {
    for (std::size_t event = 0; event < kEvents; ++event) {
      if (is_reachable(state, event)) ++reachable;
    }
  }
  return reachable;
}

std::vector<std::string> Coverage::pairs_missing() const {
  std::vector<std::string> missing;
  for (std::size_t state = 0; state < kStates; ++state) {
    for (std::size_t event = 0; event < kEvents; ++event) {
      if (pairs_[state][event] > 0 || !is_reachable(state, event)) continue;
      missing.push_back(fmt::format("{} x {}", state_name(state), event_name(event)));
    }
  }
  return missing;
}

std::string Coverage::points_table() const {
  std::string table = "How often each moment came up\n";
  for (std::size_t i = 0; i < kSometimes; ++i) {
    table += fmt::format("  {:<30} {:>10}\n", text_of(static_cast<Sometimes>(i)), points_[i]);
  }
  return table;
}

std::string Coverage::pairs_table() const {
  std::string table = "Steps of the outreach machine: state and event\n" + std::string(20, ' ');
  for (std::size_t state = 0; state < kStates; ++state) {
    table += fmt::format(" {:>9}", state_name(state));
  }
  for (std::size_t event = 0; event < kEvents; ++event) {
    table += fmt::format("\n  {:<18}", event_name(event));
    for (std::size_t state = 0; state < kStates; ++state) {
      const std::uint64_t count = pairs_[state][event];
      table += count > 0 || is_reachable(state, event) ? fmt::format(" {:>9}", count)
                                                       : fmt::format(" {:>9}", "-");
    }
  }
  return table + "\n";
}

std::string Coverage::faults_table() const {
  std::string table = "What fell in which state\n" + std::string(20, ' ');
  for (std::size_t state = 0; state < kOpenStates; ++state) {
    table += fmt::format(" {:>9}", state_name(state));
  }
  for (std::size_t how = 0; how < kHows; ++how) {
    const auto& row = faults_[how];
    if (std::all_of(row.begin(), row.end(), [](std::uint64_t count) { return count == 0; })) {
      continue;
    }
    table += fmt::format("\n  {:<18}", text_of(static_cast<How>(how)));
    for (std::size_t state = 0; state < kOpenStates; ++state) {
      table += fmt::format(" {:>9}", row[state]);
    }
  }
  return table + "\n";
}

}  // namespace pl::sim
