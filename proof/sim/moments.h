// Recognises the moments that must come up sometimes, from what was committed and what happened
// outside; and keeps what the people of a world need to know of their outreaches.
#pragma once

#include <deque>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "sim/stage.h"

namespace pl::sim {

class Moments {
 public:
  explicit Moments(Stage& stage) : stage_(stage) {}

  // How many outreaches ended with it.
  std::uint64_t committed(const Written& written);
  void posted(const Posted& posted);
  void died();

  // The outreach whose text was handed to the channel just now; once for each text.
  std::string outreach_of_text(const std::string& address);

 private:
  // What is known of a call from its last commit.
  struct Seen {
    bool unclear = false;
    bool placed = false;
    bool ended = false;
    bool posted = false;
    std::string verdict;
  };
  void caller(const audit::CallerRow& row);
  void erased(const std::string& caller);
  bool outreach(const audit::OutreachRow& row, UtcTime now);
  void in_its_turn(const audit::OutreachRow& row, UtcTime now);
  void call(const audit::CallRow& row, const audit::Commit& commit);
  void pauses(const audit::JournalRow& entry);
  void text(const audit::TextRow& row, const audit::Commit& commit);
  void waits(const audit::OutreachRow& row);
  void judged(const audit::CallRow& row, const audit::Commit& commit);
  void stage(const audit::JournalRow& entry, const audit::Commit& commit);
  void entry(const audit::JournalRow& entry);
  bool is_handover(const audit::JournalRow& entry) const;
  void say(Sometimes point) { stage_.coverage.sometimes(point); }

  Stage& stage_;
  std::unordered_map<std::string, int> persons_;  // by caller id
  std::unordered_map<std::string, audit::CallerRow> callers_;
  std::unordered_map<std::string, Seen> calls_;
  std::unordered_map<std::string, std::pair<int, std::size_t>> outreaches_;  // whose, and which
  struct Pending {  // an outreach that waits, as it was last written
    UtcTime due;
    UtcTime written;     // true time
    bool asked = false;  // the gate has told it to wait, or another call holds it back
  };
  std::unordered_map<std::string, Pending> pending_;
  std::set<std::string> aside_;  // outreaches, and other rows, that are set aside
  // By person: texts that were recorded and not handed over yet, each with its outreach.
  std::unordered_map<int, std::deque<std::pair<std::string, std::string>>> texting_;
  std::unordered_set<std::string> sending_;  // texts
  std::unordered_set<std::string> waited_;   // outreaches whose text waits for the morning
  bool paused_ = false;                      // the line's dialer
  std::string last_recorded_;
};

}  // namespace pl::sim
