#pragma once

namespace pl::app {

// Blocks SIGINT and SIGTERM for this thread and those it starts. Call it before any thread is made.
void hold_stop_signals();

// Waits for one of them.
void wait_for_stop_signal();

}  // namespace pl::app
