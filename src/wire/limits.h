// How much of the outside's talk is taken in.
#pragma once

#include <cstddef>

namespace pl::wire {

inline constexpr std::size_t kIdBytes = 256;  // an id, a number, a name of the platform

// A conversation with a long transcript; also the post-call webhook, which is the same in an
// envelope.
inline constexpr std::size_t kConversationBytes = 8 * 1024 * 1024;
inline constexpr std::size_t kRequestBytes = 256 * 1024;    // every other request made to us
inline constexpr std::size_t kPageBytes = 8 * 1024 * 1024;  // 100 tools with their schemas

inline constexpr std::size_t kTurns = 500;        // of a transcript; the later ones are dropped
inline constexpr std::size_t kTurnPoints = 4000;  // code points; longer turns are cut

// What the platform says that it used for a call; of more variables the rest are passed over, and a
// longer list of tools counts as not reported.
inline constexpr std::size_t kReportedVariables = 500;
inline constexpr std::size_t kReportedTools = 500;

inline constexpr std::size_t kArguments = 50;         // of a tool call
inline constexpr std::size_t kArgumentPoints = 4000;  // code points; a longer one is refused
inline constexpr std::size_t kArgumentItems = 100;    // of one list

}  // namespace pl::wire
