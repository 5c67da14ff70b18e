// The voice platform as it truly is: every ring and conversation that ever took place. It does what
// it is told about each dial, and answers whatever it is asked from its own truth.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "ports/carrier.h"
#include "ports/voice_platform.h"
#include "sim/mortality.h"
#include "sim/virtual_time.h"

namespace pl::sim {

// What becomes of one POST.
struct DialFate {
  enum class Reply { kPlaced, kNumber, kUs, kUnknown, kNone };
  Reply reply = Reply::kPlaced;
  Millis reply_after{0};
  std::optional<Millis> place_after{Millis(0)};  // empty: no ring follows
  std::string why;
  bool rate_limited = false;
  std::optional<Millis> retry_after;
};

// One conversation, with the telephone's side of it. Stays where it is as long as the platform.
struct Conversation {
  core::ConversationReport report;
  std::size_t index = 0;
  int nth = 0;  // of the person, from 1
  std::optional<core::PhoneNumber> number;
  std::string user_id;
  std::string first_message;
  std::vector<core::ToolId> tools;
  bool inbound = false;
  UtcTime began;
  UtcTime listed_from;  // the platform's list shows it from then on
  std::chrono::seconds rings_for{25};
  std::chrono::seconds max_duration{0};  // after which the platform hangs up; 0: never
  std::optional<UtcTime> picked_up;
  std::optional<UtcTime> ended;
  bool spoke = false;      // a person was heard
  bool machine = false;    // a machine was
  bool forgotten = false;  // deleted, as it was asked for; a webhook that is under way still comes
};

// A POST that arrived. Its request is there while it is told of.
struct Posted {
  UtcTime at;
  const ports::DialRequest& request;
  bool refused = false;
};

class Platform final : public ports::VoicePlatform {
 public:
  Platform(VirtualTime& time, Mortality& mortality) : time_(time), mortality_(mortality) {}

  void dial(ports::DialRequest request, std::function<void(ports::DialResult)> done) override;
  void conversation(core::ConversationId id,
                    std::function<void(Result<core::ConversationReport>)> done) override;
  void find(core::CallId call, std::string user_id, UtcTime since,
            std::function<void(Result<std::optional<core::ConversationReport>>)> done) override;
  void tools(std::function<void(Result<std::map<std::string, core::ToolId>>)> done) override;

  void forget(core::ConversationId id, std::function<void(Result<void>)> done) override;
  void agent(std::string agent_id, std::function<void(Result<core::AgentSwitches>)> done) override;

  // Decides about the POST that has just arrived.
  std::function<DialFate(const ports::DialRequest&)> fate_of;
  bool look_ups_fail = false;
  bool fails_calls = false;  // as soon as they are picked up: an override is not allowed
  // Fields of overrides that the agent's settings do not allow: they are dropped without a word.
  std::set<core::Aspect> drops;
  Millis listing_lag{0};
  std::map<std::string, core::ToolId> known_tools;

  // What is told, as it happens.
  std::function<void()> on_dial;  // a POST is about to leave the server
  std::function<void(const Posted&)> on_posted;
  std::function<void(const Conversation&)> on_begin;
  std::function<void(Conversation&)> on_ring;  // after on_begin, where it is not inbound
  std::function<void(const Conversation&)> on_over;
  std::function<void(const Conversation&)> on_forgotten;

  // What happens on the telephones. An inbound conversation begins picked up.
  Conversation& call_in(std::optional<core::PhoneNumber> from, core::CallSid sid);
  void set_initiation(Conversation& conversation, const core::Initiation& initiation);
  void pick_up(Conversation& conversation);
  void say(Conversation& conversation, core::Speaker speaker, std::string text);
  // What a machine at the other end says; the platform takes it for words of the user.
  void play(Conversation& conversation, std::string text);
  // `analysis` later the platform's report is final; empty: never.
  void hang_up(Conversation& conversation, std::optional<Millis> analysis);
  void fail(Conversation& conversation, std::optional<core::CallResult> result, std::string why);

  // Null where no such conversation took place.
  Conversation* of_call(const core::CallId& call);
  Conversation* of_id(const core::ConversationId& id);
  Conversation* of_sid(const core::CallSid& sid);  // looks at all of them
  Conversation& at(std::size_t index) { return conversations_[index]; }
  const std::deque<Conversation>& conversations() const { return conversations_; }

  // The server died: nobody waits for our replies any more.
  void forget_replies() { ++life_; }

 private:
  std::function<void()> reply_to(DialFate fate, const core::CallId& call,
                                 std::function<void(ports::DialResult)> done);
  void ring(const ports::DialRequest& request);
  Conversation& begin(std::optional<core::PhoneNumber> number, bool inbound);
  void conclude(Conversation& conversation);

  VirtualTime& time_;
  Mortality& mortality_;
  std::deque<Conversation> conversations_;
  std::unordered_map<std::string, std::size_t> by_call_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_user_;
  int life_ = 0;
};

// The reason of a ring that the carrier stopped.
inline constexpr const char* kStopped = "canceled";

// The network on which the platform's calls ring.
class Carrier final : public ports::Carrier {
 public:
  Carrier(Platform& platform, Mortality& mortality) : platform_(platform), mortality_(mortality) {}

  void stop_ringing(core::CallSid call, std::function<void(Result<void>)> done) override;

 private:
  Platform& platform_;
  Mortality& mortality_;
};

}  // namespace pl::sim
