// What the server is told from outside: environment, files, flags. Secrets come from the
// environment or a file, never from a flag.
#pragma once

#include <string>
#include <vector>

#include "app/server.h"
#include "base/result.h"
#include "ports/zones.h"

namespace pl::app {

// Loads and checks the line folders. The error lists every complaint, one a line.
Result<std::vector<core::Line>> load_lines(const std::vector<std::string>& folders,
                                           const ports::Zones& zones);

// Fills in keys and secrets from the environment, see host::read_environment(): ELEVENLABS_API_KEY,
// ELEVENLABS_WEBHOOK_SECRET, PARTYLINE_INITIATION_SECRET, PARTYLINE_TOOLS_SECRET; where a line or
// the operator is texted over Telegram, TELEGRAM_BOT_TOKEN and, if it is set,
// TELEGRAM_WEBHOOK_SECRET; where a line texts by SMS, TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN,
// with TWILIO_MESSAGING_SERVICE_SID or TWILIO_FROM for another sender than the line. A name
// followed by _PREVIOUS holds a secret that is still accepted. kInvalid lists all that are missing
// or shorter than host::kSecretBytes.
Result<void> read_secrets(ServerSettings& settings);

// What the flags say: URLs lose the slashes at their end, and Twilio learns where it reports to.
// kInvalid lists every flag that is wrong, or missing where one of `settings.lines` needs it.
Result<void> check_flags(ServerSettings& settings);

// load_lines and read_secrets, without rounds: the error lists all that is wrong with either.
// `settings.lines` then has the lines that lack nothing but variables, since they still say which
// secrets and flags they want.
Result<void> read_lines_and_secrets(const std::vector<std::string>& folders,
                                    const ports::Zones& zones, ServerSettings& settings);

// kInvalid with the messages of those that failed, one below the other.
Result<void> all_of(const std::vector<Result<void>>& checks);

}  // namespace pl::app
