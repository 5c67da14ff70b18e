// What everybody in a world has in common.
#pragma once

#include <cstdlib>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "audit/auditor.h"
#include "core/line.h"
#include "sim/coverage.h"
#include "sim/platform.h"
#include "sim/recorder.h"
#include "sim/script.h"
#include "sim/server.h"
#include "sim/virtual_time.h"

namespace pl::sim {

// A person of the script, as they stand now. They are counted from 1.
struct PersonState {
  Person person;
  std::string number;  // E.164; it may change
  std::string id;      // the caller's; empty until they are registered
  struct Intention {
    std::string id;
    core::OutreachState state;
  };
  std::vector<Intention> outreaches;    // theirs, in the order in which they were made
  std::set<std::string> told;           // profile fields that were saved
  std::string call;                     // their newest, by id; empty: none yet
  std::optional<std::size_t> on_phone;  // the conversation they speak in
  bool erased = false;
  int rings = 0;
  int posts = 0;
  int talks = 0;
  int texts = 0;
};

struct Stage {
  const core::Line& line;
  const Script& script;
  const Facts facts;
  VirtualTime& time;
  const ServerClock& clock;
  Platform& platform;
  Server& server;
  audit::Auditor& auditor;
  Coverage& coverage;
  Recorder* recorder = nullptr;       // null: nobody writes it down
  std::vector<PersonState> people{};  // person 1 is the first
  std::unordered_map<std::string, int> by_number{};
  std::set<std::string> open_attention{};
  UtcTime last_trouble{};  // the server, its store or its dialer stood still until then
  std::optional<std::size_t> last_reported{};  // a conversation whose webhook was taken in
  std::vector<audit::Violation> complaints{};  // what shows at the front door alone

  void complain(std::string invariant, std::string what) {
    complaints.push_back({std::move(invariant), std::move(what), time.now()});
  }
  // A fault of the script falls: it is counted in the states it meets.
  void fault(const Fact& fact) {
    for (int person = 1; person <= static_cast<int>(people.size()); ++person) {
      if (fact.caller != 0 && fact.caller != person) continue;
      for (const PersonState::Intention& one : state_of(person).outreaches) {
        if (!core::is_terminal(one.state)) coverage.fault(fact.how, one.state);
      }
    }
  }

  UtcTime at(Millis since_start) const { return script.start + since_start; }
  bool healed() const { return time.now() >= at(script.heals); }
  PersonState& state_of(int person) { return people[static_cast<std::size_t>(person) - 1]; }
  // 0: nobody's number.
  int person_with(const std::string& number) const {
    const auto found = by_number.find(number);
    return found == by_number.end() ? 0 : found->second;
  }
  // Whom a text goes to: by SMS to a number, by Telegram to a chat that counts from 1,000,000.
  int person_addressed(const std::string& address) const {
    if (address.starts_with('+')) return person_with(address);
    return std::atoi(address.c_str()) - 1'000'000;
  }
  const Fact* find(Verb verb, int person, int nth, int step = 0) const {
    return person == 0 ? nullptr : facts.find(verb, person, nth, step);
  }
};

}  // namespace pl::sim
