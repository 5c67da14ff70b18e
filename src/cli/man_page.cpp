// The manual page, made of the commands' own help.
#include <fmt/format.h>

#include "base/text.h"
#include "cli/command_tree.h"
#include "cli/shell.h"

namespace pl::cli {
namespace {

// Plain text in troff: no requests, no escapes, and hyphens that can be searched for.
std::string troff(std::string_view text) {
  std::string all;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) all += "\\&";
    line_begins = c == '\n';
    if (c == '\\') {
      all += "\\e";
    } else if (c == '-') {
      all += "\\-";
    } else {
      all += c;
    }
  }
  return all;
}

std::string synopsis(const CommandNode& node) {
  std::string line = node.path;
  if (!flags(*node.app).empty()) line += " [OPTIONS]";
  for (const CLI::Option* one : positionals(*node.app)) {
    std::string name = one->get_name(true, false);
    if (one->get_items_expected_max() > 1) name += "...";
    line += one->get_required() ? " " + name : " [" + name + "]";
  }
  if (!subcommands(*node.app).empty()) line += " COMMAND";
  return line;
}

std::string option_text(const CLI::Option& option) {
  std::string title = join(names(option), ", ");
  if (title.empty()) {
    title = option.get_name(true, false);
  } else if (takes_value(option)) {
    title += " " + option.get_type_name();
  }
  std::string about = option.get_description();
  if (!option.get_default_str().empty()) about += " [" + option.get_default_str() + "]";
  return fmt::format(".TP\n.B {}\n{}\n", troff(title), troff(about));
}

std::string command_text(const CommandNode& node) {
  std::string text =
      fmt::format(".SS {}\n{}\n", troff(synopsis(node)), troff(node.app->get_description()));
  for (const CLI::Option* one : positionals(*node.app)) text += option_text(*one);
  for (const CLI::Option* one : flags(*node.app)) text += option_text(*one);
  if (const std::string footer = node.app->get_footer(); !footer.empty()) {
    text += fmt::format(".PP\n.nf\n{}\n.fi\n", troff(footer));
  }
  return text;
}

}  // namespace

std::string man_page(const CLI::App& program, const std::string& version) {
  const auto commands = all_commands(program);
  std::string page = fmt::format(
      ".TH PARTYLINE 1 \"\" \"partyline {}\"\n"
      ".SH NAME\npartyline \\- {}\n"
      ".SH SYNOPSIS\n.B partyline\nCOMMAND [OPTIONS]\n"
      ".SH COMMANDS\n",
      troff(version), troff(program.get_description()));
  for (std::size_t i = 1; i < commands.size(); ++i) page += command_text(commands[i]);
  page +=
      ".SH EXIT STATUS\n"
      ".TP\n.B 0\nDone.\n"
      ".TP\n.B 1\nRefused, or failed: standard error says why.\n"
      ".TP\n.B 2\nThe command line is wrong.\n"
      ".TP\n.B 3\nThe server cannot be reached, or did not answer.\n";
  return page;
}

}  // namespace pl::cli
