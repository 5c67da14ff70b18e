// The commands of a program, as a list to walk over.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace pl::cli {

struct CommandNode {
  const CLI::App* app;
  std::string path;  // "partyline callers list"
};

// The subcommands that are shown to people, in their order.
std::vector<const CLI::App*> subcommands(const CLI::App& app);

// Every command, the program first, each before its own subcommands.
std::vector<CommandNode> all_commands(const CLI::App& program);

// Those with a flag, and those without one; hidden ones are left out.
std::vector<const CLI::Option*> flags(const CLI::App& app);
std::vector<const CLI::Option*> positionals(const CLI::App& app);

// "-h", "--help"
std::vector<std::string> names(const CLI::Option& flag);
bool takes_value(const CLI::Option& flag);
// The values that there are, where they are fixed.
std::vector<std::string> choices(const CLI::Option& option);

// For CLI::Validator: what is wrong with a number of 64 bits; empty where it is one. CLI11 itself
// reads "-3" as 18446744073709551613.
std::string whole_number(const std::string& text);

}  // namespace pl::cli
