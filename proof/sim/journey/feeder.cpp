#include "sim/journey/feeder.h"

#include <map>

namespace pl::sim {

Result<std::string> word_in(const Fed& fed, std::size_t place) {
  if (fed.words.size() <= place) return fail(Code::kInvalid, "a word is missing");
  return fed.words[place];
}

Result<void> Feeder::perform(const Fed& fed) {
  using Step = Result<void> (Feeder::*)(const Fed&);
  static const std::map<std::string, Step> kVerbs{
      {"api", &Feeder::api},           {"tool", &Feeder::tool},     {"inbound", &Feeder::inbound},
      {"webhook", &Feeder::webhook},   {"forged", &Feeder::forged}, {"phone", &Feeder::phone},
      {"platform", &Feeder::platform}, {"server", &Feeder::server}, {"telegram", &Feeder::telegram},
  };
  const auto verb = kVerbs.find(fed.words.front());
  Result<void> done = fail(Code::kInvalid, "no such verb");
  if (verb != kVerbs.end()) done = (this->*verb->second)(fed);
  if (!done) return fail(done.error().code, done.error().message + " in: " + fed.source);
  world_.server.drain();
  return {};
}

Result<Conversation*> Feeder::conversation(const std::string& alias) {
  if (const auto call = core::CallId::parse(world_.narrator.meant(alias))) {
    if (Conversation* found = world_.platform.of_call(*call)) return found;
  } else if (Conversation* found = world_.platform.of_sid({alias})) {
    return found;
  }
  return fail(Code::kInvalid, alias + " never rang");
}

}  // namespace pl::sim
