// The names of what is counted.
#include "sim/coverage.h"

namespace pl::sim {

std::string_view text_of(Sometimes point) {
  switch (point) {
    case Sometimes::kDialUnclear:
      return "dial-unclear";
    case Sometimes::kUnclearWasPlaced:
      return "unclear-was-placed";
    case Sometimes::kUnclearWasNot:
      return "unclear-was-not";
    case Sometimes::kDialUnresolved:
      return "dial-unresolved";
    case Sometimes::kReplyAfterEnd:
      return "reply-after-end";
    case Sometimes::kPlacedLate:
      return "placed-late";
    case Sometimes::kNumberRefused:
      return "number-refused";
    case Sometimes::kRefusedUs:
      return "refused-us";
    case Sometimes::kRateLimited:
      return "rate-limited";
    case Sometimes::kDialerPaused:
      return "dialer-paused";
    case Sometimes::kDialerResumed:
      return "dialer-resumed";
    case Sometimes::kDrifted:
      return "drifted";
    case Sometimes::kBusy:
      return "busy";
    case Sometimes::kNoAnswer:
      return "no-answer";
    case Sometimes::kMailbox:
      return "mailbox";
    case Sometimes::kBrief:
      return "brief";
    case Sometimes::kCarrierFailed:
      return "carrier-failed";
    case Sometimes::kAnsweredAfterRetries:
      return "answered-after-retries";
    case Sometimes::kLastRetry:
      return "last-retry";
    case Sometimes::kLegLapsed:
      return "leg-lapsed";
    case Sometimes::kJudgedByTime:
      return "judged-by-time";
    case Sometimes::kCompletedByTool:
      return "completed-by-tool";
    case Sometimes::kCompletedByFields:
      return "completed-by-fields";
    case Sometimes::kCompletedTwice:
      return "completed-twice";
    case Sometimes::kOnboardingRetried:
      return "onboarding-retried";
    case Sometimes::kToolTwice:
      return "tool-twice";
    case Sometimes::kToolAfterEnd:
      return "tool-after-end";
    case Sometimes::kHandoverConnected:
      return "handover-connected";
    case Sometimes::kHandoverTexted:
      return "handover-texted";
    case Sometimes::kHandoverDeadline:
      return "handover-deadline";
    case Sometimes::kAwaitedEndLost:
      return "awaited-end-lost";
    case Sometimes::kCallInWhileWaiting:
      return "call-in-while-waiting";
    case Sometimes::kCallInWhileRinging:
      return "call-in-while-ringing";
    case Sometimes::kCallInWhileVerifying:
      return "call-in-while-verifying";
    case Sometimes::kCallInWhileTexting:
      return "call-in-while-texting";
    case Sometimes::kFulfilled:
      return "fulfilled";
    case Sometimes::kHeldAndReleased:
      return "held-and-released";
    case Sometimes::kCallInUnknown:
      return "call-in-unknown";
    case Sometimes::kCallInNotYet:
      return "call-in-not-yet";
    case Sometimes::kCallInClosed:
      return "call-in-closed";
    case Sometimes::kPreCallLost:
      return "pre-call-lost";
    case Sometimes::kPreCallTwice:
      return "pre-call-twice";
    case Sometimes::kSafeSceneByTimer:
      return "safe-scene-by-timer";
    case Sometimes::kSafeScene:
      return "safe-scene";
    case Sometimes::kOptOutWhileWaiting:
      return "opt-out-while-waiting";
    case Sometimes::kOptOutWhileDialing:
      return "opt-out-while-dialing";
    case Sometimes::kOptOutWhileTalking:
      return "opt-out-while-talking";
    case Sometimes::kClosedWhileOpen:
      return "closed-while-open";
    case Sometimes::kNumberChangedWhileOpen:
      return "number-changed-while-open";
    case Sometimes::kConsentWithdrawnWhileOpen:
      return "consent-withdrawn-while-open";
    case Sometimes::kErased:
      return "erased";
    case Sometimes::kErasedWhileOpen:
      return "erased-while-open";
    case Sometimes::kErasureRefused:
      return "erasure-refused";
    case Sometimes::kErasedCallsIn:
      return "erased-calls-in";
    case Sometimes::kOutsideWindow:
      return "outside-window";
    case Sometimes::kNoFreeSlot:
      return "no-free-slot";
    case Sometimes::kPacedByTheLine:
      return "paced-by-the-line";
    case Sometimes::kNumberBudget:
      return "number-budget";
    case Sometimes::kOtherCallLive:
      return "other-call-live";
    case Sometimes::kNeverByVoice:
      return "never-by-voice";
    case Sometimes::kTextSent:
      return "text-sent";
    case Sometimes::kTextRefused:
      return "text-refused";
    case Sometimes::kTextPostponed:
      return "text-postponed";
    case Sometimes::kTextUnclear:
      return "text-unclear";
    case Sometimes::kTextWaitedForMorning:
      return "text-waited-for-morning";
    case Sometimes::kNoTextChannel:
      return "no-text-channel";
    case Sometimes::kWebhookFirst:
      return "webhook-first";
    case Sometimes::kWebhookLost:
      return "webhook-lost";
    case Sometimes::kWebhookTwice:
      return "webhook-twice";
    case Sometimes::kWebhookStale:
      return "webhook-stale";
    case Sometimes::kWebhookRefused:
      return "webhook-refused";
    case Sometimes::kWebhookAgain:
      return "webhook-again";
    case Sometimes::kForgedRefused:
      return "forged-refused";
    case Sometimes::kDiedBeforePost:
      return "died-before-post";
    case Sometimes::kDiedAfterPost:
      return "died-after-post";
    case Sometimes::kDiedInText:
      return "died-in-text";
    case Sometimes::kRecoveredDial:
      return "recovered-dial";
    case Sometimes::kRecoveredText:
      return "recovered-text";
    case Sometimes::kStoreHeld:
      return "store-held";
    case Sometimes::kStoreDown:
      return "store-down";
    case Sometimes::kStoreFull:
      return "store-full";
    case Sometimes::kDoubtKept:
      return "doubt-kept";
    case Sometimes::kDoubtLost:
      return "doubt-lost";
    case Sometimes::kClockForward:
      return "clock-forward";
    case Sometimes::kClockBackward:
      return "clock-backward";
    case Sometimes::kCancelled:
      return "cancelled";
    case Sometimes::kRedone:
      return "redone";
    case Sometimes::kRingStopped:
      return "ring-stopped";
  }
  return "";
}

std::string_view event_name(std::size_t event) {
  static constexpr std::string_view kNames[] = {
      "gate-said",       "deadline-passed",  "awaited-call-ended", "awaited-call-lost",
      "paused-too-long", "dial-accepted",    "dial-unclear",       "leg-answered",
      "leg-ended",       "leg-judged",       "caller-called-in",   "inbound-over",
      "withdrawn",       "text-handed-over", "text-impossible"};
  static_assert(std::size(kNames) == kEvents);
  return kNames[event];
}

}  // namespace pl::sim
