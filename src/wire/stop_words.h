#pragma once

#include <string_view>

namespace pl::wire {

enum class StopWord { kNeither, kStop, kStart };

// What a message from somebody asks for, in any of the languages of stop_words.cpp.
// kStop: a word to stop is the whole message, as STOP, BAJA, ABMELDEN, with no more than courtesies
// around it ("Please stop. Thank you"); or it says in a sentence that they want no more calls or
// messages ("do not call me again"). kStart: START, UNSTOP, YES; "yes" may be the answer to a
// question of ours, so nothing follows from it alone. Case, accents, width, punctuation, pictures,
// a signature below, and the slash of a bot's command do not matter. "don't stop", and a word to
// stop among others, are neither: a person has to read them.
StopWord stop_word(std::string_view text);

}  // namespace pl::wire
