// Steps of what goes on beside the calls: access, the outbox, callers who are erased.
#include "mixed_steps.h"

namespace pl::store_suite {

using ports::Tx;

ports::ApiKey MixedSteps::key() {
  ports::ApiKey row = random_key(random_);
  row.id = one_of(keys_);
  row.sha256 = digit();
  return row;
}

ports::Endpoint MixedSteps::endpoint() {
  ports::Endpoint row = random_.any<ports::Endpoint>();
  row.id = one_of(endpoints_);
  return row;
}

ports::Delivery MixedSteps::delivery() {
  ports::Delivery row = random_delivery(random_, one_of(endpoints_));
  row.id = one_of(deliveries_);
  if (row.caller) row.caller = one_of(callers_);
  if (row.due) row.due = soon();
  if (row.settled_at) row.settled_at = soon();
  return row;
}

ports::AttentionFilter MixedSteps::attention_filter() {
  ports::AttentionFilter filter{.limit = limit()};
  filter.line = random_.maybe([this] { return line(); });
  filter.reason = random_.maybe([this] { return random_.any<core::AttentionReason>(); });
  filter.before = random_.maybe([this] { return one_of(attention_); });
  return filter;
}

ports::CallerFilter MixedSteps::caller_filter() {
  ports::CallerFilter filter{.limit = limit()};
  filter.line = random_.maybe([this] { return line(); });
  filter.stage = random_.maybe([this] { return random_.any<core::Stage>(); });
  filter.before = random_.maybe([this] { return one_of(callers_); });
  return filter;
}

ports::DeliveryFilter MixedSteps::delivery_filter() {
  ports::DeliveryFilter filter{.limit = limit()};
  filter.endpoint = random_.maybe([this] { return one_of(endpoints_); });
  filter.state = random_.maybe([this] { return random_.any<ports::DeliveryState>(); });
  filter.before = random_.maybe([this] { return one_of(deliveries_); });
  return filter;
}

Step MixedSteps::change_beside_calls() {
  switch (random_.below(13)) {
    case 0:
      return [row = key()](Tx& tx) { return shown(tx.insert(row)); };
    case 1:
      return [row = key()](Tx& tx) { return shown(tx.update(row)); };
    case 2:
    case 3: {
      ports::KeptAnswer row = random_.any<ports::KeptAnswer>();
      row.asked_with = one_of(keys_);
      row.key = digit();
      row.at = soon();
      if (row.caller) row.caller = one_of(callers_);
      return [row](Tx& tx) { return shown(tx.insert(row)); };
    }
    case 4:
      return [at = soon()](Tx& tx) { return shown(tx.drop_kept_answers(at)); };
    case 5:
    case 6:
      return [row = endpoint()](Tx& tx) { return shown(tx.insert(row)); };
    case 7:
      return [row = endpoint()](Tx& tx) { return shown(tx.update(row)); };
    case 8:
      return [id = one_of(endpoints_)](Tx& tx) { return shown(tx.remove(id)); };
    case 9:
    case 10:
      return [row = delivery()](Tx& tx) { return shown(tx.insert(row)); };
    case 11:
      return [row = delivery()](Tx& tx) { return shown(tx.update(row)); };
    default:
      return [at = soon()](Tx& tx) { return shown(tx.drop_deliveries(at)); };
  }
}

ports::RowKey MixedSteps::row_key() {
  switch (random_.below(4)) {
    case 0:
      return {ports::Table::kOutreach, one_of(outreaches_).text()};
    case 1:
      return {ports::Table::kCall, one_of(calls_).text()};
    case 2:
      return {ports::Table::kDelivery, one_of(deliveries_).text()};
    default:
      return {ports::Table::kForgetting, "conversation" + digit()};
  }
}

Step MixedSteps::change_of_privacy() {
  switch (random_.below(12)) {
    case 0:
      return [id = one_of(callers_)](Tx& tx) { return shown(tx.erase(id)); };
    case 9:
    case 10: {
      auto row = random_.any<ports::SetAside>();
      row.row = row_key();
      row.until = soon();
      return [row](Tx& tx) { return shown(tx.put(row)); };
    }
    case 11:
      return [row = row_key()](Tx& tx) { return shown(tx.release(row)); };
    case 8:
      return [kept = static_cast<ports::Kept>(random_.below(3)), at = random_.time(),
              n = limit()](Tx& tx) { return shown(tx.drop(kept, at, n)); };
    case 1:
    case 2: {
      ports::Erasure row = random_.any<ports::Erasure>();
      row.id = one_of(erasures_);
      return [row](Tx& tx) { return shown(tx.insert(row)); };
    }
    case 3:
    case 4: {
      ports::Forgetting row = random_forgetting(random_, one_of(erasures_));
      row.conversation.text = "conversation" + digit();
      if (row.due) row.due = soon();
      return [row](Tx& tx) { return shown(tx.put(row)); };
    }
    case 5:
      return [id = core::ConversationId{"conversation" + digit()}](Tx& tx) {
        return shown(tx.remove(id));
      };
    case 6:
      return [hash = digit(), at = soon()](Tx& tx) { return shown(tx.suppress(hash, at)); };
    default:
      return [hash = digit()](Tx& tx) { return shown(tx.lift_suppression(hash)); };
  }
}

Step MixedSteps::question_beside_calls() {
  switch (random_.below(10)) {
    case 0:
      return [](Tx& tx) { return shown(tx.api_keys()); };
    case 1:
      return
          [id = one_of(keys_), text = digit()](Tx& tx) { return shown(tx.kept_answer(id, text)); };
    case 2:
      return [](Tx& tx) { return shown(tx.endpoints()); };
    case 3:
      return [id = one_of(deliveries_)](Tx& tx) { return shown(tx.delivery(id)); };
    case 4:
      return [filter = delivery_filter()](Tx& tx) { return shown(tx.deliveries(filter)); };
    case 5:
      return [now = soon(), n = limit()](Tx& tx) { return shown(tx.due_deliveries(now, n)); };
    case 6:
      return [number = one_of(numbers_)](Tx& tx) { return shown(tx.callers_with(number)); };
    case 7:
      return [chat = digit()](Tx& tx) { return shown(tx.callers_in_chat(chat)); };
    case 8:
      return [filter = caller_filter()](Tx& tx) { return shown(tx.callers(filter)); };
    default:
      return question_of_privacy();
  }
}

Step MixedSteps::question_of_privacy() {
  switch (random_.below(7)) {
    case 5:
      return [row = row_key()](Tx& tx) { return shown(tx.set_aside(row)); };
    case 6:
      return [now = soon(), n = limit()](Tx& tx) { return shown(tx.due_set_asides(now, n)); };
    case 0:
      return [id = one_of(erasures_)](Tx& tx) { return shown(tx.erasure(id)); };
    case 1:
      return [now = soon(), n = limit()](Tx& tx) { return shown(tx.due_forgettings(now, n)); };
    case 2:
      return [id = core::ConversationId{"conversation" + digit()}](Tx& tx) {
        return shown(tx.forgetting(id));
      };
    case 3:
      return [id = one_of(erasures_)](Tx& tx) { return shown(tx.forgettings(id)); };
    default:
      return [hash = digit()](Tx& tx) { return shown(tx.is_suppressed(hash)); };
  }
}

}  // namespace pl::store_suite
