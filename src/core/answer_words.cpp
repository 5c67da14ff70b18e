#include "core/answer_words.h"

#include <fmt/format.h>

#include <optional>

#include "core/turn_reading.h"

namespace pl::core {
namespace {

std::string machine_evidence(Answerer machine, const TurnReading& reading) {
  if (reading.phrase.empty()) return fmt::format("sounds like a {}", text_of(machine));
  return fmt::format("{} phrase: \"{}\"", text_of(machine), reading.phrase);
}

// Goes through the turns of the called side, in their order.
class Judge {
 public:
  void hear(const TurnReading& turn) {
    switch (turn.sound) {
      case Sound::kSilence:
        return;
      case Sound::kNoise:
        noise_ = true;
        return;
      case Sound::kMailbox:
        return machine(Answerer::kMailbox, turn);
      case Sound::kScreener:
        return machine(Answerer::kScreener, turn);
      case Sound::kMenu:
        return machine(Answerer::kMenu, turn);
      case Sound::kGoesOn:
        if (!machine_) words_ = true;
        return;
      case Sound::kCut:
        cut_ = true;
        return;
      case Sound::kEither:
        either_ = true;
        return;
      case Sound::kWords:
        if (machine_) came_on_ = true;
        words_ = true;
        return;
      case Sound::kPerson:
        if (machine_)
          came_on_ = true;
        else
          spoke_ = true;
        phrase_ = turn.phrase;
        return;
    }
  }

  Heard verdict() const {
    if (came_on_) return {Answerer::kPerson, "somebody came on after a machine"};
    if (machine_ && spoke_) return {Answerer::kPerson, "a person spoke before a machine"};
    if (machine_) return *machine_;
    if (spoke_) return {Answerer::kPerson, fmt::format("person phrase: \"{}\"", phrase_)};
    if (either_) return {Answerer::kUnsure, "as much of a machine as of a person"};
    if (words_) return {Answerer::kPerson, "words of which no machine is known"};
    if (cut_) return {Answerer::kUnsure, "a greeting that is cut"};
    if (noise_) return {Answerer::kUnsure, "sounds, and no words to us"};
    return {Answerer::kNobody, "no word of theirs"};
  }

 private:
  void machine(Answerer which, const TurnReading& turn) {
    machine_ = Heard{which, machine_evidence(which, turn)};
  }

  std::optional<Heard> machine_;  // the last one
  bool noise_ = false;
  bool cut_ = false;
  bool either_ = false;
  bool words_ = false;    // that show nothing
  bool spoke_ = false;    // a person, and no machine before
  bool came_on_ = false;  // somebody, after a machine
  std::string phrase_;
};

}  // namespace

Heard judge_words(const Transcript& transcript) {
  Judge judge;
  std::size_t turns = 0;
  for (const Turn& turn : transcript.turns) {
    if (turn.speaker != Speaker::kUser || ++turns > kJudgedTurns) continue;
    judge.hear(read_turn(turn.text, transcript.language));
  }
  return judge.verdict();
}

}  // namespace pl::core
