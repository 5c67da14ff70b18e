#include "app/child.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>

extern char** environ;

namespace pl::app {
namespace {

std::vector<std::string> merged_environment(const std::map<std::string, std::string>& over) {
  std::vector<std::string> merged;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string name(*entry, std::strcspn(*entry, "="));
    if (!over.contains(name)) merged.emplace_back(*entry);
  }
  for (const auto& [name, value] : over) merged.push_back(name + "=" + value);
  return merged;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (std::string& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

bool can_bind(int port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket < 0) return false;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  const bool bound = ::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  ::close(socket);
  return bound;
}

}  // namespace

Result<Child> Child::start(const std::vector<std::string>& arguments,
                           const std::map<std::string, std::string>& environment,
                           const std::string& log_file) {
  std::vector<std::string> argv{"partyline"};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = merged_environment(environment);
  const std::vector<char*> argv_list = pointers(argv);
  const std::vector<char*> variable_list = pointers(variables);
  const int log = ::open(log_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (log < 0) return fail(Code::kUnavailable, log_file + ": " + std::strerror(errno));
  const pid_t pid = ::fork();
  if (pid == 0) {
    // Only async-signal-safe calls from here to exec.
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    ::dup2(log, STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
    ::execve("/proc/self/exe", argv_list.data(), variable_list.data());
    ::_exit(127);
  }
  ::close(log);
  if (pid < 0) return fail(Code::kUnavailable, std::string("fork: ") + std::strerror(errno));
  return Child(pid);
}

Child::~Child() {
  if (pid_ < 0) return;
  ::kill(pid_, SIGTERM);
  ::waitpid(pid_, nullptr, 0);
}

bool Child::is_running() {
  if (pid_ < 0) return false;
  if (::waitpid(pid_, nullptr, WNOHANG) == 0) return true;
  pid_ = -1;
  return false;
}

Result<int> free_port(int wished) {
  for (int port = wished; port < wished + 1000; port += 10) {
    if (can_bind(port)) return port;
  }
  return fail(Code::kUnavailable, "no free port near " + std::to_string(wished));
}

}  // namespace pl::app
