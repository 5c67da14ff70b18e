#include "sandbox/world.h"

#include <algorithm>
#include <random>

#include "base/id.h"

namespace pl::sandbox {
World::World(Workspace the_workspace, Loop& loop, net::HttpClient& client)
    : workspace(std::move(the_workspace)),
      first_workspace_(workspace),
      loop_(loop),
      client_(client) {}

// The ids must differ, also between two sandboxes.
std::uint64_t World::draw() {
  static std::random_device device;
  return (std::uint64_t{device()} << 32) | device();
}

UtcTime World::now() const {
  return std::chrono::floor<Millis>(std::chrono::system_clock::now());
}

std::string World::new_conversation_id() {
  return id_text::make("conv_", now(), {draw(), draw()});
}

std::string World::new_hex(std::size_t digits) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  while (text.size() < digits) text += kDigits[draw() % kDigits.size()];
  return text;
}

Conversation* World::conversation(std::string_view id) {
  const auto found = std::find_if(conversations.begin(), conversations.end(),
                                  [&](const auto& one) { return one->id == id; });
  return found == conversations.end() ? nullptr : found->get();
}

const Conversation* World::live_call(std::string_view number) const {
  const auto found = std::find_if(
      conversations.rbegin(), conversations.rend(),
      [&](const auto& one) { return one->is_live() && one->external_number == number; });
  return found == conversations.rend() ? nullptr : found->get();
}

void World::later(Millis delay, Loop::Task task) {
  loop_.after(delay, [this, generation = generation_, task = std::move(task)] {
    if (generation == generation_) task();
  });
}

void World::send(net::ClientRequest request, std::uint64_t seq, Answered answered) {
  client_.send(std::move(request),
               [this, seq, generation = generation_, answered = std::move(answered)](auto answer) {
                 loop_.post([this, seq, generation, answered, answer = std::move(answer)] {
                   if (generation != generation_) return;
                   settle(seq, answer);
                   answered(answer);
                 });
               });
}

void World::settle(std::uint64_t seq, const Result<net::ClientAnswer>& answer) {
  Delivery* const delivery = ledger.delivery(seq);
  if (!delivery) return;
  delivery->answered_at = now();
  if (answer) {
    delivery->status = answer->status;
    delivery->answer = answer->body;
    delivery->outcome = "answered";
    return;
  }
  delivery->outcome = answer.error().code == Code::kOutcomeUnknown ? "unanswered" : "unreachable";
}

void World::reset() {
  ++generation_;
  people = {};
  faults = {};
  ledger = {};
  post_call_health = {};
  held_webhooks.clear();
  chats.clear();
  opt_outs.clear();
  Workspace fresh = first_workspace_;
  fresh.initiation_webhook.url = workspace.initiation_webhook.url;
  fresh.post_call_webhook.url = workspace.post_call_webhook.url;
  fresh.twilio.incoming_url = workspace.twilio.incoming_url;
  fresh.tools = workspace.tools;
  workspace = std::move(fresh);
  conversations.clear();
}

}  // namespace pl::sandbox
