// What must hold in every journey, checked against what really happened: the commits as they came,
// and the platform's own record of rings.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "fake_platform.h"
#include "ports/zones.h"
#include "watched_store.h"

namespace pl::journeys {

class Audit {
 public:
  Audit(const core::Line& line, const FakePlatform& platform, const ports::Zones& zones)
      : line_(line), platform_(platform), zones_(zones) {}

  void news(const News& news);
  void dial(const Posted& posted);  // before it rings
  void initiation(const core::Initiation& initiation);
  void finish(const std::vector<core::Outreach>& outreaches, std::size_t texts_sent);

  void broke(std::string what) { broken_.push_back(std::move(what)); }
  const std::vector<std::string>& broken() const { return broken_; }

 private:
  struct Attempt {
    core::CallId call;
    int retries;
  };
  // What became of one outreach, as its journal told it.
  struct Story {
    std::vector<Attempt> attempts;
    int dials = 0;      // that use up the plan
    int terminals = 0;  // times that it ended
    bool reached = false;
  };

  void attempt(const News& news);
  void not_too_early(const News& news, const Story& story);
  void text(const News& news);
  void outreach(const News& news);
  void require(bool holds, const std::string& what) {
    if (!holds) broke(what);
  }

  const core::Line& line_;
  const FakePlatform& platform_;
  const ports::Zones& zones_;
  std::map<core::OutreachId, Story> stories_;
  std::map<core::CallerId, int> completions_;
  std::map<core::CallerId, int> handovers_;
  std::set<core::CallId> recorded_;
  std::size_t texts_ = 0;
  std::vector<std::string> broken_;
};

}  // namespace pl::journeys
