#include "sandbox/ledger.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace pl::sandbox {
namespace {

// Polling asks without end; the newest requests are the ones that somebody looks for.
constexpr std::size_t kRequestsKept = 10'000;

Json time_or_null(const std::optional<UtcTime>& time) {
  return time ? Json(format_utc(*time)) : Json(nullptr);
}

Json to_json(const Ring& ring) {
  return {{"seq", ring.seq},
          {"at", format_utc(ring.at)},
          {"conversation_id", ring.conversation_id},
          {"call_sid", ring.call_sid},
          {"number", ring.number},
          {"attempt", text_or_null(ring.attempt)},
          {"user_id", text_or_null(ring.user_id)},
          {"overlaps", text_or_null(ring.overlaps)},
          {"outcome", ring.outcome},
          {"ended_at", time_or_null(ring.ended_at)}};
}

Json to_json(const SentText& text) {
  return {{"seq", text.seq},
          {"at", format_utc(text.at)},
          {"chat_id", text.chat_id},
          {"message_id", text.message_id},
          {"text", text.text}};
}

Json to_json(const Sms& sms) {
  return {{"seq", sms.seq},
          {"at", format_utc(sms.at)},
          {"sid", sms.sid},
          {"direction", sms.direction},
          {"from", sms.from},
          {"to", sms.to},
          {"text", sms.body},
          {"status", sms.status},
          {"error_code", sms.error_code == 0 ? Json(nullptr) : Json(sms.error_code)}};
}

// JSON stays JSON, so that a reader need not unpack texts; anything else is a text.
Json body_json(const std::string& body) {
  Json json = parse_json(body);
  return json.is_discarded() ? text_or_null(body) : json;
}

Json to_json(const Delivery& delivery) {
  const bool is_text = !delivery.message_sid.empty();
  return {{"seq", delivery.seq},
          {"at", format_utc(delivery.at)},
          {"kind", delivery.kind},
          {is_text ? "message_sid" : "conversation_id",
           is_text ? delivery.message_sid : delivery.conversation_id},
          {"url", delivery.url},
          {"body", body_json(delivery.body)},
          {"outcome", delivery.outcome},
          {"status", delivery.status == 0 ? Json(nullptr) : Json(delivery.status)},
          {"answer", body_json(delivery.answer)},
          {"answered_at", time_or_null(delivery.answered_at)}};
}

Json to_json(const Asked& asked) {
  return {{"seq", asked.seq},
          {"at", format_utc(asked.at)},
          {"method", asked.method},
          {"path", asked.path},
          {"status", asked.status == 0 ? Json(nullptr) : Json(asked.status)},
          {"fault", text_or_null(asked.fault)}};
}

template <class Entry>
Json list_of(const std::vector<Entry>& entries) {
  Json list = Json::array();
  for (const Entry& entry : entries) list.push_back(to_json(entry));
  return list;
}

}  // namespace

void Ledger::add(Asked asked) {
  if (requests_.size() >= kRequestsKept) requests_.erase(requests_.begin());
  append(requests_, std::move(asked));
}

void Ledger::settle_ring(const std::string& conversation_id, const std::string& outcome,
                         UtcTime now) {
  for (Ring& ring : rings_) {
    if (ring.conversation_id != conversation_id || ring.ended_at) continue;
    ring.outcome = outcome;
    ring.ended_at = now;
  }
}

Sms* Ledger::sms(std::string_view sid) {
  const auto found =
      std::find_if(sms_.begin(), sms_.end(), [&](const Sms& one) { return one.sid == sid; });
  return found == sms_.end() ? nullptr : &*found;
}

Delivery* Ledger::delivery(std::uint64_t seq) {
  for (auto* list : {&webhooks_, &tools_, &asks_}) {
    const auto found = std::find_if(list->begin(), list->end(),
                                    [&](const Delivery& one) { return one.seq == seq; });
    if (found != list->end()) return &*found;
  }
  return nullptr;
}

void Ledger::write(Json& json) const {
  json["rings"] = list_of(rings_);
  json["texts"] = list_of(texts_);
  json["sms"] = list_of(sms_);
  json["webhooks"] = list_of(webhooks_);
  json["initiations"] = list_of(asks_);
  json["tool_calls"] = list_of(tools_);
  json["requests"] = list_of(requests_);
}

}  // namespace pl::sandbox
