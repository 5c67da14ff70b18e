#pragma once

namespace pl::app {

// Blocks SIGINT and SIGTERM for this thread and those it starts. Call it before any thread is made.
void hold_stop_signals();

// Waits for one of them.
void wait_for_stop_signal();

// The same for a server, which SIGHUP asks to read its files again.
enum class Asked { kStop, kReload };
void hold_server_signals();
Asked wait_for_server_signal();

}  // namespace pl::app
