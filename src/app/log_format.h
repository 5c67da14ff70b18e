// How log lines look: for people, or one JSON object each for machines.
#pragma once

#include <spdlog/formatter.h>

#include <memory>

namespace pl::app {

// {"level": "info", "message": "...", "time": "2026-01-31T12:00:00.000Z"}: whatever a message
// holds, it stays one line and one object.
std::unique_ptr<spdlog::formatter> json_log_format();

}  // namespace pl::app
