#include <fmt/format.h>

#include <algorithm>

#include "sim/fates.h"
#include "sim/journey/fate_words.h"
#include "sim/recorder.h"
#include "sim/stage.h"

namespace pl::sim {

using namespace std::chrono_literals;

std::string Recorder::person_alias(int person) {
  return fmt::format("p{}", person);
}

std::string Recorder::consent_in_words(bool voice, bool text) {
  if (voice && text) return "consent=voice,text";
  return voice ? "consent=voice" : text ? "consent=text" : "consent=none";
}

std::string Recorder::file(const core::Line& line,
                           const std::vector<audit::Violation>& violations) const {
  std::string text =
      fmt::format("# Made by the simulator from the script below; seed {}.\n", script_.seed);
  if (!violations.empty()) {
    text += fmt::format("# {}: {}\n", violations.front().invariant, violations.front().what);
  }
  text += "#\n";
  for (const std::string& one : split(format(script_), '\n')) text += "#   " + one + "\n";
  text += fmt::format("line: {} start={} tick=100ms store={}", line.name.text,
                      format_utc(script_.start), text_of(script_.store));
  if (script_.store == StoreKind::kCrashDisk) text += fmt::format(" seed={}", script_.seed);
  const Tweaks& tweaks = script_.tweaks;
  if (tweaks.simultaneous != 0) text += fmt::format(" simultaneous={}", tweaks.simultaneous);
  if (tweaks.per_second != 0) text += fmt::format(" per-second={}", tweaks.per_second);
  if (tweaks.per_number_hour != 0) text += fmt::format(" per-hour={}", tweaks.per_number_hour);
  if (script_.carrier) text += " carrier=yes";
  text += script_.beyond_bounds ? " beyond-bounds=yes\n" : "\n";
  for (std::size_t index = 0; index < script_.people.size(); ++index) {
    const Person& person = script_.people[index];
    const int number = static_cast<int>(index) + 1;
    text += fmt::format("caller: {} number={} name=Person{} {}", person_alias(number),
                        person.number, number, consent_in_words(person.voice, person.text));
    if (person.zone_known) text += " timezone=" + person.zone;
    if (person.telegram) text += fmt::format(" telegram={}", 1'000'000 + number);
    text += "\n";
  }
  text += "\n";
  std::vector<Line> all{{0ms, {}, "platform dials " + words_of(ordinary_dial())},
                        {0ms, {}, "telegram " + words_of(ordinary_text())}};
  all.insert(all.end(), fates_.begin(), fates_.end());
  all.insert(all.end(), lines_.begin(), lines_.end());
  if (end_of_outage_) all.push_back(*end_of_outage_);
  std::stable_sort(all.begin(), all.end(),
                   [](const Line& a, const Line& b) { return a.at < b.at; });
  for (const Line& one : all) {
    const std::string order = one.order ? fmt::format("/{}", *one.order) : "";
    text += fmt::format("{}{}  <  {}\n", format_offset(one.at), order, one.words);
  }
  return text;
}

std::string record_journey(const Universe& universe, const Script& script) {
  Recorder recorder(script);
  Coverage coverage;
  const Played played = play(universe, script, coverage, nullptr, nullptr, &recorder);
  return recorder.file(universe.line, played.violations);
}

}  // namespace pl::sim
