#include "child_server.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

#include "app/child.h"
#include "base/check.h"

extern char** environ;

namespace pl::testing {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (std::string& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

std::vector<std::string> merged(const std::map<std::string, std::string>& over) {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    if (!over.contains(std::string(*entry, std::strcspn(*entry, "=")))) all.emplace_back(*entry);
  }
  for (const auto& [name, value] : over) all.push_back(name + "=" + value);
  return all;
}

}  // namespace

Process::Process(const std::vector<std::string>& arguments,
                 const std::map<std::string, std::string>& environment,
                 const std::string& log_file) {
  std::vector<std::string> argv{PARTYLINE_BINARY};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = merged(environment);
  const std::vector<char*> argv_list = pointers(argv);
  const std::vector<char*> variable_list = pointers(variables);
  const int log = ::open(log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  PL_CHECK(log >= 0);
  pid_ = ::fork();
  if (pid_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // no server survives its test
    ::dup2(log, STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
    ::execve(PARTYLINE_BINARY, argv_list.data(), variable_list.data());
    ::_exit(127);
  }
  ::close(log);
  PL_CHECK(pid_ > 0);
}

Process::~Process() {
  if (pid_ < 0) return;
  ::kill(pid_, SIGTERM);
  ::waitpid(pid_, nullptr, 0);
}

void Process::kill_now() {
  if (pid_ < 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

bool Process::is_running() {
  if (pid_ < 0) return false;
  if (::waitpid(pid_, nullptr, WNOHANG) == 0) return true;
  pid_ = -1;
  return false;
}

std::optional<int> Process::exit_code(Millis patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  int status = 0;
  pid_t ended = 0;
  while (pid_ > 0 && (ended = ::waitpid(pid_, &status, WNOHANG)) == 0) {
    if (std::chrono::steady_clock::now() > deadline) return std::nullopt;
    std::this_thread::sleep_for(Millis(5));  // bounded above: it waits for a process, not a time
  }
  if (ended <= 0) return std::nullopt;
  pid_ = -1;
  if (!WIFEXITED(status)) return std::nullopt;
  return WEXITSTATUS(status);
}

int free_port() {
  // Below the ports that Linux picks for connections; ten of them for each test that runs now.
  constexpr int kFirst = 10'000;
  constexpr int kTests = 2'000;
  constexpr int kEach = 10;
  static int asked = 0;
  const auto port = app::free_port(kFirst + ::getpid() % kTests * kEach + asked++ % kEach);
  PL_CHECK(port.has_value());
  return *port;
}

}  // namespace pl::testing
