// Reads everything that is logged while a world is played, at every level, and looks for what must
// never stand there.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace spdlog {
class logger;
}

namespace pl::sim {

// One at a time: it takes the place of the program's logger for as long as it lives.
class LogScan {
 public:
  LogScan();
  ~LogScan();
  LogScan(const LogScan&) = delete;
  LogScan& operator=(const LogScan&) = delete;

  // Lines that hold something like a phone number, with its digits left out.
  const std::vector<std::string>& leaks() const { return leaks_; }

 private:
  std::vector<std::string> leaks_;
  std::shared_ptr<spdlog::logger> before_;
};

}  // namespace pl::sim
