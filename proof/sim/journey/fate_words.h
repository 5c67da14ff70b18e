// What becomes of a dial or a text, in the words of a .call file: "late place=60s reply=15s".
#pragma once

#include <optional>
#include <string>

#include "sim/journey/transcript.h"
#include "sim/messenger.h"
#include "sim/platform.h"

namespace pl::sim {

// The value of a key, where it was given. kInvalid when it is no length of time.
Result<std::optional<Millis>> length_in(const Fed& fed, const std::string& key);
std::string value_in(const Fed& fed, const std::string& key, const std::string& otherwise = "");

// The last word is the kind. kInvalid when there is no such kind.
Result<DialFate> dial_fate(const Fed& fed);
Result<TextFate> text_fate(const Fed& fed);

// Read again, they give the same fate.
std::string words_of(const DialFate& fate);
std::string words_of(const TextFate& fate);

}  // namespace pl::sim
