#include "cli/client_session.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <memory>
#include <thread>

#include "cli/flags.h"
#include "host/secrets.h"
#include "host/system_clock.h"

namespace pl::cli {
namespace {

struct Shared {
  std::string server = "http://127.0.0.1:8080";
  std::string key_file = "partyline.db.key";
  bool json = false;
};

void print(std::FILE* file, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), file);
  std::fflush(file);  // who follows a journal through a pipe sees each line when it comes
}

std::optional<std::string> typed_line() {
  if (::isatty(STDIN_FILENO) == 0) return std::nullopt;
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  return line;
}

Result<std::string> key_of(const Shared& shared) {
  PL_TRY(const auto set, host::read_environment("PARTYLINE_API_KEY"));
  if (set) return *set;
  auto key = host::read_secret(shared.key_file);
  if (key) return key;
  return fail(key.error().code,
              "no API key: " + key.error().message +
                  "\n`partyline serve` writes one beside its database: name that file with "
                  "--key-file, or put a key into PARTYLINE_API_KEY.");
}

Result<std::unique_ptr<ApiClient>> connect(const Shared& shared, bool asks_server) {
  PL_TRY(std::string url, service_url("--server", shared.server, Shared{}.server));
  std::string key;
  if (asks_server) {
    PL_TRY(key, key_of(shared));
  }
  return ApiClient::create(std::move(url), std::move(key));
}

// "callers list"
std::string path_of(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  const bool below = parent != nullptr && parent->get_parent() != nullptr;
  return (below ? path_of(*parent) + " " : "") + command.get_name();
}

int run(const Shared& shared, const CLI::App& command, const ClientWork& work, bool asks_server) {
  const auto api = connect(shared, asks_server);
  if (!api) {
    fmt::print(stderr, "partyline {}: {}\n", path_of(command), api.error().message);
    return kRefused;
  }
  const host::SystemClock clock;
  return work({.api = **api,
               .out = [](std::string_view text) { print(stdout, text); },
               .err = [](std::string_view text) { print(stderr, text); },
               .wait =
                   [](Millis time) {
                     // Between two questions to the server; the commands' tests bring their own.
                     std::this_thread::sleep_for(time);
                     return std::ferror(stdout) == 0;  // nobody reads on: the pipe is closed
                   },
               .now = [&clock] { return clock.now(); },
               .fresh_key = [] { return "cli-" + host::new_secret(); },
               .typed = typed_line,
               .terminal = ::isatty(STDERR_FILENO) != 0,
               .json = shared.json});
}

}  // namespace

void run_as_client(CLI::App& command, int& exit_code, ClientWork work,
                   std::function<bool()> asks_server) {
  auto shared = std::make_shared<Shared>();
  command.add_option("--server", shared->server, "The running server")->capture_default_str();
  command
      .add_option("--key-file", shared->key_file,
                  "Holds the API key; PARTYLINE_API_KEY in the environment goes first")
      ->capture_default_str();
  command.add_flag("--json", shared->json, "For machines");
  command.callback(
      [&command, shared, work = std::move(work), asks_server = std::move(asks_server), &exit_code] {
        if (!command.get_subcommands().empty()) return;
        exit_code = run(*shared, command, work, !asks_server || asks_server());
      });
}

}  // namespace pl::cli
