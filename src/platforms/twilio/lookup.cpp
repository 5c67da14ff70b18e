#include "platforms/twilio/lookup.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "base/text.h"
#include "wire/form.h"
#include "wire/json.h"
#include "wire/limits.h"
#include "wire/mail_date.h"
#include "wire/reason.h"

namespace pl::platforms {
namespace {

using wire::JsonView;

constexpr Millis kClocksDiffer = std::chrono::minutes(2);

enum class Match { kOther, kPerhaps, kOurs };

Match match(const JsonView& message, const SoughtText& sought) {
  const std::string direction = wire::text_or_empty(message, "direction");
  const std::string to = wire::text_or_empty(message, "to");
  const auto made = wire::read_mail_date(wire::text_or_empty(message, "date_created"));
  if (!direction.empty() && direction != "outbound-api") return Match::kOther;
  if (!to.empty() && to != sought.to) return Match::kOther;
  if (made && *made < sought.since - kClocksDiffer) return Match::kOther;
  if (direction.empty() || to.empty() || !made) return Match::kPerhaps;
  // White space at either end may not survive the way.
  const std::string body = wire::text_or_empty(message, "body");
  const std::string text = twilio_text(sought.text);
  return trim(body).ends_with(trim(text)) ? Match::kOurs : Match::kPerhaps;
}

Found found(const JsonView& message) {
  const auto sid = message.required_text("sid", wire::kIdBytes);
  if (!sid) return FoundUnclear{"a message of the list has no sid"};
  const MessageState state = message_state(wire::text_or_empty(message, "status"));
  if (state == MessageState::kFailed) return FoundFailed{*sid, twilio_failure(message)};
  return FoundSent{*sid, state};
}

}  // namespace

std::string twilio_list_query(std::string_view to) {
  return wire::write_form({{"To", std::string(to)}, {"PageSize", "1000"}});
}

Found find_in_twilio_list(int status, std::string_view body, const SoughtText& sought) {
  if (status != 200) return FoundUnclear{fmt::format("the list of messages gave HTTP {}", status)};
  const auto document = wire::read_json(body, wire::kPageBytes);
  if (!document)
    return FoundUnclear{"the list of messages: " + wire::safe_reason(document.error().message)};
  const JsonView root(*document);
  const auto list = root.find("messages");
  const auto messages = root.list("messages");
  const auto next = root.text("next_page_uri");
  if (!list || !*list || !messages || !next) {
    return FoundUnclear{"the list of messages cannot be read"};
  }
  std::optional<Found> failed;
  bool perhaps = false;
  for (const JsonView& message : *messages) {
    const Match matched = match(message, sought);
    perhaps |= matched == Match::kPerhaps;
    if (matched != Match::kOurs) continue;
    Found one = found(message);
    if (std::holds_alternative<FoundSent>(one)) return one;
    failed = std::move(one);
  }
  if (failed) return *std::move(failed);
  if (perhaps) return FoundUnclear{"another text went to this number at that time"};
  if (*next) return FoundUnclear{"there are more messages to this number than are read"};
  return FoundAbsent{};
}

}  // namespace pl::platforms
