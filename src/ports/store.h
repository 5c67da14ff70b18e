// Where everything is kept. One event is one transaction: either all that it wrote is durable, or
// nothing is.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "core/attention.h"
#include "core/call.h"
#include "core/caller.h"
#include "core/journal.h"
#include "core/outreach.h"
#include "core/text_message.h"
#include "ports/access.h"
#include "ports/outbox.h"
#include "ports/privacy.h"
#include "ports/set_aside.h"

namespace pl::ports {

// A post-call webhook that arrived. `key` and `sha256` together say whether it came before.
struct InboxItem {
  std::string key;     // type:conversation
  std::string sha256;  // of the raw body
  UtcTime received_at;
  std::string type;
  std::optional<core::ConversationId> conversation;
  bool parked = false;  // its call is not known yet
  // What a parked item says, when it says that nobody was reached.
  std::optional<core::Verdict> failure;
};

// Why a line's dialer stands still; a later one outweighs an earlier one.
enum class PauseCause {
  kRefused,  // the platform does not dial for us; a restart lifts it, and time where `until` is set
  kFailed,   // calls fail for something of ours; a passed check of the agent lifts it
  kDrift,    // a call was not as it was asked for; a passed check of the agent lifts it
  kPhrase,   // an agent said what it must never say; an operator alone lifts it
};
constexpr auto words_of(PauseCause) {
  using enum PauseCause;
  return word_table<PauseCause>(
      {{kRefused, "refused"}, {kFailed, "failed"}, {kDrift, "drift"}, {kPhrase, "phrase"}});
}

// A line's dialer that stands still.
struct DialerPause {
  UtcTime since;
  std::optional<UtcTime> until;  // empty: until an operator, or a reload, resumes it
  std::string why;
  UtcTime look_at{};  // when something that waits has waited through it for too long
  PauseCause cause = PauseCause::kRefused;
};

// The answer given to a call's last tool call, kept so that the same one repeated gets the same
// answer.
struct ToolEffect {
  core::CallId call;
  core::ToolName tool;
  std::string arguments;  // canonical text
  UtcTime at;
  bool saved = false;
  std::string say;
};

struct CallFilter {
  std::optional<core::LineName> line;
  std::optional<core::CallerId> caller;
  std::optional<bool> live;
  std::optional<core::CallId> before;  // older ones than this
  std::size_t limit = 50;              // newest first
};

struct CallerFilter {
  std::optional<core::LineName> line;
  std::optional<core::Stage> stage;
  std::optional<core::CallerId> before;
  std::size_t limit = 50;  // newest first
};

struct OutreachFilter {
  std::optional<core::CallerId> caller;
  std::optional<core::OutreachState> state;
  std::optional<core::OutreachId> before;
  std::size_t limit = 50;  // newest first
};

struct AttentionFilter {
  std::optional<core::LineName> line;
  std::optional<core::AttentionReason> reason;
  std::optional<core::AttentionId> before;
  std::size_t limit = 50;  // newest first
};

// What is kept for a time only.
enum class Kept {
  kSpeech,   // what was said in calls, what tools were told in them, and what the platform was told
  kHistory,  // calls that are over; outreaches that are, with theirs and their texts; inbox items
  kJournal,
};

// A transaction. Reads see its own writes. Errors: kUnavailable when the store is busy, full, gone,
// damaged as a whole or the write failed; kCorrupt when the row that was asked for makes no sense;
// kConflict where stated. After any error but kNotFound and kCorrupt the transaction must be given
// up (return the error).
// A list of rows leaves out those that make no sense, unless it says otherwise; a list of ids has
// them. Whichever they were: see unreadable().
// Only valid during the call of the work it is given to; used on that thread alone.
class Tx {
 public:
  virtual ~Tx() = default;

