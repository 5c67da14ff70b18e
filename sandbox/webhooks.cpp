#include "sandbox/webhooks.h"

#include <utility>

namespace pl::sandbox {
namespace {

void deliver(World& world, Delivery delivery, const Headers& headers, World::Answered answered) {
  delivery.at = world.now();
  net::ClientRequest request;
  request.method = "POST";
  request.url = delivery.url;
  request.headers = headers(delivery.at);
  request.body = delivery.body;
  const auto seq = world.ledger.add_webhook(std::move(delivery));
  world.send(std::move(request), seq, std::move(answered));
}

}  // namespace

void note_unsent(World& world, Delivery delivery, const std::string& outcome) {
  delivery.at = world.now();
  delivery.outcome = outcome;
  world.ledger.add_webhook(std::move(delivery));
}

void post_webhook(World& world, std::string_view target, Delivery delivery, Headers headers,
                  World::Answered answered) {
  const auto fault = world.faults.take(target);
  const std::string kind = fault ? fault->kind : "";
  if (kind == "lose") return note_unsent(world, std::move(delivery), "lost");
  const auto send = [&world, delivery = std::move(delivery),
                     headers = std::move(headers)](World::Answered hear) {
    deliver(world, delivery, headers, std::move(hear));
  };
  std::function<void()>& held = world.held_webhooks[std::string(target)];
  if (kind == "reorder" && !held) {
    held = [send, answered] { send(answered); };
    return;
  }
  if (kind == "delay") return world.later(fault->delay, [send, answered] { send(answered); });
  if (kind == "duplicate") send([](const auto&) {});
  // Only what was answered is certain to have come first.
  send([answered, overtaken = std::exchange(held, nullptr)](const auto& answer) {
    answered(answer);
    if (overtaken) overtaken();
  });
}

}  // namespace pl::sandbox
