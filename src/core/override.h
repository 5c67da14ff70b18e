// The complete override of one call: everything the platform is told to say and be, so that nothing
// of the agent's own configuration or of another persona can be heard.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/caller.h"
#include "core/line.h"

namespace pl::core {

struct Override {
  std::string prompt;
  std::string first_message;
  std::string language;
  Voice voice;
  std::optional<std::string> llm;
  std::vector<ToolId> tool_ids;
  std::chrono::seconds max_duration{600};
  friend bool operator==(const Override&, const Override&);
};

// Everything said to the platform about one call: the override and the variables beside it.
struct Initiation {
  Override override;
  Variables dynamic_variables;         // the line's own, and `partyline_call`
  std::optional<std::string> user_id;  // how the call is found again at the platform
};

// In bytes of JSON: the platform takes no longer answer to its pre-call webhook (documentation of
// September 2026). The line check refuses a scene whose initiation may grow beyond it.
inline constexpr std::size_t kInitiationBytes = 256 * 1024;

// What a scene is played with.
struct Part {
  const Line& line;
  const Scene& scene;
  const Caller* caller = nullptr;  // null for a stranger
  Trust trust = Trust::kNothing;   // kProfile when the call was placed by us to the caller's number
  Variables extra;                 // `variables.<key>` of an outreach, without the prefix
  std::optional<Template> opening;             // an outreach's own, in place of the scene's
  std::optional<std::string> local_time = {};  // where the caller is; empty where nobody knows it
};

// The variables a template of that scene sees. `name` is the line's default name where the caller
// has none or trust does not reach to it; `local_time` is there where it is known.
Variables scene_variables(const Part& part);

// What stands in a brief for a variable without a value.
inline constexpr std::string_view kNotKnown = "not known";

// The opening, or text opening, that this caller gets. One that uses a variable without a value is
// passed over: for the scene's, where it is the outreach's own; for the next of the scene's, from
// the chosen one on and around; for a built-in sentence (core/says.h), where none is left.
std::string opening(const Part& part);
std::string text_opening(const Part& part);  // the scene must have text openings
// The text for somebody whom no dial rang: it may not say that we tried.
std::string unrung_text(const Part& part);

// The persona's prompt, the scene's brief, what is still to ask if the scene may save fields, and
// what is known of the caller inside a fence.
std::string prompt(const Part& part);

// `tool_ids` are the platform's ids of part.scene.tools, in that order.
Override make_override(const Part& part, std::vector<ToolId> tool_ids);

}  // namespace pl::core
