// What the environment must hold so that a line can write to people.
#pragma once

#include <string>
#include <vector>

#include "core/line.h"

namespace pl::line {

struct ChannelSecret {
  std::string name;  // "TELEGRAM_BOT_TOKEN"
  std::string why;   // for people: which line wants it, and what else they can do
};

// Those of every channel under `text:`. `serve` does not start without them.
std::vector<ChannelSecret> channel_secrets(const core::Line& line);

}  // namespace pl::line
