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
        broadcast_ = broadcast_ || !turn.phrase.empty();
        return;
      case Sound::kMailbox:
        return hear_machine(Answerer::kMailbox, turn);
      case Sound::kScreener:
        return hear_machine(Answerer::kScreener, turn);
      case Sound::kMenu:
        return hear_machine(Answerer::kMenu, turn);
      case Sound::kCut:
        cut_ = true;
        return;
      case Sound::kEither:
        return hear_either(turn);
      case Sound::kWords:
        return hear_words(turn);
    }
  }

  Heard verdict() const {
    if (machine_ && came_on_) return {Answerer::kPerson, "somebody came on after a machine"};
    if (machine_ && lively_) return {Answerer::kPerson, "a person spoke before a machine"};
    if (machine_ && perhaps_)
      return {Answerer::kUnsure, "perhaps somebody came on after a machine"};
    if (machine_) return *machine_;
    if (either_ && !alive_)
      return {Answerer::kUnsure, "words that show neither a machine nor a person"};
    if (!phrase_.empty()) return {Answerer::kPerson, fmt::format("person phrase: \"{}\"", phrase_)};
    if (words_) return {Answerer::kPerson, "words as of a person"};
    if (cut_) return {Answerer::kUnsure, "a greeting that is cut"};
    if (noise_) return {Answerer::kUnsure, "sounds, and no words to us"};
    return {Answerer::kNobody, "no word of theirs"};
  }

 private:
  static constexpr int kLively = 5;             // no recording begins so
  static constexpr std::size_t kSentence = 4;   // that television may go on with
  static constexpr std::size_t kNameWords = 3;  // that a machine plays between two turns of its own

  void hear_machine(Answerer which, const TurnReading& turn) {
    if (perhaps_name_) came_on_ = perhaps_name_ = false;
    perhaps_ = false;
    machine_ = Heard{which, machine_evidence(which, turn)};
  }

  void hear_either(const TurnReading& turn) {
    either_ = either_ || !machine_;
    perhaps_ = perhaps_ || (machine_ && turn.life >= 0);
  }

  void hear_words(const TurnReading& turn) {
    if (!machine_) {
      if (broadcast_ && turn.life <= 1 && turn.words >= kSentence) return;
      words_ = true;
      alive_ = alive_ || turn.life > 0;
      lively_ = lively_ || turn.life >= kLively;
      if (phrase_.empty()) phrase_ = turn.phrase;
      return;
    }
    const bool asks_on = turn.asks && machine_->answerer == Answerer::kScreener;
    if (turn.life < (asks_on ? 2 : 0)) return;
    perhaps_name_ = !came_on_ && turn.life == 0 && turn.words <= kNameWords;
    came_on_ = true;
  }

  std::optional<Heard> machine_;  // the last one
  bool noise_ = false;
  bool broadcast_ = false;  // television and the like
  bool cut_ = false;
  bool either_ = false;
  bool words_ = false;         // and no machine before them
  bool alive_ = false;         // some of them are rather a person's
  bool lively_ = false;        // they were no recording's
  bool perhaps_ = false;       // somebody, after the last machine
  bool came_on_ = false;       // somebody, after a machine
  bool perhaps_name_ = false;  // came_on_ because of a few words alone
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
