// partyline callers list, show, add, update, opt-out, opt-in, skip
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"

namespace pl::cli {

// Who is meant: an id (clr_...) or a number as people write it.
struct CallerRef {
  std::string text;
  std::string line;  // of a number, where the server has several lines
};

Result<wire::Json> find_caller(const Session& session, const CallerRef& ref);
// An id is believed without asking. Empty for an empty `ref`.
Result<std::string> caller_id(const Session& session, const CallerRef& ref);

struct CallersListOptions {
  std::string stage;
  std::string line;
  std::size_t limit = 50;
  std::string before;
};

// What is said of a caller; what is empty is not sent.
struct CallerFields {
  std::string number;
  std::string line;
  std::string name;
  std::string timezone;
  std::string stage;
  std::string telegram;  // "none": no longer reachable there
  bool consent_voice = false;
  bool consent_text = false;
  std::string consent_source;
  std::string consent_wording;
  std::vector<std::string> context;  // "key=value"
  std::vector<std::string> profile;  // "field=value"
};

// What is done to a caller with one empty POST.
enum class CallerAct { kOptOut, kOptIn, kSkip };

int list_callers(const Session& session, const CallersListOptions& options);
int show_caller(const Session& session, const CallerRef& ref);
int add_caller(const Session& session, const CallerFields& caller);
// What is left out stays. Consent and context are replaced whole, as by the API.
int update_caller(const Session& session, const CallerRef& ref, const CallerFields& changes);
int act_on_caller(const Session& session, CallerAct act, const CallerRef& ref);

}  // namespace pl::cli
