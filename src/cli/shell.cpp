#include "cli/shell.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>

#include "base/text.h"
#include "cli/command_tree.h"
#include "cli/commands.h"
#include "cli/session.h"

namespace pl::cli {
namespace {

const CLI::App* subcommand(const CLI::App& app, const std::string& name) {
  for (const CLI::App* one : subcommands(app)) {
    if (one->get_name() == name) return one;
  }
  return nullptr;
}

const CLI::Option* flag(const CLI::App& app, const std::string& written) {
  for (const CLI::Option* one : flags(app)) {
    const auto known = names(*one);
    if (std::find(known.begin(), known.end(), written) != known.end()) return one;
  }
  return nullptr;
}

// What is not there, and what was meant.
std::string complaint(const char* what, const std::string& path, const std::string& word,
                      const std::string& near) {
  return fmt::format("`{}` has no {} `{}`{}", path, what, word,
                     near.empty() ? "" : fmt::format("; did you mean `{} {}`?", path, near));
}

std::string no_flag(const CLI::App& app, const std::string& path, const std::string& written) {
  std::vector<std::string> known;
  for (const CLI::Option* one : flags(app)) {
    for (const std::string& name : names(*one)) known.push_back(name);
  }
  return complaint("flag", path, written, nearest(written, known));
}

std::string no_command(const CLI::App& app, const std::string& path, const std::string& word) {
  std::vector<std::string> known;
  for (const CLI::App* one : subcommands(app)) known.push_back(one->get_name());
  return complaint("command", path, word, word == "help" ? "--help" : nearest(word, known));
}

}  // namespace

std::string unknown_word(const CLI::App& program, const std::vector<std::string>& args) {
  const CLI::App* at = &program;
  std::string path = "partyline";
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (args[i] == "--") return "";
    if (args[i].size() > 1 && args[i].front() == '-') {
      const std::string written = args[i].substr(0, args[i].find('='));
      const CLI::Option* known = flag(*at, written);
      if (known == nullptr) return no_flag(*at, path, written);
      if (takes_value(*known) && written == args[i]) ++i;
      continue;
    }
    if (const CLI::App* below = subcommand(*at, args[i])) {
      at = below;
      path += " " + args[i];
      continue;
    }
    // Where values are expected, any word may be one.
    if (!positionals(*at).empty() || subcommands(*at).empty()) continue;
    return no_command(*at, path, args[i]);
  }
  return "";
}

int end_of_parse(const CLI::App& program, const CLI::ParseError& error,
                 const std::vector<std::string>& args) {
  const bool is_wrong = error.get_exit_code() != 0;
  const std::string unknown = is_wrong ? unknown_word(program, args) : "";
  if (unknown.empty()) {
    program.exit(error);
  } else {
    fmt::print(stderr, "{}\nRun with --help for more information.\n", unknown);
  }
  return is_wrong ? kWrongUsage : 0;
}

void add_completion(CLI::App& program, int& exit_code) {
  auto shell = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand("completion", "Print a completion script for a shell");
  command->add_option("shell", *shell, "Which shell")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->footer(
      "Example:\n  source <(partyline completion bash)\n\n"
      "To keep it: partyline completion bash > /etc/bash_completion.d/partyline");
  command->callback([&program, shell, &exit_code] {
    const Shell wanted = *shell == "bash"  ? Shell::kBash
                         : *shell == "zsh" ? Shell::kZsh
                                           : Shell::kFish;
    fmt::print("{}", completion_script(program, wanted));
    exit_code = 0;
  });
}

void add_man(CLI::App& program, int& exit_code) {
  CLI::App* command = program.add_subcommand("man", "Print the manual page, in troff");
  command->footer("Example:\n  partyline man | man -l -");
  command->callback([&program, &exit_code] {
    fmt::print("{}", man_page(program, version()));
    exit_code = 0;
  });
}

}  // namespace pl::cli
