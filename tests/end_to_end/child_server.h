// The real program in a process of its own, which a test may kill as a power cut would.
#pragma once

#include <sys/types.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace pl::testing {

class Process {
 public:
  // Standard output and error are appended to `log_file`.
  Process(const std::vector<std::string>& arguments,
          const std::map<std::string, std::string>& environment, const std::string& log_file);
  ~Process();  // asks it to stop, and waits
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void kill_now();  // SIGKILL: nothing of it runs any more when this returns
  bool is_running();
  // The code that it exits with by itself; nothing if it still runs then, or a signal ended it.
  std::optional<int> exit_code(Millis patience);
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = -1;
};

// A port of the loopback that nothing listens on now, nor will soon: no other test picks it, and
// none of their connections begins there.
int free_port();

}  // namespace pl::testing
