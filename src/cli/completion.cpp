// Completion for bash, zsh and fish. Each script finds out which command the words so far have led
// to, and offers what that one knows.
#include <fmt/format.h>

#include "base/text.h"
#include "cli/command_tree.h"
#include "cli/shell.h"

namespace pl::cli {
namespace {

// One thing to offer.
struct Offer {
  std::string word;
  std::string about;
  bool is_flag = false;
  bool takes_value = false;
};

std::vector<Offer> offers(const CLI::App& app) {
  std::vector<Offer> all;
  for (const CLI::App* one : subcommands(app)) {
    all.push_back({.word = one->get_name(), .about = one->get_description()});
  }
  for (const CLI::Option* one : positionals(app)) {
    for (const std::string& word : choices(*one)) all.push_back({.word = word, .about = ""});
  }
  for (const CLI::Option* flag : flags(app)) {
    for (const std::string& name : names(*flag)) {
      all.push_back({name, flag->get_description(), true, takes_value(*flag)});
    }
  }
  return all;
}

// 'text', whatever is in it.
std::string in_quotes(std::string_view text) {
  std::string all = "'";
  for (const char c : text) all += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return all + "'";
}

// fish knows two escapes inside of '...'.
std::string fish_quoted(std::string_view text) {
  std::string all = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') all += '\\';
    all += c;
  }
  return all + "'";
}

// Every command but the program itself, as "'partyline callers'".
std::vector<std::string> quoted_paths(const std::vector<CommandNode>& commands) {
  std::vector<std::string> paths;
  for (std::size_t i = 1; i < commands.size(); ++i) paths.push_back(in_quotes(commands[i].path));
  return paths;
}

// "COMMAND --flag" for each flag that is followed by a value.
std::vector<std::string> awaiting_value(const std::vector<CommandNode>& commands) {
  std::vector<std::string> all;
  for (const CommandNode& node : commands) {
    for (const Offer& offer : offers(*node.app)) {
      if (offer.takes_value) all.push_back(in_quotes(node.path + " " + offer.word));
    }
  }
  return all;
}

std::string bash_script(const std::vector<CommandNode>& commands) {
  std::string cases;
  for (const CommandNode& node : commands) {
    std::vector<std::string> words;
    for (const Offer& offer : offers(*node.app)) words.push_back(offer.word);
    cases +=
        fmt::format("    {}) words={} ;;\n", in_quotes(node.path), in_quotes(join(words, " ")));
  }
  return fmt::format(
      R"(# bash completion of partyline. To use it: source <(partyline completion bash)
_partyline() {{
  local at=partyline words='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at ${{COMP_WORDS[i]}}" in
      {}) at="$at ${{COMP_WORDS[i]}}" ;;
    esac
  done
  COMPREPLY=()
  case "$at ${{COMP_WORDS[COMP_CWORD-1]}}" in
    {}) return ;;
  esac
  case "$at" in
{}  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}")
}}
complete -o default -F _partyline partyline
)",
      join(quoted_paths(commands), "|"), join(awaiting_value(commands), "|"), cases);
}

std::string zsh_script(const std::vector<CommandNode>& commands) {
  std::string cases;
  for (const CommandNode& node : commands) {
    std::vector<std::string> words;
    for (const Offer& offer : offers(*node.app)) {
      // A colon stands between a word and what it means.
      std::string word;
      for (const char c : offer.word) word += c == ':' ? std::string("\\:") : std::string(1, c);
      words.push_back(in_quotes(word + ":" + offer.about));
    }
    cases += fmt::format("    ({}) offered=({}) ;;\n", in_quotes(node.path), join(words, " "));
  }
  return fmt::format(R"(#compdef partyline
# zsh completion of partyline. To use it: source <(partyline completion zsh)
_partyline() {{
  local at=partyline i
  local -a offered
  for ((i = 2; i < CURRENT; i++)); do
    case "$at ${{words[i]}}" in
      ({}) at="$at ${{words[i]}}" ;;
    esac
  done
  case "$at ${{words[CURRENT-1]}}" in
    ({}) _files; return ;;
  esac
  case "$at" in
{}  esac
  _describe partyline offered || _files
}}
if [ "$funcstack[1]" = _partyline ]; then _partyline "$@"; else compdef _partyline partyline; fi
)",
                     join(quoted_paths(commands), "|"), join(awaiting_value(commands), "|"), cases);
}

std::string fish_offer(const std::string& path, const Offer& offer) {
  std::string line = fmt::format("complete -c partyline -n \"__partyline_is '{}'\"", path);
  if (!offer.is_flag) {
    line += " -f -a " + fish_quoted(offer.word);
  } else if (offer.word.starts_with("--")) {
    line += " -l " + offer.word.substr(2);
  } else {
    line += " -s " + offer.word.substr(1);
  }
  if (offer.takes_value) line += " -r";
  if (!offer.about.empty()) line += " -d " + fish_quoted(offer.about);
  return line + "\n";
}

std::string fish_script(const std::vector<CommandNode>& commands) {
  std::string lines;
  for (const CommandNode& node : commands) {
    for (const Offer& offer : offers(*node.app)) lines += fish_offer(node.path, offer);
  }
  return fmt::format(
      R"(# fish completion of partyline. To use it: partyline completion fish | source
function __partyline_is
  set -l at partyline
  for word in (commandline -opc)[2..-1]
    switch "$at $word"
      case {}
        set at "$at $word"
    end
  end
  test "$at" = "$argv[1]"
end
{})",
      join(quoted_paths(commands), " "), lines);
}

}  // namespace

std::string completion_script(const CLI::App& program, Shell shell) {
  const auto commands = all_commands(program);
  switch (shell) {
    case Shell::kBash:
      return bash_script(commands);
    case Shell::kZsh:
      return zsh_script(commands);
    case Shell::kFish:
      return fish_script(commands);
  }
  return "";
}

}  // namespace pl::cli
