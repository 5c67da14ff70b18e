// Writes down everything that is done to the server, the platform and the telephones while a script
// is played, as the lines of a .call file: what a script leaves to its world stands there in so
// many words. Told of everything just before it is done.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/journey/narrator.h"
#include "sim/messenger.h"
#include "sim/platform.h"
#include "sim/script.h"
#include "sim/watched_store.h"
#include "sim/world.h"

namespace pl::sim {

struct Stage;

class Recorder {
 public:
  explicit Recorder(const Script& script) : script_(script) {}

  // Everybody is registered, and nothing else has happened. The stage outlives the play.
  void begin(const Stage& stage);

  // So that calls, outreaches and attention items have the names that a journey gives them.
  void committed(const Written& written);
  void in_doubt(const Written& written);
  void answered(const core::Initiation& initiation);

  void phone(const Conversation& talk, std::string_view does);
  // `spelled`: the number as the network wrote it.
  void call_in(const Conversation& talk, const std::string& spelled, bool webhook_lost);
  void asked_again(const Conversation& talk);
  // The agent names another conversation's call.
  void crossed(const Conversation& talk, const Conversation& other, const std::string& tool,
               const std::string& arguments);
  // `arguments` as in tool_request(). `lost`: the agent calls it, and the server never hears of it.
  void tool(const Conversation& talk, const std::string& tool, const std::string& arguments,
            bool lost);
  void api(const std::string& method, const std::string& path, const std::string& body);
  void webhook(const Conversation& about, UtcTime written, bool stale);
  void lied(const Conversation& about);
  void forged(const Fact& attack, const Conversation* victim, const std::string& number);

  // What becomes of the next dial, or text. Null: the ordinary.
  void dial(const DialFate* fate);
  void text(const TextFate* fate);
  // ... and of every dial until then.
  void outage(const DialFate& every, UtcTime until);
  void outage_ends();

  void platform(const Platform& platform);  // look-ups, as they are from now on
  void drops(const Platform& platform);     // fields of overrides, from now on
  void store(const Fact& fault);
  void damaged(const ports::RowKey& row, Harm how);
  void mended(const ports::RowKey& row);
  void server(std::string_view what);
  void server_dies(const Fact& fault);
  void clock(Millis by);
  void heal(const Platform& platform, bool server_is_up);

  // The .call file.
  std::string file(const core::Line& line, const std::vector<audit::Violation>& violations) const;

 private:
  struct Line {
    Millis at;
    std::optional<int> order;
    std::string words;
  };
  static std::string person_alias(int person);
  static std::string consent_in_words(bool voice, bool text);
  void feed(std::string words);
  static std::string argument_words(const std::string& arguments);
  std::string name(const Conversation& talk);

  const Script& script_;
  const Stage* stage_ = nullptr;
  std::optional<Narrator> narrator_;  // for its names alone
  std::vector<Line> fates_;           // that stand at the beginning
  std::vector<Line> lines_;
  std::optional<Line> end_of_outage_;
  int dials_ = 0;
  int texts_ = 0;
};

// Plays the script once more and gives it as a .call file, in which the same promises are broken.
std::string record_journey(const Universe& universe, const Script& script);

}  // namespace pl::sim
