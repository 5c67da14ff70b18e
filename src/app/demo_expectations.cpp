#include "app/demo_expectations.h"

#include <fmt/format.h>

#include <algorithm>

namespace pl::app {
namespace {

using namespace std::chrono_literals;
using cli::list_at;
using cli::text_at;
using wire::Json;
using wire::JsonView;

constexpr Millis kLateness =
    1500ms;  // polling sees an end up to 2 s late; the dial follows at once

struct Ring {
  std::string conversation;
  UtcTime at;
  std::string outcome;
  bool overlaps = false;
};

struct Evidence {
  Json ledger;
  Json mila_handoff;
  Json leo_handoff;
  Json attention;
};

std::vector<Ring> rings_to(const Json& ledger, const std::string& number) {
  std::vector<Ring> rings;
  for (const JsonView& ring : list_at(JsonView(ledger), "rings")) {
    if (text_at(ring, "number") != number) continue;
    rings.push_back({text_at(ring, "conversation_id"),
                     parse_utc(text_at(ring, "at")).value_or(UtcTime{}), text_at(ring, "outcome"),
                     !text_at(ring, "overlaps").empty()});
  }
  return rings;
}

// The first words of the agent in the latest conversation with that number, in that direction.
std::string first_words(const Json& ledger, const std::string& number,
                        const std::string& direction) {
  std::string words;
  for (const JsonView& conversation : list_at(JsonView(ledger), "conversations")) {
    const auto metadata = conversation.required_object("metadata");
    const auto phone = metadata ? metadata->required_object("phone_call") : metadata;
    if (!phone || text_at(*phone, "external_number") != number) continue;
    if (text_at(*phone, "direction") != direction) continue;
    const auto turns = list_at(conversation, "transcript");
    if (!turns.empty()) words = text_at(turns.front(), "message");
  }
  return words;
}

// When each call of the outreach ended as the server observed it, and when the next was dialled.
std::vector<Millis> gaps(const Json& outreach) {
  std::vector<Millis> found;
  std::optional<UtcTime> last_end;
  for (const JsonView& attempt : list_at(JsonView(outreach), "attempts")) {
    const auto started = parse_utc(text_at(attempt, "started_at"));
    if (last_end && started) found.push_back(*started - *last_end);
    last_end = parse_utc(text_at(attempt, "ended_at"));
  }
  return found;
}

bool close_to(const std::vector<Millis>& found, const std::vector<Millis>& planned) {
  return std::equal(found.begin(), found.end(), planned.begin(), planned.end(),
                    [](Millis gap, Millis plan) { return gap >= plan && gap <= plan + kLateness; });
}

std::string shown(const std::vector<Millis>& lengths) {
  std::string text;
  for (const Millis length : lengths) {
    text += fmt::format("{:.1f} s ", static_cast<double>(length.count()) / 1000.0);
  }
  return text;
}

Json result_of(const Json& outreach) {
  const auto result = JsonView(outreach).required_object("result");
  return result ? result->json() : Json{};
}

std::string shown_result(const Json& outreach) {
  return wire::write_json(result_of(outreach));
}

bool result_is(const Json& outreach, bool success, std::int64_t retries, const std::string& error,
               const std::string& via) {
  const Json json = result_of(outreach);
  const JsonView result(json);
  if (!result.is_object()) return false;
  const auto flag = result.flag("success");
  const auto count = result.integer("retries");
  return flag && *flag == success && count && *count == retries &&
         text_at(result, "error") == error && text_at(result, "via") == via;
}

Result<Json> handoff_of(Stage& stage, const Cast& people, const std::string& caller) {
  for (const Json& json : people.journal) {
    const JsonView entry(json);
    const auto details = entry.required_object("details");
    const bool handoff = details && text_at(*details, "plan") == "handoff";
    if (handoff && text_at(entry, "caller") == caller) {
      return stage.api->must_get("/v1/outreaches/" + text_at(entry, "outreach"));
    }
  }
  return Json{};
}

// From the end of the onboarding call, as observed, to the first dial of the hand-over.
std::vector<Millis> first_delay(const Cast& people, const std::string& caller) {
  std::optional<UtcTime> end;
  for (const Json& json : people.journal) {
    const JsonView entry(json);
    if (text_at(entry, "caller") != caller) continue;
    const auto at = parse_utc(text_at(entry, "at"));
    const std::string kind = text_at(entry, "kind");
    const auto details = entry.required_object("details");
    if (kind == "call.ended" && !end) end = at;
    const bool nikita = details && text_at(*details, "persona") == "nikita";
    if (kind == "call.dialing" && nikita && end && at) return {*at - *end};
  }
  return {};
}

std::string text_to_chat(const Json& ledger) {
  const auto texts = list_at(JsonView(ledger), "texts");
  return texts.size() == 1 ? text_at(texts.front(), "text") : "";
}

bool mentions(const std::string& words, const std::string& wanted) {
  return words.find(wanted) != std::string::npos;
}

std::vector<Expectation> judge(const Evidence& seen, const Cast& people) {
  std::vector<Expectation> all;
  const auto expect = [&](std::string what, bool held, std::string instead) {
    all.push_back({std::move(what), held, std::move(instead)});
  };
  const auto mila_rings = rings_to(seen.ledger, kMila.number);
  const auto leo_rings = rings_to(seen.ledger, kLeo.number);
  const auto delay = first_delay(people, people.mila);
  expect("Nikita calls Mila back 5 s after Meta-Nikita's call has ended", close_to(delay, {5s}),
         shown(delay));
  expect(
      "her line is busy; 5 s later the retry is answered",
      close_to(gaps(seen.mila_handoff), {5s}) && result_is(seen.mila_handoff, true, 1, "", "call"),
      shown(gaps(seen.mila_handoff)) + shown_result(seen.mila_handoff));
  const std::string opening = first_words(seen.ledger, kMila.number, "outbound");
  expect("Nikita's first words mention \"my friend\" and Mila",
         mentions(opening, "my friend") && mentions(opening, kMila.name), opening);
  const std::string returning = first_words(seen.ledger, kMila.number, "inbound");
  expect("Mila phones in and Nikita knows her", mentions(returning, kMila.name), returning);
  const std::string stranger = first_words(seen.ledger, "+41780000099", "inbound");
  expect("the stranger hears nothing about anybody",
         !stranger.empty() && !mentions(stranger, kMila.name) && !mentions(stranger, kLeo.name),
         stranger);
  expect("Leo's busy line is tried four times, 5, 15 and 45 s apart",
         close_to(gaps(seen.leo_handoff), {5s, 15s, 45s}) && leo_rings.size() == 5,
         shown(gaps(seen.leo_handoff)));
  expect("then he gets the text: retries 3, busy, via text",
         result_is(seen.leo_handoff, false, 3, "busy", "text"), shown_result(seen.leo_handoff));
  const std::string text = text_to_chat(seen.ledger);
  expect("exactly one text, with \"my friend\" and his name",
         mentions(text, "my friend") && mentions(text, kLeo.name), text);
  const auto overlapping = [](const Ring& ring) { return ring.overlaps; };
  expect("eight rings in all, none while another call was on",
         mila_rings.size() == 3 && leo_rings.size() == 5 &&
             std::none_of(mila_rings.begin(), mila_rings.end(), overlapping) &&
             std::none_of(leo_rings.begin(), leo_rings.end(), overlapping),
         fmt::format("{} and {} rings", mila_rings.size(), leo_rings.size()));
  const auto attention = list_at(JsonView(seen.attention), "items");
  expect("nothing is left for an operator", attention.empty(),
         fmt::format("{} items", attention.size()));
  return all;
}

}  // namespace

Result<std::vector<Expectation>> check_story(Stage& stage, const Cast& people) {
  Evidence seen;
  PL_TRY(seen.ledger, stage.control->must_get("/sandbox/ledger"));
  PL_TRY(seen.mila_handoff, handoff_of(stage, people, people.mila));
  PL_TRY(seen.leo_handoff, handoff_of(stage, people, people.leo));
  PL_TRY(seen.attention, stage.api->must_get("/v1/attention"));
  return judge(seen, people);
}

}  // namespace pl::app
