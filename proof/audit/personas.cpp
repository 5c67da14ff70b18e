// One call, one persona, told completely; and an answer in time for whoever phones in.
#include <algorithm>

#include "audit/books.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

constexpr Millis kPreCallLimit = 300ms;

bool unrendered(const std::string& text) {
  return text.find("{{") != std::string::npos || text.find("}}") != std::string::npos;
}

// The first thing that was left out or is not as this persona would have it; empty if all is well.
const char* flaw(const Initiation& told, const PersonaFacts& persona) {
  if (told.prompt.empty()) return "no prompt";
  if (told.first_message.empty()) return "no first message";
  if (told.language.empty()) return "no language";
  if (told.voice_id.empty()) return "no voice";
  if (told.voice_id != persona.voice_id) return "another persona's voice";
  if (told.language != persona.language) return "another persona's language";
  if (!told.prompt.starts_with(persona.prompt)) return "another prompt";
  return "";
}

}  // namespace

void Auditor::Books::speaks_as(const std::string& who, const Initiation& told,
                               const PersonaFacts& persona) {
  if (const char* wrong = flaw(told, persona); *wrong != '\0') {
    broke("INV-12", "{} was told {}", who, wrong);
  }
  // What one persona sets, every override sets: what is left out would sound like somebody else.
  const bool complete = std::all_of(
      line.personas.begin(), line.personas.end(),
      [&](const PersonaFacts& one) { return (one.voice_settings & ~told.voice_settings) == 0; });
  if (!complete) broke("INV-12", "{} was told an incomplete voice", who);
  for (const PersonaFacts& other : line.personas) {
    if (&other == &persona || other.prompt.empty()) continue;
    if (told.prompt.find(other.prompt) == std::string::npos) continue;
    // One persona may quote another from the start.
    if (persona.prompt.find(other.prompt) != std::string::npos) continue;
    broke("INV-12", "{} was told the prompt of {} as well", who, other.name);
  }
  if (unrendered(told.prompt) || unrendered(told.first_message)) {
    broke("INV-13", "{} was told a variable that nobody filled in", who);
  }
}

void Auditor::Books::words_fit(const CallBook& call) {
  const CallRow& row = call.row;
  const PersonaFacts* persona = persona_named(row.persona);
  if (persona == nullptr) return broke("INV-12", "{} is nobody's of the line", row.id);
  if (!row.told) return broke("INV-12", "nobody knows what {} was told", row.id);
  const Initiation& told = *row.told;
  speaks_as(row.id, told, *persona);
  const SceneFacts* scene = scene_named(row.scene);
  if (scene != nullptr && told.tools != scene->tools.size()) {
    broke("INV-12", "{} was told of {} tools, its scene has {}", row.id, told.tools,
          scene->tools.size());
  }
  if (told.call != row.id) broke("INV-12", "{} was told another call's id", row.id);
  if (!row.inbound && told.user_id != row.caller) {
    broke("INV-12", "{} cannot be found again: its user id is not its caller's", row.id);
  }
  if (unrecorded.empty()) return;
  if (const auto said = unrecorded.find(row.id); said != unrecorded.end()) {
    same_words(call, said->second, "answered before it was recorded");
    unrecorded.erase(said);
  }
  if (contradicted.contains(row.id)) {
    broke("INV-23", "{} was answered once more, and not the same", row.id);
  }
}

void Auditor::Books::same_words(const CallBook& call, const Initiation& said, const char* where) {
  const Initiation nothing;
  const Initiation& told = call.row.told ? *call.row.told : nothing;
  const bool same = told.prompt == said.prompt && told.first_message == said.first_message &&
                    told.language == said.language && told.voice_id == said.voice_id &&
                    told.voice_settings == said.voice_settings && told.tools == said.tools;
  if (!same) broke("INV-12", "{}: what was {} is not what its row says", call.row.id, where);
}

// An answer that the timer gave is remembered by the living only. One that was given otherwise is
// in the books by now, or will be: then it is known that nobody had died.
bool Auditor::Books::answered_before(const PreCallAnswered& answer) {
  const auto [place, is_new] =
      answers.try_emplace(answer.call_sid, Answer{answer.bytes_sha, answer.told->call});
  if (is_new) return false;
  Answer& earlier = place->second;
  if (earlier.bytes_sha == answer.bytes_sha) return true;
  if (calls.find(earlier.call) != nullptr || earlier.call == answer.told->call) {
    broke("INV-23", "{} was answered twice, and not the same", answer.call_sid);
    return true;
  }
  contradicted.insert(earlier.call);
  earlier = {answer.bytes_sha, answer.told->call};
  return false;
}

void Auditor::Books::pre_call_answered(const PreCallAnswered& answer) {
  const std::string& sid = answer.call_sid;
  if (answer.status != 200) return broke("INV-23", "{} was answered {}", sid, answer.status);
  if (answer.took > kPreCallLimit) {
    broke("INV-23", "{} was answered after {} ms", sid, answer.took.count());
  }
  if (!answer.told) return broke("INV-23", "{} was not told what to say", sid);
  if (!sid.empty() && answered_before(answer)) return;
  if (const CallBook* call = calls.find(answer.told->call)) {
    return same_words(*call, *answer.told, "answered");
  }
  const auto persona =
      std::find_if(line.personas.begin(), line.personas.end(),
                   [&](const PersonaFacts& one) { return one.voice_id == answer.told->voice_id; });
  if (persona == line.personas.end()) return broke("INV-12", "{} was told nobody's voice", sid);
  speaks_as(sid, *answer.told, *persona);
  unrecorded.emplace(answer.told->call, *answer.told);
}

}  // namespace pl::audit
