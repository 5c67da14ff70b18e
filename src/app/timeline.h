// The journal as a story: one line for what happened, and what was said.
#pragma once

#include <map>
#include <set>
#include <string>

#include "app/demo_stage.h"
#include "base/time.h"

namespace pl::app {

class Timeline {
 public:
  // Colours only where standard output is a terminal and NO_COLOR is not set.
  explicit Timeline(Stage& stage);

  // The name to show for a caller; who has none is a stranger.
  void name_caller(const std::string& caller_id, const std::string& name);
  void say(const std::string& text);  // a line of the narrator

  // Prints what is new in the journal. Returns the entries, for whoever waits for something.
  Result<std::vector<wire::Json>> follow();

 private:
  void print(const std::string& who, const std::string& what, const char* colour);
  void print_entry(const wire::JsonView& entry);
  void print_call(const std::string& call_id, const std::string& who);
  void print_text(const std::string& outreach_id, const std::string& who);
  std::string name_of(const std::string& caller_id) const;

  Stage& stage_;
  const bool colours_;
  const UtcTime start_;
  std::int64_t seen_ = 0;
  std::map<std::string, std::string> names_;
  std::set<std::string> told_calls_;
  std::set<std::string> inbound_;
};

}  // namespace pl::app
