// partyline who-answered: judges transcripts by their words alone.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace pl::cli {

struct WhoAnsweredOptions {
  std::string file;  // "-" is standard input
  bool json = false;
};

// Where it speaks.
struct WhoAnsweredOutput {
  std::function<void(std::string_view)> out;  // what was judged
  std::function<void(std::string_view)> err;  // lines that cannot be read
};

// A row a transcript of a file (cli/transcripts_file.h): id, answer, evidence. Where every one has
// its `truth`, those that were judged otherwise, and how many are right by language and kind. 1
// when there is no such file, or a line of it cannot be read; the other lines are judged still.
int who_answered(const WhoAnsweredOptions& options, const WhoAnsweredOutput& output);

}  // namespace pl::cli
