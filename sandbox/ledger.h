// The truth about what happened, for tests and curious people: append-only, in order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "sandbox/json.h"

namespace pl::sandbox {

struct Ring {
  std::uint64_t seq = 0;
  UtcTime at;
  std::string conversation_id;
  std::string call_sid;
  std::string number;
  std::string attempt;
  std::string user_id;
  std::string overlaps;  // the conversation that was live on this number; empty: none
  std::string outcome = "ringing";
  std::optional<UtcTime> ended_at;  // of the ringing
};

struct SentText {
  std::uint64_t seq = 0;
  UtcTime at;
  std::int64_t chat_id = 0;
  std::int64_t message_id = 0;
  std::string text;
};

// A text to or from a phone. `direction` and `status` are Twilio's words.
struct Sms {
  std::uint64_t seq = 0;
  UtcTime at;
  std::string sid;
  std::string direction;
  std::string from;
  std::string to;
  std::string service_sid;  // empty: it has none
  std::string body;
  std::string status;
  int error_code = 0;  // 0: none
  std::optional<UtcTime> sent_at;
};

// One request of the platform to Party Line. `status` 0: no answer (yet).
struct Delivery {
  std::uint64_t seq = 0;
  UtcTime at;
  std::string kind;  // post_call_transcription, call_initiation_failure, initiation, sms_status,
                     // sms_incoming, or a tool's name
  std::string conversation_id;
  std::string message_sid;  // in its place, where it is about a text
  std::string url;
  std::string body;
  int status = 0;
  std::string answer;
  std::string outcome = "sent";  // answered, unreachable, unanswered, lost, disabled
  std::optional<UtcTime> answered_at;
};

// One request of Party Line to the platform. `status` 0: dropped.
struct Asked {
  std::uint64_t seq = 0;
  UtcTime at;
  std::string method;
  std::string path;
  int status = 0;
  std::string fault;
};

class Ledger {
 public:
  void add(Ring ring) { append(rings_, std::move(ring)); }
  void add(SentText text) { append(texts_, std::move(text)); }
  void add(Sms sms) { append(sms_, std::move(sms)); }
  void add(Asked asked);
  std::uint64_t add_webhook(Delivery delivery) { return append(webhooks_, std::move(delivery)); }
  std::uint64_t add_tool_call(Delivery delivery) { return append(tools_, std::move(delivery)); }
  std::uint64_t add_initiation(Delivery delivery) { return append(asks_, std::move(delivery)); }

  void settle_ring(const std::string& conversation_id, const std::string& outcome, UtcTime now);
  const std::vector<Sms>& sms() const { return sms_; }
  // The text with this sid; null if there is none, as after a reset.
  Sms* sms(std::string_view sid);
  // The delivery that was added with this number; null after a reset.
  Delivery* delivery(std::uint64_t seq);

  // Adds everything but the conversations to `json`.
  void write(Json& json) const;

 private:
  template <class Entry>
  std::uint64_t append(std::vector<Entry>& entries, Entry entry) {
    entry.seq = ++last_;
    entries.push_back(std::move(entry));
    return last_;
  }

  std::uint64_t last_ = 0;
  std::vector<Ring> rings_;
  std::vector<SentText> texts_;
  std::vector<Sms> sms_;
  std::vector<Delivery> webhooks_;
  std::vector<Delivery> tools_;
  std::vector<Delivery> asks_;
  std::vector<Asked> requests_;
};

}  // namespace pl::sandbox
