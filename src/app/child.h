// A process of our own: the demo runs the real server and the sandbox as anybody would.
#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace pl::app {

class Child {
 public:
  // Runs this very program with `arguments`; the environment is ours with `environment` over it;
  // standard output and error go to `log_file`. It is sent SIGTERM when we go away, however we do.
  static Result<Child> start(const std::vector<std::string>& arguments,
                             const std::map<std::string, std::string>& environment,
                             const std::string& log_file);
  ~Child();  // asks it to stop and waits for it
  Child(Child&& other) noexcept : pid_(std::exchange(other.pid_, -1)) {}
  Child& operator=(Child&&) = delete;

  bool is_running();

 private:
  explicit Child(pid_t pid) : pid_(pid) {}
  pid_t pid_;
};

// A port that nothing listens on: `wished` if it is free, else any.
Result<int> free_port(int wished);

}  // namespace pl::app
