// Somebody whom a store can be asked to erase.
#pragma once

#include <string>

#include "rows.h"

namespace pl::store_suite {

// One of every row that a caller has; `name` is that of their conversation, and nobody else's.
struct Person {
  Person(Random& random, const std::string& name, const core::EndpointId& endpoint)
      : caller(random.any<core::Caller>()),
        outreach(random_outreach(random, caller.id)),
        call(random_call(random, caller.id, outreach.id)),
        text(random_text(random, outreach)),
        effect(random_effect(random, call.id)),
        answer(random.any<ports::KeptAnswer>()),
        delivery(random_delivery(random, endpoint)),
        item(random_item(random)),
        initiation(random.any<core::Initiation>()) {
    caller.line = call.line = {"line"};
    call.number = random.number();
    call.caller = caller.id;
    call.outreach = outreach.id;
    call.conversation = core::ConversationId{"conv " + name};
    item.conversation = call.conversation;
    item.parked = true;
    answer.caller = delivery.caller = caller.id;
  }

  Result<void> insert(ports::Tx& tx) const {
    PL_DO(tx.insert(caller));
    PL_DO(tx.insert(outreach));
    PL_DO(tx.insert(call));
    PL_DO(tx.put(call.id, initiation));
    PL_DO(tx.insert(text));
    PL_DO(tx.put(effect));
    PL_DO(tx.insert(answer));
    PL_DO(tx.insert(delivery));
    PL_DO(tx.insert(item));
    return {};
  }

  core::Caller caller;
  core::Outreach outreach;
  core::Call call;
  core::TextMessage text;
  ports::ToolEffect effect;
  ports::KeptAnswer answer;
  ports::Delivery delivery;
  ports::InboxItem item;
  core::Initiation initiation;
};

}  // namespace pl::store_suite
