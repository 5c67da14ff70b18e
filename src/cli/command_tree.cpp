#include "cli/command_tree.h"

#include <charconv>

namespace pl::cli {

std::vector<const CLI::App*> subcommands(const CLI::App& app) {
  return app.get_subcommands(
      [](const CLI::App* one) { return !one->get_name().empty() && !one->get_group().empty(); });
}

std::vector<CommandNode> all_commands(const CLI::App& program) {
  std::vector<CommandNode> all;
  std::vector<CommandNode> ahead{{&program, "partyline"}};
  while (!ahead.empty()) {
    const CommandNode node = ahead.back();
    ahead.pop_back();
    all.push_back(node);
    const auto below = subcommands(*node.app);
    for (auto one = below.rbegin(); one != below.rend(); ++one) {
      ahead.push_back({*one, node.path + " " + (*one)->get_name()});
    }
  }
  return all;
}

std::vector<const CLI::Option*> flags(const CLI::App& app) {
  return app.get_options([](const CLI::Option* option) {
    return option->nonpositional() && !option->get_group().empty();
  });
}

std::vector<const CLI::Option*> positionals(const CLI::App& app) {
  return app.get_options([](const CLI::Option* option) {
    return !option->nonpositional() && !option->get_group().empty();
  });
}

std::vector<std::string> names(const CLI::Option& flag) {
  std::vector<std::string> all;
  for (const std::string& name : flag.get_snames()) all.push_back("-" + name);
  for (const std::string& name : flag.get_lnames()) all.push_back("--" + name);
  return all;
}

bool takes_value(const CLI::Option& flag) {
  return flag.get_items_expected_max() > 0;
}

std::vector<std::string> choices(const CLI::Option& option) {
  // CLI11 keeps them nowhere but in the words that help shows: "TEXT:{bash,zsh,fish}".
  const std::string type = option.get_type_name();
  const std::size_t open = type.find('{');
  const std::size_t close = type.find('}');
  if (open == std::string::npos || close == std::string::npos || close < open) return {};
  return CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
}

std::string whole_number(const std::string& text) {
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && rest == end ? "" : text + " is not a whole number of 0 or more";
}

}  // namespace pl::cli
