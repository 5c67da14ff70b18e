// partyline outreaches list, show, cancel, retry; partyline call
#pragma once

#include <string>
#include <vector>

#include "cli/callers_command.h"
#include "cli/session.h"

namespace pl::cli {

struct OutreachesListOptions {
  CallerRef caller;
  std::string state;
  std::size_t limit = 50;
  std::string before;
};

int list_outreaches(const Session& session, const OutreachesListOptions& options);
int show_outreach(const Session& session, const std::string& id);
int cancel_outreach(const Session& session, const std::string& id);
int retry_outreach(const Session& session, const std::string& id);

struct CallOptions {
  CallerRef caller;
  std::string plan;                    // both empty: the line's onboarding
  std::string scene;                   // of the plan that plays it; not beside `plan`
  std::string opening;                 // empty: the scene's
  std::vector<std::string> variables;  // "key=value"
  std::string not_before;
  std::string deadline;
  bool wait = false;
};

// Plans a call. With `wait`, prints each state that the outreach is seen in until it has ended, and
// is kDone only where a conversation took place. A server that is away for a while is waited for.
int call(const Session& session, const CallOptions& options);

// Prints an outreach with its attempts and texts.
void print_outreach(const Session& session, const wire::Json& document);

// "connected by call, 1 retry", "failed: busy"; empty while there is no result.
std::string shown_result(const wire::JsonView& outreach);

}  // namespace pl::cli
