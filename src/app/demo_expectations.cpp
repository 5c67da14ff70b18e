#include "app/demo_expectations.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "core/route.h"

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
  Json mila_handover;
  Json leo_handover;
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

Result<Json> handover_of(Stage& stage, const Cast& people, const Role& role) {
  const std::string& plan = stage.line.handover().name.text;
  for (const Json& json : people.journal) {
    const JsonView entry(json);
    const auto details = entry.required_object("details");
    const bool handover = details && text_at(*details, "plan") == plan;
    if (handover && text_at(entry, "caller") == role.id) {
      return stage.api->must_get("/v1/outreaches/" + text_at(entry, "outreach"));
    }
  }
  return Json{};
}

// From the end of the onboarding call, as observed, to the first dial of the hand-over.
std::vector<Millis> first_delay(const DemoLine& line, const Cast& people, const Role& role) {
  std::optional<UtcTime> end;
  for (const Json& json : people.journal) {
    const JsonView entry(json);
    if (text_at(entry, "caller") != role.id) continue;
    const auto at = parse_utc(text_at(entry, "at"));
    const std::string kind = text_at(entry, "kind");
    const auto details = entry.required_object("details");
    if (kind == "call.ended" && !end) end = at;
    const bool promised = details && text_at(*details, "scene") == line.handover().scene.text;
    if (kind == "call.dialing" && promised && end && at) return {*at - *end};
  }
  return {};
}

// The one text that was handed over, whichever way it went.
std::string only_text(const Json& ledger) {
  std::vector<std::string> all;
  for (const char* list : {"texts", "sms"}) {
    for (const JsonView& one : list_at(JsonView(ledger), list)) all.push_back(text_at(one, "text"));
  }
  return all.size() == 1 ? all.front() : "";
}

bool mentions(const std::string& words, const std::string& wanted) {
  return words.find(wanted) != std::string::npos;
}

// What the hand-over's scene asks its first words to mention, said to somebody of that name.
std::vector<std::string> mentioned(const DemoLine& line, const std::string& name) {
  std::vector<std::string> all;
  for (const core::Template& one : line.line.scene(line.handover().scene).mentions) {
    const bool is_name = one.names() == std::vector<std::string>{"name"};
    if (is_name || one.names().empty()) all.push_back(is_name ? name : one.source());
  }
  return all;
}

bool mentions_all(const std::string& words, const std::vector<std::string>& wanted) {
  const std::string heard = lower_ascii(words);
  return !words.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const std::string& one) {
    return mentions(heard, lower_ascii(one));
  });
}

// `"my friend" and Mila`
std::string in_quotes(std::vector<std::string> words, const std::string& name) {
  for (std::string& word : words) {
    if (word != name) word = "\"" + word + "\"";
  }
  return join(words, " and ");
}

// Who phones in when the story is over meets this scene.
bool is_greeted_by_name(const core::Line& line) {
  core::Caller onboarded{.id = core::CallerId::make(UtcTime{}, {0, 0}),
                         .line = line.name,
                         .number = {.number = line.number}};
  onboarded.stage = core::Stage::kOnboarded;
  const auto names = line.scene(core::route(line, &onboarded).scene).openings.front().names();
  return line.trust != core::Trust::kNothing &&
         std::find(names.begin(), names.end(), "name") != names.end();
}

// Speaks of a line's plan in the names and times of that line.
class Judge {
 public:
  Judge(const DemoLine& line, const Evidence& seen, const Cast& people)
      : line_(line),
        plan_(line.handover()),
        seen_(seen),
        people_(people),
        later_(shown_name(persona_of(line.line, plan_))) {}

  std::vector<Expectation> all() && {
    mila();
    stranger();
    leo();
    everybody();
    return std::move(all_);
  }

 private:
  void expect(std::string what, bool held, std::string instead) {
    all_.push_back({std::move(what), held, std::move(instead)});
  }

