// Options and commands that look alike wherever a running server is asked.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/callers_command.h"

namespace pl::cli {

inline constexpr std::size_t kMostItems = 100'000;  // that a command lists

// A command that holds others, and one of them.
CLI::App& group(CLI::App& program, const char* name, const char* about);
CLI::App& child(CLI::App& parent, const char* name, const char* about, const char* footer);

// Who is meant, as the command's first argument.
void add_ref(CLI::App& command, CallerRef& ref);

// A command whose one argument is an id.
void add_with_id(CLI::App& parent, int& exit_code, const char* name, const char* about,
                 const char* footer, int (*work)(const Session&, const std::string&));

// For a list: whose.
template <class Options>
void add_whose(CLI::App& command, Options& options) {
  command.add_option("--caller", options.caller.text, "Only those of this number or id (clr_...)");
  command.add_option("--line", options.caller.line, "The number's line, where there are several");
}

// For a list: how much of it, from where on.
template <class Options>
void add_page(CLI::App& command, Options& options) {
  command.add_option("--limit", options.limit, "At most so many, newest first")
      ->check(CLI::Range(std::size_t{1}, kMostItems).description(""))
      ->capture_default_str();
  command.add_option("--before", options.before, "Only what is older than this id");
}

}  // namespace pl::cli
