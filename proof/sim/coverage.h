// What a run came through. A run that reached nothing proves nothing, so it is counted: moments
// that must come up sometimes, what happened to outreaches in which state, and which fault fell
// when.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/outreach.h"
#include "sim/script.h"

namespace pl::sim {

enum class Sometimes {
  // dials
  kDialUnclear,
  kUnclearWasPlaced,
  kUnclearWasNot,
  kDialUnresolved,
  kReplyAfterEnd,
  kPlacedLate,
  kNumberRefused,
  kRefusedUs,
  kRateLimited,
  kDialerPaused,
  kDialerResumed,
  kDrifted,
  // legs
  kBusy,
  kNoAnswer,
  kMailbox,
  kBrief,
  kCarrierFailed,
  kAnsweredAfterRetries,
  kLastRetry,
  kLegLapsed,
  kJudgedByTime,
  // the onboarding
  kCompletedByTool,
  kCompletedByFields,
  kCompletedTwice,
  kOnboardingRetried,
  kToolTwice,
  kToolAfterEnd,
  // the hand-over
  kHandoverConnected,
  kHandoverTexted,
  kHandoverDeadline,
  kAwaitedEndLost,
  // the caller acts
  kCallInWhileWaiting,
  kCallInWhileRinging,
  kCallInWhileVerifying,
  kCallInWhileTexting,
  kFulfilled,
  kHeldAndReleased,
  kCallInUnknown,
  kCallInNotYet,
  kCallInClosed,
  kPreCallLost,
  kPreCallTwice,
  kSafeSceneByTimer,
  kSafeScene,
  kOptOutWhileWaiting,
  kOptOutWhileDialing,
  kOptOutWhileTalking,
  kClosedWhileOpen,
  kNumberChangedWhileOpen,
  kConsentWithdrawnWhileOpen,
  kErased,
  kErasedWhileOpen,
  kErasureRefused,
  kErasedCallsIn,
  // the gate
  kOutsideWindow,
  kNoFreeSlot,
  kPacedByTheLine,
  kNumberBudget,
  kOtherCallLive,
  kNeverByVoice,
  // texts
  kTextSent,
  kTextRefused,
  kTextPostponed,
  kTextUnclear,
  kTextWaitedForMorning,
  kNoTextChannel,
  // webhooks
  kWebhookFirst,
  kWebhookLost,
  kWebhookTwice,
  kWebhookStale,
  kWebhookRefused,
  kWebhookAgain,
  kForgedRefused,
  // the server
  kDiedBeforePost,
  kDiedAfterPost,
  kDiedInText,
  kRecoveredDial,
  kRecoveredText,
  kStoreHeld,
  kStoreDown,
  kStoreFull,
  kDoubtKept,
  kDoubtLost,
  kRowSetAside,
  kRowReleased,
  kClockForward,
  kClockBackward,
  kCancelled,
  kRedone,
  kRingStopped,
};
inline constexpr std::size_t kSometimes = static_cast<std::size_t>(Sometimes::kRingStopped) + 1;

inline constexpr std::size_t kStates =
    static_cast<std::size_t>(core::OutreachState::kCancelled) + 1;
inline constexpr std::size_t kEvents = core::kEventNames.size();
inline constexpr std::size_t kHows = static_cast<std::size_t>(kLastHow) + 1;

std::string_view text_of(Sometimes point);

class Coverage {
 public:
  void sometimes(Sometimes point) { ++points_[static_cast<std::size_t>(point)]; }
  void stepped(core::OutreachState state, const core::OutreachEvent& event) {
    ++pairs_[static_cast<std::size_t>(state)][event.index()];
  }
  void fault(How how, core::OutreachState state) {
    ++faults_[static_cast<std::size_t>(how)][static_cast<std::size_t>(state)];
  }
  void add(const Coverage& other);

  std::uint64_t count(Sometimes point) const { return points_[static_cast<std::size_t>(point)]; }
  std::vector<Sometimes> never() const;
  // How many of the pairs that can come up at all did; and those that did not.
  std::size_t pairs_reached() const;
  std::vector<std::string> pairs_missing() const;
  static std::size_t reachable_pairs();

  // Tables for people.
  std::string points_table() const;
  std::string pairs_table() const;
  std::string faults_table() const;

 private:
  template <std::size_t Rows, std::size_t Columns>
  using Table = std::array<std::array<std::uint64_t, Columns>, Rows>;

  std::array<std::uint64_t, kSometimes> points_{};
  Table<kStates, kEvents> pairs_{};
  Table<kHows, kStates> faults_{};
};

}  // namespace pl::sim
