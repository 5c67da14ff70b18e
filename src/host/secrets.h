// Secrets that whoever runs the program keeps for it: in the environment, or in files of their own.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/result.h"

namespace pl::host {

inline constexpr std::size_t kSecretBytes = 16;  // the shortest that is accepted

// The variable itself, or the file that NAME_FILE names, or the credential of that name that
// systemd hands to a service (LoadCredential=); nothing where it is none of them. An error says why
// such a file cannot be read.
Result<std::optional<std::string>> read_environment(const std::string& name);
// The same, where a file that cannot be read is as good as none: empty.
std::string environment(const std::string& name);

// The contents of a file beside the database, which is made with a new secret, readable by its
// owner alone, if there is none: the API's first admin key, the key of the suppressed numbers'
// hashes.
Result<std::string> kept_secret(const std::string& file);
// The same, where there must be one.
Result<std::string> read_secret(const std::string& file);

// 64 hexadecimal digits that nobody can guess.
std::string new_secret();

}  // namespace pl::host
