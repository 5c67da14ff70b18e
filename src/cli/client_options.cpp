#include "cli/client_options.h"

#include <memory>

#include "cli/client_session.h"

namespace pl::cli {

CLI::App& group(CLI::App& program, const char* name, const char* about) {
  CLI::App* command = program.add_subcommand(name, about);
  command->require_subcommand(1);
  command->footer(std::string("Each has its own help: partyline ") + name + " COMMAND --help");
  return *command;
}

CLI::App& child(CLI::App& parent, const char* name, const char* about, const char* footer) {
  CLI::App* command = parent.add_subcommand(name, about);
  command->footer(footer);
  return *command;
}

void add_ref(CLI::App& command, CallerRef& ref) {
  command.add_option("caller", ref.text, "A number, or an id (clr_...)")->required();
  command.add_option("--line", ref.line, "The number's line, where the server has several");
}

void add_with_id(CLI::App& parent, int& exit_code, const char* name, const char* about,
                 const char* footer, int (*work)(const Session&, const std::string&)) {
  auto id = std::make_shared<std::string>();
  CLI::App& command = child(parent, name, about, footer);
  command.add_option("id", *id, "Its id")->required();
  run_as_client(command, exit_code,
                [id, work](const Session& session) { return work(session, *id); });
}

}  // namespace pl::cli
