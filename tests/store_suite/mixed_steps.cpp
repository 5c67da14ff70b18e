#include "mixed_steps.h"

namespace pl::store_suite {
namespace in_mixed_steps {

using ports::Tx;

template <class Row>
Step insert(Row row) {
  return [row](Tx& tx) { return shown(tx.insert(row)); };
}
template <class Row>
Step update(Row row) {
  return [row](Tx& tx) { return shown(tx.update(row)); };
}

}  // namespace in_mixed_steps

using namespace in_mixed_steps;

MixedSteps::MixedSteps(std::uint64_t seed) : random_(seed) {
  for (int i = 0; i < 6; ++i) {
    callers_.push_back(random_.id<core::CallerId>());
    outreaches_.push_back(random_.id<core::OutreachId>());
    outreaches_.push_back(random_.id<core::OutreachId>());
    calls_.push_back(random_.id<core::CallId>());
    calls_.push_back(random_.id<core::CallId>());
    texts_.push_back(random_.id<core::TextId>());
    attention_.push_back(random_.id<core::AttentionId>());
    keys_.push_back(random_.id<core::ApiKeyId>());
    endpoints_.push_back(random_.id<core::EndpointId>());
    deliveries_.push_back(random_.id<core::DeliveryId>());
    erasures_.push_back(random_.id<core::ErasureId>());
  }
  for (int i = 0; i < 4; ++i) numbers_.push_back(random_.number());
}

Step MixedSteps::step() {
  return random_.flag() ? change() : question();
}

std::vector<core::LineName> MixedSteps::paused() {
  std::vector<core::LineName> some;
  for (const core::LineName& one : lines_) {
    if (random_.below(3) == 0) some.push_back(one);
  }
  return some;
}

core::Caller MixedSteps::caller() {
  core::Caller row = random_.any<core::Caller>();
  row.id = one_of(callers_);
  row.line = line();
  row.number.number = one_of(numbers_);
  if (row.telegram_chat_id) row.telegram_chat_id = digit();
  return row;
}

core::Outreach MixedSteps::outreach() {
  core::Outreach row = random_outreach(random_, one_of(callers_));
  row.id = one_of(outreaches_);
  row.line = line();
  if (random_.flag()) row.state = core::OutreachState::kWaiting;
  if (row.ask_at != UtcTime::max()) row.ask_at = soon();
  row.retries = random_.flag() ? 1 : 0;
  if (row.awaits) row.awaits = one_of(calls_);
  if (row.held_by) row.held_by = one_of(calls_);
  if (random_.below(4) == 0) row.redo = one_of(outreaches_);
  return row;
}

core::Call MixedSteps::call() {
  core::Call row = random_call(random_, one_of(callers_), one_of(outreaches_));
  row.id = one_of(calls_);
  row.line = line();
  if (row.number) row.number = one_of(numbers_);
  row.started_at = soon();
  row.lapses_at = soon();
  row.ended_at = random_.maybe([this] { return soon(); });
  row.poll_at = random_.maybe([this] { return soon(); });
  if (random_.flag()) row.verdict.reset();
  if (row.conversation) row.conversation->text = "conversation" + digit() + digit();
  if (row.call_sid) row.call_sid->text = "sid" + digit();
  return row;
}

core::TextMessage MixedSteps::text() {
  core::TextMessage row = random_text(random_, outreach());
  row.id = one_of(texts_);
  if (!row.channel_id.empty()) row.channel_id = digit();
  return row;
}

core::Attention MixedSteps::attention() {
  core::Attention row = random_attention(random_);
  row.id = one_of(attention_);
  row.line = line();
  row.subject = digit();
  return row;
}

ports::InboxItem MixedSteps::item() {
  ports::InboxItem row = random_item(random_);
  row.key = digit();
  row.sha256 = digit() + digit();
  row.received_at = soon();
  if (row.conversation) row.conversation->text = "conversation" + digit();
  return row;
}

ports::OutreachFilter MixedSteps::outreach_filter() {
  ports::OutreachFilter filter{.limit = limit()};
  filter.caller = random_.maybe([this] { return one_of(callers_); });
  filter.state = random_.maybe([this] { return random_.any<core::OutreachState>(); });
  filter.before = random_.maybe([this] { return one_of(outreaches_); });
  return filter;
}

Step MixedSteps::change() {
  switch (random_.below(11)) {
    case 0:
      return insert(caller());
    case 1:
      return update(caller());
    case 2:
      return insert(outreach());
    case 3:
    case 4:
      return update(outreach());
    case 5:
      return insert(call());
    case 6:
    case 7:
      return update(call());
    case 8:
      return change_beside_calls();
    case 9:
      return change_of_privacy();
    default:
      return rare_change();
  }
}

Step MixedSteps::rare_change() {
  switch (random_.below(12)) {
    case 0:
      return insert(text());
    case 1:
      return update(text());
    case 2:
      return [id = one_of(texts_)](Tx& tx) { return shown(tx.remove(id)); };
    case 3:
      return insert(item());
    case 4:
      return [id = core::ConversationId{"conversation" + digit()}](Tx& tx) {
        return shown(tx.take_parked(id));
      };
    case 5: {
      ports::ToolEffect effect = random_effect(random_, one_of(calls_));
      effect.tool.text = digit();
      effect.arguments = digit();
      return [effect](Tx& tx) { return shown(tx.put(effect)); };
    }
    case 6:
      return [name = line(), pause = random_.any<ports::DialerPause>()](Tx& tx) {
        return shown(tx.pause(name, pause));
      };
    case 7:
      return [name = line()](Tx& tx) { return shown(tx.resume(name)); };
    case 8:
      return [ids = std::map<std::string, core::ToolId>{{digit(), {random_.word()}}}](Tx& tx) {
        return shown(tx.put_tool_ids(ids));
      };
    case 9:
      return [row = attention()](Tx& tx) { return shown(tx.raise(row)); };
    case 10:
      return [id = one_of(calls_), said = random_.any<core::Initiation>()](Tx& tx) {
        return shown(tx.put(id, said));
      };
    default:
      if (random_.flag()) {
        return [id = one_of(attention_)](Tx& tx) { return shown(tx.resolve(id, UtcTime{})); };
      }
      return [entry = random_entry(random_)](Tx& tx) { return shown(tx.append(entry)); };
  }
}

Step MixedSteps::question() {
  switch (random_.below(12)) {
    case 0:
      return [id = one_of(callers_)](Tx& tx) { return shown(tx.caller(id)); };
    case 1:
      return [name = line(), number = one_of(numbers_)](Tx& tx) {
        return shown(tx.caller_by_number(name, number));
      };
    case 2:
      return [id = one_of(outreaches_)](Tx& tx) { return shown(tx.outreach(id)); };
    case 3:
      return [id = one_of(callers_)](Tx& tx) { return shown(tx.open_outreaches(id)); };
    case 4:
      return [filter = outreach_filter()](Tx& tx) { return shown(tx.outreaches(filter)); };
    case 5:
      return [id = one_of(calls_)](Tx& tx) { return shown(tx.outreaches_after(id)); };
    case 6:
      return [now = soon(), lines = paused(), n = limit()](Tx& tx) {
        return shown(tx.due_outreaches(now, lines, n));
      };
    case 7:
      return [name = line(), n = limit()](Tx& tx) { return shown(tx.blocked_outreaches(name, n)); };
    case 8:
      return [number = one_of(numbers_), n = limit()](Tx& tx) {
        return shown(tx.blocked_outreaches(number, n));
      };
    case 9:
      return [name = line()](Tx& tx) { return shown(tx.waiting_outreaches(name)); };
    case 10:
      return [lines = paused()](Tx& tx) { return shown(tx.next_due(lines)); };
    default:
      return random_.flag() ? question_about_calls() : rare_question();
  }
}

Step MixedSteps::question_about_calls() {
  switch (random_.below(12)) {
    case 0:
      return [id = one_of(calls_)](Tx& tx) { return shown(tx.call(id)); };
    case 1:
      return [id = core::ConversationId{"conversation" + digit() + digit()}](Tx& tx) {
        return shown(tx.call_by_conversation(id));
      };
    case 2:
      return [sid = core::CallSid{"sid" + digit()}](Tx& tx) { return shown(tx.call_by_sid(sid)); };
    case 3:
    case 4: {
      ports::CallFilter filter{.limit = limit()};
      filter.line = random_.maybe([this] { return core::LineName{"line" + digit()}; });
      filter.caller = random_.maybe([this] { return one_of(callers_); });
      filter.live = random_.maybe([this] { return random_.flag(); });
      filter.before = random_.maybe([this] { return one_of(calls_); });
      return [filter](Tx& tx) { return shown(tx.calls(filter)); };
    }
    case 5:
      return [id = one_of(outreaches_)](Tx& tx) { return shown(tx.calls_of(id)); };
    case 6:
      return [now = soon(), n = limit()](Tx& tx) { return shown(tx.due_polls(now, n)); };
    case 7:
      return [](Tx& tx) { return shown(tx.unanswered_dials()); };
    case 8:
      return [number = one_of(numbers_), now = soon()](Tx& tx) {
        return shown(tx.has_live_call(number, now));
      };
    case 9:
      return [name = line(), now = soon()](Tx& tx) { return shown(tx.live_calls(name, now)); };
    case 10:
      return
          [number = one_of(numbers_), name = line(), at = soon()](Tx& tx) -> Result<std::string> {
            PL_TRY(const auto to, tx.dials_to(number, at));
            PL_TRY(const auto of, tx.dials_of(name, at));
            return show(to) + "/ " + show(of);
          };
    default:
      return [id = one_of(callers_)](Tx& tx) { return shown(tx.last_conversation_end(id)); };
  }
}

Step MixedSteps::rare_question() {
  switch (random_.below(12)) {
    case 0:
      return [id = one_of(outreaches_)](Tx& tx) { return shown(tx.texts_of(id)); };
    case 1:
      return [id = one_of(texts_)](Tx& tx) { return shown(tx.text(id)); };
    case 2:
      return [](Tx& tx) { return shown(tx.unanswered_texts()); };
    case 3:
      return [id = one_of(calls_)](Tx& tx) { return shown(tx.tool_effect(id)); };
    case 4:
      return [](Tx& tx) -> Result<std::string> {
        PL_TRY(const auto pauses, tx.pauses());
        PL_TRY(const auto ids, tx.tool_ids());
        return show(pauses) + "/ " + show(ids);
      };
    case 5:
      return [id = one_of(attention_)](Tx& tx) { return shown(tx.attention(id)); };
    case 6:
      return [filter = attention_filter()](Tx& tx) { return shown(tx.open_attention(filter)); };
    case 7:
      return [id = one_of(calls_)](Tx& tx) { return shown(tx.initiation(id)); };
    case 8:
      return
          [id = digit()](Tx& tx) { return shown(tx.text_by_channel_id(core::Channel::kSms, id)); };
    case 9:
    case 10:
      return question_beside_calls();
    default:
      return [after = static_cast<std::int64_t>(random_.below(30)), n = limit()](Tx& tx) {
        return shown(tx.journal(after, n));
      };
  }
}

}  // namespace pl::store_suite