  virtual Result<std::optional<core::Caller>> caller(const core::CallerId& id) = 0;
  virtual Result<std::optional<core::Caller>> caller_by_number(const core::LineName& line,
                                                               const core::PhoneNumber& number) = 0;
  // On every line, by id. A Telegram chat may belong to several callers, as a family's may.
  virtual Result<std::vector<core::Caller>> callers_with(const core::PhoneNumber& number) = 0;
  virtual Result<std::vector<core::Caller>> callers_in_chat(
      const std::string& telegram_chat_id) = 0;
  virtual Result<std::vector<core::Caller>> callers(const CallerFilter& filter) = 0;
  // kConflict when the line has a caller with that number.
  virtual Result<void> insert(const core::Caller& caller) = 0;
  virtual Result<void> update(const core::Caller& caller) = 0;

  virtual Result<std::optional<core::Outreach>> outreach(const core::OutreachId& id) = 0;
  virtual Result<std::vector<core::OutreachId>> open_outreaches(const core::CallerId& caller) = 0;
  virtual Result<std::vector<core::Outreach>> outreaches(const OutreachFilter& filter) = 0;
  // The open outreaches that await this call's end, or are held by it.
  virtual Result<std::vector<core::Outreach>> outreaches_after(const core::CallId& call) = 0;
  // Waiting or texting, `ask_at` reached; hand-overs and retries first, then by ask_at. Waiting
  // ones of the lines in `paused` are left out. Like whatever else is due or blocked, none that is
  // set aside.
  virtual Result<std::vector<core::OutreachId>> due_outreaches(
      UtcTime now, const std::vector<core::LineName>& paused, std::size_t limit) = 0;
  // Waiting ones that are blocked, of a line, or for a number on any line; in the order of
  // due_outreaches.
  virtual Result<std::vector<core::Outreach>> blocked_outreaches(const core::LineName& line,
                                                                 std::size_t limit) = 0;
  virtual Result<std::vector<core::Outreach>> blocked_outreaches(const core::PhoneNumber& number,
                                                                 std::size_t limit) = 0;
  virtual Result<std::vector<core::Outreach>> waiting_outreaches(const core::LineName& line) = 0;
  virtual Result<void> insert(const core::Outreach& outreach) = 0;
  virtual Result<void> update(const core::Outreach& outreach) = 0;

  virtual Result<std::optional<core::Call>> call(const core::CallId& id) = 0;
  virtual Result<std::optional<core::Call>> call_by_conversation(
      const core::ConversationId& id) = 0;
  virtual Result<std::optional<core::Call>> call_by_sid(const core::CallSid& sid) = 0;
  virtual Result<std::vector<core::Call>> calls(const CallFilter& filter) = 0;
  virtual Result<std::vector<core::Call>> calls_of(const core::OutreachId& outreach) = 0;
  virtual Result<std::vector<core::CallId>> due_polls(UtcTime now, std::size_t limit) = 0;
  // Outbound calls whose POST was never answered, as a crash leaves them.
  virtual Result<std::vector<core::Call>> unanswered_dials() = 0;
  // Without an observed end, or set aside; and not lapsed at `now`.
  virtual Result<bool> has_live_call(const core::PhoneNumber& number, UtcTime now) = 0;
  virtual Result<int> live_calls(const core::LineName& line, UtcTime now) = 0;
  // Start times since `since` (exclusive), oldest first; a dial that ended kRefusedUs is no dial.
  virtual Result<std::vector<UtcTime>> dials_to(const core::PhoneNumber& number, UtcTime since) = 0;
  virtual Result<std::vector<UtcTime>> dials_of(const core::LineName& line, UtcTime since) = 0;
  // The latest end of a call in which the caller was heard.
  virtual Result<std::optional<UtcTime>> last_conversation_end(const core::CallerId& caller) = 0;
  // kConflict when an outbound call with that number is live: the last guard of "rung twice".
  virtual Result<void> insert(const core::Call& call) = 0;
  virtual Result<void> update(const core::Call& call) = 0;

