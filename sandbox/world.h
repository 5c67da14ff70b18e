// Everything that exists in the sandbox. It lives on the loop's thread and nowhere else.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "net/http_client.h"
#include "sandbox/conversation.h"
#include "sandbox/faults.h"
#include "sandbox/ledger.h"
#include "sandbox/loop.h"
#include "sandbox/people.h"
#include "sandbox/workspace.h"

namespace pl::sandbox {

// What the messenger says of a chat.
enum class Chat {
  kStarted,
  kBlocked,       // the bot
  kDeactivated,   // the account is gone
  kNeverStarted,  // a person whom the bot may not write to first
  kMigrated,      // a group that became a supergroup of another id
  kUnknown,
};

// How the post-call webhook fares. Ten failures in a row disable it, unless it has succeeded within
// a week.
struct WebhookHealth {
  int failures = 0;  // since the last success
  int queued = 0;    // that are to be sent again
  bool is_auto_disabled = false;
  int error_code = 0;  // of the last failure; 0: there was no answer
  std::optional<UtcTime> failed_at;
  std::optional<UtcTime> succeeded_at;
};

class World {
 public:
  // What happens with the answer to a request of the platform; runs on the loop.
  using Answered = std::function<void(const Result<net::ClientAnswer>&)>;

  World(Workspace the_workspace, Loop& loop, net::HttpClient& client);

  Workspace workspace;
  People people;
  Faults faults;
  Ledger ledger;
  WebhookHealth post_call_health;
  // Target -> a webhook that waits until another one has overtaken it.
  std::map<std::string, std::function<void()>> held_webhooks;
  std::map<std::int64_t, Chat> chats;  // those that are not as the workspace has them
  std::int64_t last_message_id = 0;
  std::set<std::pair<std::string, std::string>> opt_outs;    // whose phone, of which number
  std::vector<std::unique_ptr<Conversation>> conversations;  // in the order of their start

  UtcTime now() const;
  std::string new_conversation_id();
  std::string new_hex(std::size_t digits);
  // Any number; nobody needs to be unable to guess it.
  static std::uint64_t draw();

  Conversation* conversation(std::string_view id);
  // Somebody at `number` is on the line, or their phone rings.
  const Conversation* live_call(std::string_view number) const;

  // Runs `task` on the loop unless the world is reset before.
  void later(Millis delay, Loop::Task task);
  // Sends one request to Party Line and keeps the delivery with number `seq` up to date.
  void send(net::ClientRequest request, std::uint64_t seq, Answered answered);

  // As if freshly started, but for where Party Line is. What is under way is forgotten.
  void reset();

 private:
  void settle(std::uint64_t seq, const Result<net::ClientAnswer>& answer);

  const Workspace first_workspace_;
  Loop& loop_;
  net::HttpClient& client_;
  std::uint64_t generation_ = 0;  // counts resets, so that what began before one can tell
};

}  // namespace pl::sandbox
