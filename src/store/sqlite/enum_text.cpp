#include "store/sqlite/enum_text.h"

namespace pl::store {

std::string_view text_of(core::Direction direction) {
  switch (direction) {
    case core::Direction::kInbound:
      return "inbound";
    case core::Direction::kOutbound:
      return "outbound";
  }
  return "";
}

std::string_view text_of(core::NumberClass number_class) {
  switch (number_class) {
    case core::NumberClass::kOrdinary:
      return "ordinary";
    case core::NumberClass::kPremium:
      return "premium";
    case core::NumberClass::kEmergency:
      return "emergency";
    case core::NumberClass::kShort:
      return "short";
    case core::NumberClass::kSatellite:
      return "satellite";
    case core::NumberClass::kImpossible:
      return "impossible";
  }
  return "";
}

std::string_view text_of(core::CompleteWhen when) {
  switch (when) {
    case core::CompleteWhen::kRequiredFields:
      return "required_fields";
    case core::CompleteWhen::kTool:
      return "tool";
  }
  return "";
}

std::string_view text_of(core::Fallback fallback) {
  switch (fallback) {
    case core::Fallback::kText:
      return "text";
    case core::Fallback::kNothing:
      return "nothing";
  }
  return "";
}

std::string_view text_of(core::OnCallIn on_call_in) {
  switch (on_call_in) {
    case core::OnCallIn::kFulfil:
      return "fulfil";
    case core::OnCallIn::kRoute:
      return "route";
  }
  return "";
}

std::string_view text_of(core::Speaker speaker) {
  switch (speaker) {
    case core::Speaker::kAgent:
      return "agent";
    case core::Speaker::kUser:
      return "user";
  }
  return "";
}

std::string_view text_of(ports::PauseCause cause) {
  switch (cause) {
    case ports::PauseCause::kRefused:
      return "refused";
    case ports::PauseCause::kDrift:
      return "drift";
    case ports::PauseCause::kPhrase:
      return "phrase";
  }
  return "";
}

}  // namespace pl::store
