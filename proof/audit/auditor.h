// The auditor: what must always hold, checked against what truly happened. It knows nothing of the
// engine, keeps its own books, and has its own idea of when a person may be rung.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "audit/facts.h"

namespace pl::audit {

// A promise that was broken.
struct Violation {
  std::string invariant;  // "INV-01"
  std::string what;       // one sentence, with ids, without phone numbers or names
  UtcTime at;             // true time
};

// What a world does on purpose that makes some promises unkeepable. The rest must hold all the
// same.
struct Excuses {
  bool clock_steps =
      false;  // the server's clock jumps: lengths of time measured by it may be wrong
  bool beyond_bounds = false;  // the platform lists or places later than the design assumes: a
                               // double ring must then be reported, not prevented
};

// Which zones a country has, and the local time in one. The auditor's own; see zone_table.h.
class ZoneTable;

class Auditor {
 public:
  // `zones` outlives the auditor.
  Auditor(LineFacts line, const ZoneTable& zones, Excuses excuses);
  ~Auditor();
  Auditor(const Auditor&) = delete;
  Auditor& operator=(const Auditor&) = delete;

  // In the order in which they happen.
  void committed(const Commit& commit);
  void posted(const Posted& posted);
  void rings(const Leg& leg);
  void over(const LegOver& over);
  void text_arrived(const TextArrived& text);
  void pre_call_answered(const PreCallAnswered& answer);
  // The platform has deleted the conversation.
  void forgotten(const std::string& conversation);

  // Nobody can read the row of that id from now on; somebody has tried; and they can again.
  void damaged(const std::string& id);
  void met_damaged(const std::string& id);
  void mended(const std::string& id);

  // A store that was opened again after a crash holds these rows, and no others; committed() told
  // of each, or in_doubt() did.
  void in_doubt(const Commit& commit);
  void reopened(const std::vector<CallerRow>& callers, const std::vector<OutreachRow>& outreaches,
                const std::vector<CallRow>& calls);

  // The faults have stopped at `since`, and nothing is due any more: everything must have ended.
  void quiet(UtcTime since, UtcTime now);

  // Empty while every promise is kept. At most kViolations are kept.
  const std::vector<Violation>& violations() const;

 private:
  struct Books;
  std::unique_ptr<Books> books_;
};

inline constexpr std::size_t kViolations = 20;

}  // namespace pl::audit
