#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace pl::host {

// "+41 78 000 00 00", in ASCII, of a number that came from a keyboard, an address book, a table or
// a telephone exchange: with other scripts' digits, no-break blanks, marks of direction, an exit
// code (00) for the plus, as a tel: or SIP address. Read only where its meaning is certain;
// kInvalid says what is wrong, and does not repeat it.
Result<std::string> plain_number(std::string_view written);

// Whether an E.164 number is no number but a word on a keypad, with which carriers say that they
// withhold one: "+266696687" is ANONYMOUS.
bool is_stand_in(std::string_view e164);

}  // namespace pl::host
