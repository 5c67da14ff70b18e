// Phone numbers as people and platforms write them.
#include "base/text.h"
#include "core/number.h"
#include "entry.h"
#include "host/phone_numbers.h"

void pl::fuzz::try_bytes(std::string_view bytes) {
  static const host::PhoneNumbers numbers;
  const auto strict = core::PhoneNumber::from_e164(bytes);
  if (strict) PL_CHECK(strict->e164() == bytes);
  const auto read = numbers.read(bytes);
  if (!read) {
    PL_CHECK(read.error().code == Code::kInvalid && is_utf8(read.error().message));
    return;
  }
  const std::string& e164 = read->number.e164();
  PL_CHECK(e164.size() >= 8 && e164.size() <= 16 && e164[0] == '+' && e164[1] != '0');
  PL_CHECK(e164.find_first_not_of("0123456789", 1) == std::string::npos);
  PL_CHECK(core::PhoneNumber::from_e164(e164) == read->number);
  const auto again = numbers.read(e164);
  PL_CHECK(again && again->number == read->number);
  // Little enough is shown of it in a log.
  const std::string masked = read->number.masked();
  PL_CHECK(masked.find(e164.substr(4, 4)) == std::string::npos || e164.size() < 9);
}