  // Exactly what the platform was told about a call. Apart from it: it is large and read seldom.
  virtual Result<std::optional<core::Initiation>> initiation(const core::CallId& call) = 0;
  // For a call that is recorded; replaces what was there.
  virtual Result<void> put(const core::CallId& call, const core::Initiation& initiation) = 0;

  // kCorrupt where one of them makes no sense: it may be one that was sent.
  virtual Result<std::vector<core::TextMessage>> texts_of(const core::OutreachId& outreach) = 0;
  // Texts whose channel never answered, as a crash leaves them.
  virtual Result<std::vector<core::TextMessage>> unanswered_texts() = 0;
  virtual Result<std::optional<core::TextMessage>> text(const core::TextId& id) = 0;
  virtual Result<std::optional<core::TextMessage>> text_by_channel_id(
      core::Channel channel, const std::string& channel_id) = 0;
  // kConflict when the channel has another text with that channel_id, unless it is empty.
  virtual Result<void> insert(const core::TextMessage& text) = 0;
  virtual Result<void> update(const core::TextMessage& text) = 0;
  virtual Result<void> remove(const core::TextId& text) = 0;  // it was not sent

  // False when it came before: nothing is written then.
  virtual Result<bool> insert(const InboxItem& item) = 0;
  // Takes the parked items of a conversation: afterwards they are parked no more.
  virtual Result<std::vector<InboxItem>> take_parked(const core::ConversationId& conversation) = 0;

  // The one that was put last for the call.
  virtual Result<std::optional<ToolEffect>> tool_effect(const core::CallId& call) = 0;
  virtual Result<void> put(const ToolEffect& effect) = 0;

  // One that makes no sense is there for good, as what an operator alone may lift.
  virtual Result<std::map<core::LineName, DialerPause>> pauses() = 0;
  virtual Result<void> pause(const core::LineName& line, const DialerPause& pause) = 0;
  virtual Result<void> resume(const core::LineName& line) = 0;

  // The platform's ids of tools, as they were last resolved.
  virtual Result<std::map<std::string, core::ToolId>> tool_ids() = 0;
  virtual Result<void> put_tool_ids(const std::map<std::string, core::ToolId>& ids) = 0;

  // False when an open item with that reason and subject exists: nothing is written then.
  virtual Result<bool> raise(const core::Attention& attention) = 0;
  virtual Result<std::optional<core::Attention>> attention(const core::AttentionId& id) = 0;
  virtual Result<std::vector<core::Attention>> open_attention(const AttentionFilter& filter) = 0;
  virtual Result<void> resolve(const core::AttentionId& id, UtcTime now) = 0;

  virtual Result<void> append(const core::JournalEntry& entry) = 0;  // its seq is ignored
  virtual Result<std::vector<core::JournalEntry>> journal(std::int64_t after,
                                                          std::size_t limit) = 0;

  virtual Result<std::vector<ApiKey>> api_keys() = 0;  // revoked ones too, oldest first
  // kConflict when another key has that sha256.
  virtual Result<void> insert(const ApiKey& key) = 0;
  virtual Result<void> update(const ApiKey& key) = 0;

  virtual Result<std::optional<KeptAnswer>> kept_answer(const core::ApiKeyId& asked_with,
                                                        const std::string& key) = 0;
  // kConflict when there is one.
  virtual Result<void> insert(const KeptAnswer& answer) = 0;
  virtual Result<void> drop_kept_answers(UtcTime before) = 0;

  virtual Result<std::vector<Endpoint>> endpoints() = 0;  // disabled ones too, oldest first
  virtual Result<void> insert(const Endpoint& endpoint) = 0;
  virtual Result<void> update(const Endpoint& endpoint) = 0;
  virtual Result<void> remove(const core::EndpointId& endpoint) = 0;  // and its deliveries

