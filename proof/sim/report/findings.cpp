#include "sim/report/findings.h"

#include "sim/report/rules.h"

namespace pl::sim::report {
namespace {

struct Rule {
  std::string_view name;
  Weight weight;
  Answer (*ask)(const Summary&);
};

constexpr Rule kRules[] = {
    {"promises-broken", Weight::kBroken, promises_broken},
    {"outside-hours", Weight::kBroken, outside_hours},
    {"handovers-starved", Weight::kMend, handovers_starved},
    {"onboardings-starved", Weight::kMend, onboardings_starved},
    {"queue-for-slots", Weight::kMend, queue_for_slots},
    {"queue-for-pace", Weight::kMend, queue_for_pace},
    {"callbacks-late", Weight::kMend, callbacks_late},
    {"handovers-lost", Weight::kMend, handovers_lost},
    {"deadline-cuts-retries", Weight::kMend, deadline_cuts_retries},
    {"more-retries", Weight::kMend, more_retries},
    {"idle-retry", Weight::kNote, idle_retry},
    {"onboardings-incomplete", Weight::kNote, onboardings_incomplete},
    {"mailboxes", Weight::kNote, mailboxes},
    {"texts-unconfirmed", Weight::kNote, texts_unconfirmed},
    {"still-open", Weight::kNote, still_open},
    {"slots-unused", Weight::kNote, slots_unused},
    {"callbacks-prompt", Weight::kGood, callbacks_prompt},
    {"nobody-lost", Weight::kGood, nobody_lost},
};

}  // namespace

std::string_view text_of(Weight weight) {
  switch (weight) {
    case Weight::kBroken:
      return "broken";
    case Weight::kMend:
      return "mend";
    case Weight::kNote:
      return "note";
    case Weight::kGood:
      return "good";
  }
  return "";
}

std::vector<Finding> findings(const Summary& summary) {
  std::vector<Finding> found;
  for (const Rule& rule : kRules) {
    if (auto said = rule.ask(summary)) {
      found.push_back(
          {std::string(rule.name), rule.weight, std::move(said->says), std::move(said->todo)});
    }
  }
  return found;
}

}  // namespace pl::sim::report
