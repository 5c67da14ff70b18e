#include "core/number.h"

namespace pl::core {

std::optional<PhoneNumber> PhoneNumber::from_e164(std::string_view text) {
  if (text.size() < 8 || text.size() > 16 || text[0] != '+' || text[1] == '0') return std::nullopt;
  if (text.find_first_not_of("0123456789", 1) != std::string_view::npos) return std::nullopt;
  return PhoneNumber(std::string(text));
}

std::string PhoneNumber::masked() const {
  return e164_.substr(0, 4) + "***" + e164_.substr(e164_.size() - 2);
}

}  // namespace pl::core
