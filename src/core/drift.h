// Whether the call that took place is the one that was asked for.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/aspect.h"
#include "core/override.h"
#include "core/report.h"

namespace pl::core {

// What differs between what was sent and what is reported; empty until the conversation has ended,
// and where nobody was spoken with. What is not reported does not differ. Texts are compared but
// for white space; the platform redacts variables that begin with `secret__`, and says of a turn
// that was interrupted what was heard of it.
std::set<Aspect> differences(const Initiation& sent, std::string_view agent_id,
                             const ConversationReport& report);

// Those of `phrases` that occur in a turn of the agent, as whole words, whatever the case, the
// punctuation and the width of the letters. Of scripts that are written without spaces, each sign
// is a word.
std::vector<std::string> phrases_said(const std::vector<std::string>& phrases,
                                      const std::vector<Turn>& transcript);

}  // namespace pl::core
