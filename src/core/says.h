// What the server itself says to people where a line has no words of its own.
#pragma once

#include <string_view>

#include "core/template.h"

namespace pl::core {

enum class Sentence {
  kGreeting,    // the first words of a call, whoever rings whom
  kPleaseCall,  // a text to somebody whom we wanted to reach, whether or not the phone rang
};

// In the language, such as "de" or "pt-BR"; in English where it is none of de, en, es, fr, it, nl,
// pl and pt. It uses no variable but {{name}}, which always has a value.
const Template& sentence(Sentence sentence, std::string_view language);

}  // namespace pl::core
