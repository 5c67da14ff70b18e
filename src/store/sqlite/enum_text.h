// Enumerators as the words that are stored. Words are the schema's: renaming one is a migration.
#pragma once

#include <optional>
#include <string_view>

#include "core/call.h"
#include "core/line.h"
#include "core/number.h"
#include "core/outreach.h"
#include "core/text_message.h"
#include "ports/store.h"

namespace pl::store {

// For the enumerations that have no words of their own.
std::string_view text_of(core::Direction direction);
std::string_view text_of(core::NumberClass number_class);
std::string_view text_of(core::CompleteWhen when);
std::string_view text_of(core::Fallback fallback);
std::string_view text_of(core::OnCallIn on_call_in);
std::string_view text_of(core::Speaker speaker);
std::string_view text_of(ports::PauseCause cause);

// Every enumeration counts up from 0 without gaps, and its text_of() gives "" past the last one.
// Asking text_of() itself means that no list here can miss a new enumerator.
template <class Enum>
std::optional<Enum> enum_from(std::string_view text) {
  for (int value = 0; value == 0 || !text_of(static_cast<Enum>(value)).empty(); ++value) {
    if (text_of(static_cast<Enum>(value)) == text) return static_cast<Enum>(value);
  }
  return std::nullopt;
}

}  // namespace pl::store
