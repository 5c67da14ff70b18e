#include "rows.h"

namespace pl::store_suite {

std::string Random::text() {
  static const std::array<std::string, 8> kTexts{
      "",         "plain",  "it's \"quoted\"; --", std::string("a\0b", 3),
      "Zoë Ünal", "日本 🎈", "\n\t\\u0000",         std::string(5'000, 'x')};
  return kTexts[below(kTexts.size())];
}

core::PhoneNumber Random::number() {
  return *core::PhoneNumber::from_e164("+1" + std::to_string(1'000'000'000 + below(9'000'000'000)));
}

core::Outreach random_outreach(Random& random, const core::CallerId& caller) {
  auto outreach = random.any<core::Outreach>();
  outreach.caller = caller;
  outreach.redo.reset();
  return outreach;
}

core::Call random_call(Random& random, const core::CallerId& caller,
                       const core::OutreachId& outreach) {
  auto call = random.any<core::Call>();
  if (call.caller) call.caller = caller;
  if (call.outreach) call.outreach = outreach;
  return call;
}

core::TextMessage random_text(Random& random, const core::Outreach& outreach) {
  auto text = random.any<core::TextMessage>();
  text.outreach = outreach.id;
  text.caller = outreach.caller;
  text.channel_id = random.flag() ? random.word() : "";
  return text;
}

ports::InboxItem random_item(Random& random) {
  auto item = random.any<ports::InboxItem>();
  item.key = random.word();
  return item;
}

ports::ToolEffect random_effect(Random& random, const core::CallId& call) {
  auto effect = random.any<ports::ToolEffect>();
  effect.call = call;
  return effect;
}

core::Attention random_attention(Random& random) {
  auto attention = random.any<core::Attention>();
  attention.subject = random.word();
  return attention;
}

core::JournalEntry random_entry(Random& random) {
  auto entry = random.any<core::JournalEntry>();
  entry.seq = 0;
  return entry;
}

ports::ApiKey random_key(Random& random) {
  auto key = random.any<ports::ApiKey>();
  key.sha256 = random.word();
  return key;
}

ports::Delivery random_delivery(Random& random, const core::EndpointId& endpoint) {
  auto delivery = random.any<ports::Delivery>();
  delivery.endpoint = endpoint;
  return delivery;
}

ports::Forgetting random_forgetting(Random& random, const core::ErasureId& erasure) {
  auto forgetting = random.any<ports::Forgetting>();
  forgetting.erasure = erasure;
  return forgetting;
}

}  // namespace pl::store_suite