  void mila() {
    const Role& mila = people_.mila;
    const auto delay = first_delay(line_, people_, mila);
    const std::string first = shown_name(persona_of(line_.line, line_.onboarding()));
    expect(fmt::format("{} calls Mila back {} after {}'s call has ended", later_,
                       shown_seconds({plan_.after_call_end}), first),
           close_to(delay, {plan_.after_call_end}), shown(delay));
    const std::vector<Millis> first_retry{plan_.retry.front()};
    expect(
        fmt::format("her line is busy; {} later the retry is answered", shown_seconds(first_retry)),
        close_to(gaps(seen_.mila_handover), first_retry) &&
            result_is(seen_.mila_handover, true, 1, "", "call"),
        shown(gaps(seen_.mila_handover)) + shown_result(seen_.mila_handover));
    const auto wanted = mentioned(line_, mila.name);
    const std::string opening = first_words(seen_.ledger, mila.number, "outbound");
    if (!wanted.empty()) {
      expect(fmt::format("{}'s first words mention {}", later_, in_quotes(wanted, mila.name)),
             mentions_all(opening, wanted), opening);
    }
    if (!is_greeted_by_name(line_.line)) return;
    const std::string returning = first_words(seen_.ledger, mila.number, "inbound");
    expect(fmt::format("Mila phones in and {} knows her", later_), mentions(returning, mila.name),
           returning);
  }

  void stranger() {
    const std::string words = first_words(seen_.ledger, people_.stranger, "inbound");
    expect(
        "the stranger hears nothing about anybody",
        !words.empty() && !mentions(words, people_.mila.name) && !mentions(words, people_.leo.name),
        words);
  }

  void leo() {
    const Role& leo = people_.leo;
    const std::size_t tries = plan_.retry.size() + 1;
    const auto rings = rings_to(seen_.ledger, leo.number);
    expect(fmt::format("Leo's busy line is tried {} times, {} apart", in_words(tries),
                       shown_seconds(plan_.retry)),
           close_to(gaps(seen_.leo_handover), plan_.retry) && rings.size() == tries + 1,
           shown(gaps(seen_.leo_handover)));
    expect(
        fmt::format("then he gets the text: retries {}, busy, via text", tries - 1),
        result_is(seen_.leo_handover, false, static_cast<std::int64_t>(tries) - 1, "busy", "text"),
        shown_result(seen_.leo_handover));
    const std::string text = only_text(seen_.ledger);
    const std::string with = in_quotes(mentioned(line_, "his name"), "his name");
    expect("exactly one text" + (with.empty() ? "" : ", with " + with),
           mentions_all(text, mentioned(line_, leo.name)), text);
  }

  void everybody() {
    const auto mila = rings_to(seen_.ledger, people_.mila.number);
    const auto leo = rings_to(seen_.ledger, people_.leo.number);
    const std::size_t to_leo = plan_.retry.size() + 2;
    const auto overlapping = [](const Ring& ring) { return ring.overlaps; };
    expect(fmt::format("{} rings in all, none while another call was on", in_words(3 + to_leo)),
           mila.size() == 3 && leo.size() == to_leo &&
               std::none_of(mila.begin(), mila.end(), overlapping) &&
               std::none_of(leo.begin(), leo.end(), overlapping),
           fmt::format("{} and {} rings", mila.size(), leo.size()));
    // What is about no line is about this machine, such as the age of its time zones.
    const JsonView seen(seen_.attention);
    auto attention = list_at(seen, "items");
    std::erase_if(attention, [](const JsonView& item) { return text_at(item, "line").empty(); });
    expect("nothing is left for an operator", attention.empty(),
           fmt::format("{} items", attention.size()));
  }

  static std::string in_words(std::size_t number) {
    constexpr const char* kWords[] = {"two", "three", "four", "five", "six", "seven", "eight"};
    return number >= 2 && number < 2 + std::size(kWords) ? kWords[number - 2]
                                                         : std::to_string(number);
  }

  const DemoLine& line_;
  const core::Plan& plan_;
  const Evidence& seen_;
  const Cast& people_;
  const std::string later_;  // the hand-over's persona
  std::vector<Expectation> all_;
};

}  // namespace

Result<std::vector<Expectation>> check_story(Stage& stage, const Cast& people) {
  Evidence seen;
  PL_TRY(seen.ledger, stage.control->must_get("/sandbox/ledger"));
  PL_TRY(seen.mila_handover, handover_of(stage, people, people.mila));
  PL_TRY(seen.leo_handover, handover_of(stage, people, people.leo));
  PL_TRY(seen.attention, stage.api->must_get("/v1/attention"));
  return Judge(stage.line, seen, people).all();
}

}  // namespace pl::app
