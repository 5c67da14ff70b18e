// A store of maps whose every commit waits for the test: work runs when it is told to, and the
// commit succeeds, fails, or leaves everybody in doubt, as it is told to.
#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/check.h"
#include "ports/store.h"

namespace pl::testing {

struct Memory {
  std::map<core::CallerId, core::Caller> callers;
  std::map<core::OutreachId, core::Outreach> outreaches;
  std::map<core::CallId, core::Call> calls;
  std::map<core::CallId, core::Initiation> initiations;
  std::map<core::AttentionId, core::Attention> attention;
  std::map<std::tuple<core::CallId, core::ToolName, std::string>, ports::ToolEffect> effects;
  std::map<std::string, core::ToolId> tool_ids;
  std::vector<ports::InboxItem> inbox;
  std::vector<core::JournalEntry> journal;
};

namespace memory {

template <class Map, class Key>
auto find(const Map& map, const Key& key) -> std::optional<typename Map::mapped_type> {
  const auto found = map.find(key);
  if (found == map.end()) return std::nullopt;
  return found->second;
}

template <class Value, class Map, class Wanted>
std::vector<Value> select(const Map& map, Wanted wanted) {
  std::vector<Value> values;
  for (const auto& [key, value] : map) {
    if (wanted(value)) values.push_back(value);
  }
  return values;
}

// What no test of the front door comes to.
inline tl::unexpected<Error> not_here() {
  return fail(Code::kInternal, "the memory store does not do that");
}

}  // namespace memory

class MemoryTx final : public ports::Tx {
 public:
  explicit MemoryTx(Memory& memory) : m_(memory) {}

  Result<std::optional<core::Caller>> caller(const core::CallerId& id) override {
    return memory::find(m_.callers, id);
  }
  Result<std::optional<core::Caller>> caller_by_number(const core::LineName& line,
                                                       const core::PhoneNumber& number) override {
    const auto found = memory::select<core::Caller>(m_.callers, [&](const core::Caller& one) {
      return one.line == line && one.number.number == number;
    });
    return found.empty() ? std::nullopt : std::optional(found.front());
  }
  Result<void> insert(const core::Caller& caller) override { return put(m_.callers, caller); }
  Result<void> update(const core::Caller& caller) override { return put(m_.callers, caller); }

  Result<std::optional<core::Outreach>> outreach(const core::OutreachId& id) override {
    return memory::find(m_.outreaches, id);
  }
  Result<std::vector<core::Outreach>> open_outreaches(const core::CallerId& caller) override {
    return memory::select<core::Outreach>(m_.outreaches, [&](const core::Outreach& one) {
      return one.caller == caller && !core::is_terminal(one.state);
    });
  }
  Result<std::vector<core::Outreach>> outreaches(const core::CallerId&, std::size_t) override {
    return memory::not_here();
  }
  Result<std::vector<core::Outreach>> outreaches_after(const core::CallId& call) override {
    return memory::select<core::Outreach>(m_.outreaches, [&](const core::Outreach& one) {
      return !core::is_terminal(one.state) && (one.awaits == call || one.held_by == call);
    });
  }
  Result<std::vector<core::Outreach>> due_outreaches(UtcTime, const std::vector<core::LineName>&,
                                                     std::size_t) override {
    return memory::not_here();
  }
  Result<std::vector<core::Outreach>> blocked_outreaches(const core::LineName&,
                                                         std::size_t) override {
    return std::vector<core::Outreach>{};
  }
  Result<std::vector<core::Outreach>> blocked_outreaches(const core::PhoneNumber&,
                                                         std::size_t) override {
    return std::vector<core::Outreach>{};
  }
  Result<std::vector<core::Outreach>> waiting_outreaches(const core::LineName&) override {
    return memory::not_here();
  }
  Result<void> insert(const core::Outreach& one) override { return put(m_.outreaches, one); }
  Result<void> update(const core::Outreach& one) override { return put(m_.outreaches, one); }

