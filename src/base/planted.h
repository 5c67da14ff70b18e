// Bugs that can be planted on purpose, to prove that the auditor of the simulator sees them. Only a
// build with PARTYLINE_PLANTED_BUGS holds any; in every other one each question below is answered
// while compiling, and nothing is left of it. What plants them is proof/play/planted_bugs.h.
#pragma once

#include <cstddef>

namespace pl {

enum class Bug {
  kDialSentAgain,          // the client repeats a POST whose reply was lost
  kUnknownIsNotPlaced,     // a timeout counts as "nobody was rung"
  kRowAfterDial,           // the POST leaves before the attempt is durable
  kDueFromToolCall,        // the hand-over's delay counts from the tool call, not the call's end
  kAcceptedIsAnswered,     // "success": true counts as a conversation
  kCompletesTwice,         // completing again starts a second hand-over
  kSyncsLess,              // SQLite with synchronous=NORMAL
  kOptOutAtScheduleOnly,   // who opts out later is called all the same
  kQuietHoursInUtc,        // the server's hours, not the caller's
  kUnknownZoneAllows,      // no zone is known: any hour will do
  kNotPlacedIsFree,        // dials that were not found use up no retry
  kTextsAfterLateVerdict,  // an answer that is learnt late is not believed
  kAnyCallInFulfils,       // a call-in of a second counts as the conversation
  kForeignVoice,           // the override takes the voice of the line's first persona
  kForeignPrompt,          // ... its prompt
  kSceneOfOldStage,        // inbound calls are routed by the stage the caller began with
  kToolsOfAnyCall,         // a tool call may name another conversation's call
  kStaleIsFresh,           // an old signature is believed
  kNumbersAsWritten,       // "+41 78 000 00 01" is nobody's
  kBudgetOffByOne,         // one dial an hour too many
  kRefusesWhenBusy,        // 400 while the store is away, and nobody asks the platform
  kNeverPolls,             // nobody asks the platform
  kHeadBlocksQueue,        // who may not ring yet keeps those behind from ringing
  kUnclearTextAgain,       // a text that may have arrived is sent again
  kNumberInLog,            // a phone number in a debug line
  kDriftUnheeded,          // a call was not as it was asked for, and dials go on
  kErasedInTheCall,        // who is on the phone is erased all the same
  kPlatformRemembers,      // who was erased is known to the platform for ever
  kToldTwice,              // an outreach is told twice that its dial was accepted
  kUnreadableIsNotThere,   // a row that makes no sense is in nobody's way
  kSetAsideInSilence,      // nobody is told of it
  kEffectsOfUndone,        // what a work wanted done that was undone, and ran again
  kAnyWordIsPerson,        // whatever speaks at the other end is a person
  kToolIsPerson,           // a tool call proves that a person listens
  kFailedIsAnswered,       // a conversation that the platform failed was had
};
inline constexpr std::size_t kBugs = static_cast<std::size_t>(Bug::kFailedIsAnswered) + 1;

#ifdef PARTYLINE_PLANTED_BUGS
inline constexpr bool kCanPlant = true;
// The planted one; kBugs: none. For one thread.
inline std::size_t planted_bug = kBugs;
inline bool planted(Bug bug) {
  return planted_bug == static_cast<std::size_t>(bug);
}
#else
inline constexpr bool kCanPlant = false;
constexpr bool planted(Bug) {
  return false;
}
#endif

}  // namespace pl
