// What a shell wants to know of the command line, all of it read from the tree of commands itself.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace pl::cli {

enum class Shell { kBash, kZsh, kFish };

// A script that completes commands, flags and fixed values.
std::string completion_script(const CLI::App& program, Shell shell);

// A manual page in troff.
std::string man_page(const CLI::App& program, const std::string& version);

// "`partyline callers` has no command `lst`; did you mean `partyline callers list`?": about the
// first of `args` (without the program's name) that is no command or flag where it stands. Empty
// when all are.
std::string unknown_word(const CLI::App& program, const std::vector<std::string>& args);

// What to do where parsing ended early: prints help, the version, or what is wrong. The exit code:
// 0 or 2.
int end_of_parse(const CLI::App& program, const CLI::ParseError& error,
                 const std::vector<std::string>& args);

// The subcommands `completion` and `man`.
void add_completion(CLI::App& program, int& exit_code);
void add_man(CLI::App& program, int& exit_code);

}  // namespace pl::cli