  virtual Result<std::optional<Delivery>> delivery(const core::DeliveryId& id) = 0;
  virtual Result<std::vector<Delivery>> deliveries(const DeliveryFilter& filter) = 0;
  // Pending and due, by due, then by id.
  virtual Result<std::vector<core::DeliveryId>> due_deliveries(UtcTime now, std::size_t limit) = 0;
  virtual Result<void> insert(const Delivery& delivery) = 0;  // its endpoint is there
  virtual Result<void> update(const Delivery& delivery) = 0;
  virtual Result<void> drop_deliveries(UtcTime settled_before) = 0;  // none that is pending

  // Everything that says who they are or what they said: the caller, their outreaches, calls,
  // texts, kept answers, deliveries and inbox items; and the calls that strangers made on their
  // line from a number that was theirs and is no other caller's. What the journal says of their id
  // stays, and so do erasures and forgettings. kNotFound without such a caller.
  virtual Result<Erased> erase(const core::CallerId& caller) = 0;
  virtual Result<std::optional<Erasure>> erasure(const core::ErasureId& id) = 0;
  virtual Result<void> insert(const Erasure& erasure) = 0;
  // By due, then by conversation.
  virtual Result<std::vector<core::ConversationId>> due_forgettings(UtcTime now,
                                                                    std::size_t limit) = 0;
  virtual Result<std::optional<Forgetting>> forgetting(const core::ConversationId& id) = 0;
  virtual Result<std::vector<Forgetting>> forgettings(const core::ErasureId& erasure) = 0;
  // For an erasure that is recorded; replaces what was there.
  virtual Result<void> put(const Forgetting& forgetting) = 0;
  virtual Result<void> remove(const core::ConversationId& forgotten) = 0;

  // Lets go of what is from before `before`, oldest first: at most `limit` calls whose speech goes;
  // or `limit` outreaches, calls without one, and inbox items each; or `limit` entries up to the
  // first that is not as old. Gives how many of those went; none: nothing that old is left.
  virtual Result<std::size_t> drop(Kept kept, UtcTime before, std::size_t limit) = 0;

  // Numbers that must never be rung or texted again, as keyed hashes of them.
  virtual Result<bool> is_suppressed(const std::string& hash) = 0;
  virtual Result<void> suppress(const std::string& hash, UtcTime now) = 0;  // again is no error
  virtual Result<void> lift_suppression(const std::string& hash) = 0;  // nor that there is none

  // The rows that this transaction has met and could not read, each once; no pause it lifted.
  virtual std::vector<Unreadable> unreadable() const = 0;

  virtual Result<std::optional<SetAside>> set_aside(const RowKey& row) = 0;
  // `until` reached; by until, then by table and id.
  virtual Result<std::vector<SetAside>> due_set_asides(UtcTime now, std::size_t limit) = 0;
  virtual Result<void> put(const SetAside& row) = 0;    // replaces what was there
  virtual Result<void> release(const RowKey& row) = 0;  // that it is not set aside is no error

  // Writes something that nobody reads: that it can be committed is all.
  virtual Result<void> beat(UtcTime now) = 0;
  // Whether the transaction has changed anything.
  virtual bool has_written() const = 0;

  // The earliest instant at which due_outreaches, due_polls, due_deliveries, due_forgettings or
  // due_set_asides will have something; empty: never.
  virtual Result<std::optional<UtcTime>> next_due(const std::vector<core::LineName>& paused) = 0;
};

// Who may not be delayed by whom.
enum class Priority { kCall, kRoutine };

class Store {
 public:
  using Work = std::function<Result<void>(Tx&)>;
  using Done = std::function<void(Result<void>)>;

  virtual ~Store() = default;

  // Runs `work` in a transaction, later, once or again, and then `done` once with its result: when
  // `done` is told of success, everything is durable. An error of `work`, or of the commit, undoes
  // it all. A work that runs again was undone before: it assigns what it found at its end, adds to
  // nothing outside of the transaction, and may find other rows. A kOutcomeUnknown from the commit
  // means that nobody can say. Work of kCall goes first. From any thread; both functions run on the
  // store's thread and must not block.
  virtual void submit(Priority priority, Work work, Done done) = 0;
};

}  // namespace pl::ports
