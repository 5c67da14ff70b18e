// What shows who was reached by a call, and how far it is believed.
#pragma once

#include <string>

#include "base/words.h"
#include "core/answerer.h"

namespace pl::core {

// The witnesses, the weakest first: a stronger one is believed against a weaker one.
enum class Evidence {
  kNone,
  kWords,          // what was said, by phrases and shape
  kTool,           // the agent said so, with a tool of the line
  kVoicemailTool,  // ... with the platform's own
  kDetection,      // the carrier's machine detection
  kPlatform,       // the platform's own record of the call
};
constexpr auto words_of(Evidence) {
  using enum Evidence;
  return word_table<Evidence>({{kNone, ""},
                               {kWords, "words"},
                               {kTool, "tool"},
                               {kVoicemailTool, "voicemail-tool"},
                               {kDetection, "detection"},
                               {kPlatform, "platform"}});
}

struct Judgement {
  Answerer answerer = Answerer::kUnsure;
  Evidence evidence = Evidence::kNone;
  std::string shown_by;  // for people; holds nothing that was said but phrases of our own tables
};

}  // namespace pl::core
