// Where Telegram tells us what people write to the bot.
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"
#include "http/door.h"

namespace pl::platforms {

// /telegram/updates. `secrets` are what the header X-Telegram-Bot-Api-Secret-Token may hold, the
// current one first; without one nobody is believed. The engine must outlive the doors.
http::Doors telegram_doors(engine::Engine& engine, std::vector<std::string> secrets);

}  // namespace pl::platforms
