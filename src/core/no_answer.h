// What a model writes into an argument where the person on the phone said nothing.
#pragma once

#include <string_view>

#include "core/profile.h"

namespace pl::core {

// "N/A", "null", "(not provided)", "unbekannt", "-", nothing at all: in any case, with or without
// marks around it. "none" and "no" are answers: whoever has no allergies has said so.
bool is_no_answer(std::string_view said);

// `raw` without what is no answer, for `accept` to refuse what is then empty. In texts and lists
// alone: every other field knows its own words, and "unknown" may be one of a choice.
RawValue drop_no_answers(const Field& field, RawValue raw);

}  // namespace pl::core
