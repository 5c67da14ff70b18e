// Where the platform reaches us, below the server's public URL, and how it proves itself there.
#pragma once

#include <string_view>

namespace pl::platforms {

inline constexpr std::string_view kInitiationPath = "/elevenlabs/initiation";
inline constexpr std::string_view kEventsPath = "/elevenlabs/events";
inline constexpr std::string_view kToolsPath = "/elevenlabs/tools/";  // and the tool's name
inline constexpr std::string_view kSecretHeader = "X-Partyline-Secret";

}  // namespace pl::platforms
