#pragma once

#include <string_view>

namespace pl::wire {

enum class StopWord { kNeither, kStop, kStart };

// What a whole message asks for. kStop: STOP, STOPALL, UNSUBSCRIBE, END, QUIT, CANCEL (Twilio's
// words), REVOKE, OPTOUT (also as two words) of the US rule on taking consent back, and ARRET and
// ARRETE, which Twilio knows as well. kStart: START, UNSTOP, YES; "yes" may be the answer to a
// question of ours, so nothing follows from it alone. Upper and lower case, white space, quotation
// marks and punctuation around it do not matter, nor does the slash of a bot's command ("/stop").
// "Please stop" is neither: Twilio lets us text its sender, and a person has to read it.
StopWord stop_word(std::string_view text);

}  // namespace pl::wire
