// partyline keys: who may use the API
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"

namespace pl::cli {

int list_keys(const Session& session);
// Prints the token, which nobody can show again.
int create_key(const Session& session, const std::string& name,
               const std::vector<std::string>& scopes);
int revoke_key(const Session& session, const std::string& id);

}  // namespace pl::cli
