// A voice platform that remembers. It dials as the script says, and everything it is asked it
// answers from its own truth: the conversations that really took place.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ports/voice_platform.h"
#include "virtual_time.h"

namespace pl::journeys {

// What becomes of one POST.
struct DialScript {
  enum class Reply { kPlaced, kNumber, kUs, kUnknown, kNone };
  Reply reply = Reply::kPlaced;
  Millis reply_after{0};
  std::optional<Millis> place_after{Millis(0)};  // empty: no ring follows
  std::string why;
  bool rate_limited = false;
  std::optional<Millis> retry_after;
};

struct Conversation {
  core::ConversationReport report;
  std::optional<core::PhoneNumber> number;
  std::string user_id;
  std::string first_message;
  UtcTime began;
  bool inbound = false;
  std::optional<UtcTime> picked_up;
  std::optional<UtcTime> ended;
};

// A POST that arrived.
struct Posted {
  UtcTime at;
  ports::DialRequest request;
  bool refused = false;
};

class FakePlatform final : public ports::VoicePlatform {
 public:
  explicit FakePlatform(VirtualTime& time) : time_(time) {}

  void dial(ports::DialRequest request, std::function<void(ports::DialResult)> done) override;
  void conversation(core::ConversationId id,
                    std::function<void(Result<core::ConversationReport>)> done) override;
  void find(core::CallId call, std::string user_id, UtcTime since,
            std::function<void(Result<std::optional<core::ConversationReport>>)> done) override;
  void tools(std::function<void(Result<std::map<std::string, core::ToolId>>)> done) override;

  // What the script sets.
  std::deque<DialScript> next_dials;  // then `every_dial`
  DialScript every_dial;
  bool look_ups_fail = false;
  Millis listing_lag{0};
  bool knows_tools = true;
  // Told of every POST that arrives. False: the server dies before it leaves.
  std::function<bool(const Posted&)> on_dial;
  // Asked whether the server lives to see the reply of a POST that arrived.
  std::function<bool()> before_reply;

  // What happens on the telephones.
  // With the `sid` of a call that takes place already, that call: the platform asks about it again.
  const Conversation& call_in(std::optional<core::PhoneNumber> from, const std::string& sid);
  void set_initiation(const core::ConversationId& id, const core::Initiation& initiation);
  void pick_up(Conversation& conversation);
  void say(Conversation& conversation, core::Speaker speaker, std::string text);
  void hang_up(Conversation& conversation, std::optional<Millis> analysis);
  void fail(Conversation& conversation, std::string why);

  // Null where no such conversation took place.
  Conversation* of_call(const core::CallId& call);
  const Conversation* of_call(const core::CallId& call) const;
  Conversation* of_id(const core::ConversationId& id);
  const std::vector<Conversation>& conversations() const { return conversations_; }
  const std::vector<Posted>& posts() const { return posts_; }

  // The server died: nobody waits for our replies any more.
  void forget_replies() { ++life_; }

 private:
  std::function<void()> reply_to(const DialScript& script, const core::CallId& call,
                                 std::function<void(ports::DialResult)> done);
  void ring(const ports::DialRequest& request);
  Conversation& begin(std::optional<core::PhoneNumber> number, bool inbound);

  VirtualTime& time_;
  std::vector<Conversation> conversations_;
  std::vector<Posted> posts_;
  int life_ = 0;
};

}  // namespace pl::journeys
