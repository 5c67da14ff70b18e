// The words of a script.
#include "sim/script.h"

namespace pl::sim {

std::string_view text_of(Verb verb) {
  switch (verb) {
    case Verb::kApi:
      return "api";
    case Verb::kCallIn:
      return "call-in";
    case Verb::kRing:
      return "ring";
    case Verb::kTalk:
      return "talk";
    case Verb::kReport:
      return "report";
    case Verb::kTool:
      return "tool";
    case Verb::kDial:
      return "dial";
    case Verb::kText:
      return "text";
    case Verb::kPlatform:
      return "platform";
    case Verb::kStore:
      return "store";
    case Verb::kServer:
      return "server";
    case Verb::kClock:
      return "clock";
    case Verb::kAttack:
      return "attack";
  }
  return "";
}

std::string_view text_of(How how) {
  switch (how) {
    case How::kOnboard:
      return "onboard";
    case How::kCheckIn:
      return "check-in";
    case How::kSkip:
      return "skip";
    case How::kOptOut:
      return "opt-out";
    case How::kOptIn:
      return "opt-in";
    case How::kClose:
      return "close";
    case How::kNewNumber:
      return "new-number";
    case How::kNoConsent:
      return "no-consent";
    case How::kConsent:
      return "consent";
    case How::kCancel:
      return "cancel";
    case How::kRetry:
      return "retry";
    case How::kResolve:
      return "resolve";
    case How::kErase:
      return "erase";
    case How::kAt:
      return "at";
    case How::kAfterRing:
      return "after-ring";
    case How::kAfterTalk:
      return "after-talk";
    case How::kAnswers:
      return "answers";
    case How::kSilent:
      return "silent";
    case How::kMailbox:
      return "mailbox";
    case How::kGreets:
      return "greets";
    case How::kScreens:
      return "screens";
    case How::kMenu:
      return "menu";
    case How::kBusy:
      return "busy";
    case How::kNoAnswer:
      return "no-answer";
    case How::kFails:
      return "fails";
    case How::kForgets:
      return "forgets";
    case How::kLost:
      return "lost";
    case How::kTwice:
      return "twice";
    case How::kLate:
      return "late";
    case How::kCrossed:
      return "crossed";
    case How::kStale:
      return "stale";
    case How::kReplyLost:
      return "reply-lost";
    case How::kWithheld:
      return "withheld";
    case How::kVanishes:
      return "vanishes";
    case How::kRefusesNumber:
      return "refuses-number";
    case How::kRefusesUs:
      return "refuses-us";
    case How::kLimited:
      return "limited";
    case How::kRefuses:
      return "refuses";
    case How::kPostpones:
      return "postpones";
    case How::kUnclear:
      return "unclear";
    case How::kNeverAnswers:
      return "never-answers";
    case How::kLookUpsFail:
      return "look-ups-fail";
    case How::kListsLate:
      return "lists-late";
    case How::kTakesNoDials:
      return "takes-no-dials";
    case How::kSwallowsDials:
      return "swallows-dials";
    case How::kFailsCalls:
      return "fails-calls";
    case How::kDropsOverrides:
      return "drops-overrides";
    case How::kHeld:
      return "held";
    case How::kDown:
      return "down";
    case How::kFullAtWrite:
      return "full-at-write";
    case How::kDoubtKept:
      return "doubt-kept";
    case How::kDoubtLost:
      return "doubt-lost";
    case How::kNonsense:
      return "nonsense";
    case How::kImmutable:
      return "immutable";
    case How::kDies:
      return "dies";
    case How::kJumps:
      return "jumps";
    case How::kForgedEvent:
      return "forged-event";
    case How::kStaleLie:
      return "stale-lie";
    case How::kForgedTool:
      return "forged-tool";
    case How::kForgedCallIn:
      return "forged-call-in";
  }
  return "";
}

std::string_view text_of(StoreKind kind) {
  switch (kind) {
    case StoreKind::kMemory:
      return "memory";
    case StoreKind::kSqlite:
      return "sqlite";
    case StoreKind::kCrashDisk:
      return "crash-disk";
  }
  return "";
}

}  // namespace pl::sim