  Result<std::optional<core::Call>> call(const core::CallId& id) override {
    return memory::find(m_.calls, id);
  }
  Result<std::optional<core::Call>> call_by_conversation(const core::ConversationId& id) override {
    return first_call([&](const core::Call& one) { return one.conversation == id; });
  }
  Result<std::optional<core::Call>> call_by_sid(const core::CallSid& sid) override {
    return first_call([&](const core::Call& one) { return one.call_sid == sid; });
  }
  Result<std::vector<core::Call>> calls(const ports::CallFilter& filter) override {
    return memory::select<core::Call>(m_.calls, [&](const core::Call& one) {
      return !filter.caller || one.caller == filter.caller;
    });
  }
  Result<std::vector<core::Call>> calls_of(const core::OutreachId& outreach) override {
    return memory::select<core::Call>(
        m_.calls, [&](const core::Call& one) { return one.outreach == outreach; });
  }
  Result<std::vector<core::Call>> due_polls(UtcTime, std::size_t) override {
    return memory::not_here();
  }
  Result<std::vector<core::Call>> unanswered_dials() override { return memory::not_here(); }
  Result<bool> has_live_call(const core::PhoneNumber&, UtcTime) override {
    return memory::not_here();
  }
  Result<int> live_calls(const core::LineName&, UtcTime) override { return memory::not_here(); }
  Result<std::vector<UtcTime>> dials_to(const core::PhoneNumber&, UtcTime) override {
    return std::vector<UtcTime>{};
  }
  Result<std::vector<UtcTime>> dials_of(const core::LineName&, UtcTime) override {
    return std::vector<UtcTime>{};
  }
  Result<std::optional<UtcTime>> last_conversation_end(const core::CallerId&) override {
    return std::optional<UtcTime>();
  }
  Result<void> insert(const core::Call& call) override {
    if (m_.calls.contains(call.id)) return fail(Code::kConflict, "the call is recorded already");
    return put(m_.calls, call);
  }
  Result<void> update(const core::Call& call) override { return put(m_.calls, call); }
  Result<std::optional<core::Initiation>> initiation(const core::CallId& call) override {
    return memory::find(m_.initiations, call);
  }
  Result<void> put(const core::CallId& call, const core::Initiation& initiation) override {
    m_.initiations.insert_or_assign(call, initiation);
    return {};
  }

  Result<std::vector<core::TextMessage>> texts_of(const core::OutreachId&) override {
    return std::vector<core::TextMessage>{};
  }
  Result<std::vector<core::TextMessage>> unanswered_texts() override { return memory::not_here(); }
  Result<std::optional<core::TextMessage>> text(const core::TextId&) override {
    return std::optional<core::TextMessage>();
  }
  Result<void> insert(const core::TextMessage&) override { return memory::not_here(); }
  Result<void> update(const core::TextMessage&) override { return memory::not_here(); }
  Result<void> remove(const core::TextId&) override { return memory::not_here(); }

  Result<bool> insert(const ports::InboxItem& item) override {
    for (const ports::InboxItem& one : m_.inbox) {
      if (one.key == item.key && one.sha256 == item.sha256) return false;
    }
    m_.inbox.push_back(item);
    return true;
  }
  Result<std::vector<ports::InboxItem>> take_parked(const core::ConversationId&) override {
    return std::vector<ports::InboxItem>{};
  }

  Result<std::optional<ports::ToolEffect>> tool_effect(const core::CallId& call,
                                                       const core::ToolName& tool,
                                                       const std::string& arguments) override {
    return memory::find(m_.effects, std::tuple(call, tool, arguments));
  }
  Result<void> put(const ports::ToolEffect& effect) override {
    m_.effects.insert_or_assign(std::tuple(effect.call, effect.tool, effect.arguments), effect);
    return {};
  }

  Result<std::map<core::LineName, ports::DialerPause>> pauses() override {
    return std::map<core::LineName, ports::DialerPause>{};
  }
  Result<void> pause(const core::LineName&, const ports::DialerPause&) override {
    return memory::not_here();
  }
  Result<void> resume(const core::LineName&) override { return memory::not_here(); }

  Result<std::map<std::string, core::ToolId>> tool_ids() override { return m_.tool_ids; }
  Result<void> put_tool_ids(const std::map<std::string, core::ToolId>& ids) override {
    m_.tool_ids = ids;
    return {};
  }

