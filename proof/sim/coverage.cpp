#include "sim/coverage.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/outreach_table.h"

namespace pl::sim {
namespace {

constexpr std::size_t kOpenStates = static_cast<std::size_t>(core::OutreachState::kConnected);

std::string_view state_name(std::size_t state) {
  return core::text_of(static_cast<core::OutreachState>(state));
}

// What has ended hears of this and that, and nothing comes of it.
bool is_reachable(std::size_t at, std::size_t event) {
  if (at >= kOpenStates) return false;
  const auto state = static_cast<core::OutreachState>(at);
  return core::response_of(state, event) != core::Response::kCannotHappen;
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
      missing.push_back(fmt::format("{} x {}", state_name(state), core::kEventNames[event]));
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
    table += fmt::format("\n  {:<18}", core::kEventNames[event]);
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
