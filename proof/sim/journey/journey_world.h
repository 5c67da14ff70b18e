// Everything a journey takes place in: one server in a world that does what it is told and writes
// down what happens.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "audit/auditor.h"
#include "audit/zone_table.h"
#include "sim/journey/narrator.h"
#include "sim/journey/transcript.h"
#include "sim/server.h"

namespace pl::sim {

class JourneyWorld {
  const engine::Lines lines_;  // before the server that reads them

 public:
  // Everything outlives the world.
  JourneyWorld(const core::Line& line, const Facilities& facilities,
               const audit::ZoneTable& zone_table, const Transcript& transcript);

  const core::Line& line() const { return lines_.all().front(); }
  UtcTime start() const { return start_; }
  const engine::World& engine_world() { return server.engine().world(); }

  // Lets everything happen that comes before what is fed in at `time`: all that is due until then;
  // with a tick, the server's look at that very instant comes later; with an `order`, only so much
  // of what follows by itself at that instant.
  void run_until(UtcTime time, std::optional<int> order);
  // ... until nothing is due any more, or for days: a paused line is looked at every day, for ever.
  void run_out();

  void start_server();
  // Where the server is to die when it next dials.
  enum class Death { kBeforePost, kAfterPost, kBeforeCommit };
  void plan_death(Death death) { death_ = death; }
  // When it dies: how long until it is back; empty: until it is started.
  std::optional<Millis> downtime;

  // What becomes of the n-th dial, or text, of all; else of the next; else of every one.
  template <class Fate>
  struct Dealt {
    Fate every;
    std::deque<Fate> next;
    std::map<int, Fate> nth;
    int asked = 0;

    Fate take() {
      if (const auto found = nth.find(++asked); found != nth.end()) return found->second;
      if (next.empty()) return every;
      Fate fate = next.front();
      next.pop_front();
      return fate;
    }
  };
  Dealt<DialFate> dials;
  Dealt<TextFate> texts;
  int texts_arrived = 0;

  // Whose messenger has this address.
  void address_is(const std::string& address, const std::string& caller) {
    addresses_[address] = caller;
  }

  void complain(const std::string& what) { complaints_.push_back(what); }
  // What was broken so far.
  std::vector<std::string> broken() const;
  // The auditor's last word: nothing is due any more.
  void rest() { auditor.quiet(time.now(), time.now()); }

  bool narrating = false;
  std::vector<std::string> journal;  // the offset and kind of every entry
  std::set<std::string> callers;     // that were ever written

  VirtualTime time;
  ServerClock clock;
  Mortality mortality;
  CountingEntropy entropy;
  Platform platform;
  Carrier carrier;
  Messenger messenger;
  std::unique_ptr<Backend> backend;
  WatchedStore store;
  audit::Auditor auditor;
  Server server;
  Narrator narrator;

 private:
  void listen_to_store();
  void listen_to_platform();
  void committed(const Written& written);
  Result<void> reopened(ports::Tx& tx);
  // All that follows by itself at this instant; up to so much of it; and the server's look.
  void follow();
  void follow_until(int order);
  void finish_instant();
  std::optional<UtcTime> next() const;

  const UtcTime start_;
  const Millis tick_;
  std::optional<Death> death_;
  std::map<std::string, std::string> addresses_;  // callers by address
  std::map<std::string, std::string> texting_;    // outreaches by caller
  std::vector<std::string> complaints_;
};

}  // namespace pl::sim