  Result<bool> raise(const core::Attention& item) override {
    for (const auto& [id, one] : m_.attention) {
      const bool same = one.reason == item.reason && one.subject == item.subject;
      if (same && !one.resolved_at) return false;
    }
    PL_DO(put(m_.attention, item));
    return true;
  }
  Result<std::optional<core::Attention>> attention(const core::AttentionId& id) override {
    return memory::find(m_.attention, id);
  }
  Result<std::vector<core::Attention>> open_attention(std::size_t) override {
    return memory::select<core::Attention>(
        m_.attention, [](const core::Attention& one) { return !one.resolved_at; });
  }
  Result<void> resolve(const core::AttentionId& id, UtcTime now) override {
    m_.attention.at(id).resolved_at = now;
    return {};
  }

  Result<void> append(const core::JournalEntry& entry) override {
    m_.journal.push_back(entry);
    m_.journal.back().seq = static_cast<std::int64_t>(m_.journal.size());
    return {};
  }
  Result<std::vector<core::JournalEntry>> journal(std::int64_t after, std::size_t limit) override {
    std::vector<core::JournalEntry> entries;
    for (const core::JournalEntry& entry : m_.journal) {
      if (entry.seq > after && entries.size() < limit) entries.push_back(entry);
    }
    return entries;
  }
  Result<std::optional<UtcTime>> next_due(const std::vector<core::LineName>&) override {
    return std::optional<UtcTime>();
  }

 private:
  template <class Map, class Row>
  Result<void> put(Map& map, const Row& row) {
    map.insert_or_assign(row.id, row);
    return {};
  }
  template <class Wanted>
  Result<std::optional<core::Call>> first_call(Wanted wanted) {
    const auto found = memory::select<core::Call>(m_.calls, wanted);
    return found.empty() ? std::nullopt : std::optional(found.front());
  }

  Memory& m_;
};

// How a commit ends. In doubt, the work may have been kept or not, and nobody is told which.
enum class Commit { kDone, kFails, kInDoubtKept, kInDoubtLost };

class HeldStore final : public ports::Store {
 public:
  Memory memory;
  bool full = false;       // work is refused as it comes, on the submitter's own thread
  int submitted = 0;       // works that ever came
  bool immediate = false;  // work is done and committed as it comes, or fails, if `broken`
  bool broken = false;     // every commit fails

  void submit(ports::Priority, Work work, Done done) override {
    ++submitted;
    if (full) return done(fail(Code::kUnavailable, "too much to do"));
    queue_.push_back({std::move(work), std::move(done)});
    if (immediate) settle();
  }

  std::size_t queued() const { return queue_.size(); }

  // Runs the oldest work; nothing of it is durable before commit().
  void work() {
    PL_CHECK(!queue_.empty() && !running_);
    running_ = std::move(queue_.front());
    queue_.pop_front();
    draft_ = memory;
    MemoryTx tx(draft_);
    result_ = running_->work(tx);
  }

  void commit(Commit how) {
    PL_CHECK(running_.has_value());
    const Job job = *std::exchange(running_, std::nullopt);
    if (!result_) return job.done(result_);
    if (how == Commit::kDone || how == Commit::kInDoubtKept) memory = draft_;
    switch (how) {
      case Commit::kDone:
        return job.done({});
      case Commit::kFails:
        return job.done(fail(Code::kUnavailable, "the disk is full"));
      case Commit::kInDoubtKept:
      case Commit::kInDoubtLost:
        return job.done(fail(Code::kOutcomeUnknown, "the disk did not answer"));
    }
  }

  // Does everything that is queued, and what follows from it.
  void settle() {
    if (running_) return;
    while (!queue_.empty()) {
      work();
      commit(broken ? Commit::kFails : Commit::kDone);
    }
  }

 private:
  struct Job {
    Work work;
    Done done;
  };
  std::deque<Job> queue_;
  std::optional<Job> running_;
  Memory draft_;
  Result<void> result_;
};

}  // namespace pl::testing
