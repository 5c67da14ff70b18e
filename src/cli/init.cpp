#include "cli/init.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "cli/commands.h"
#include "cli/session.h"
#include "cli/starter.h"
#include "host/files.h"

namespace pl::cli {
namespace {

namespace fs = std::filesystem;

Result<void> expect_room(const std::string& folder) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(folder, error);
  if (status.type() == fs::file_type::not_found) return {};
  if (status.type() == fs::file_type::directory && fs::is_empty(folder, error) && !error) return {};
  return fail(Code::kConflict, folder +
                                   " is there already, and nothing is written over; name a "
                                   "folder that does not exist");
}

Result<void> write_starter(const std::string& folder) {
  PL_DO(expect_room(folder));
  for (const StarterFile& file : starter_files()) {
    const fs::path path = fs::path(folder) / file.path;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) return fail(Code::kInvalid, path.parent_path().string() + ": " + error.message());
    PL_DO(host::write_new_file(path, file.bytes));
  }
  return {};
}

constexpr const char* kNext =
    R"(A new line is in {0}: line.yaml says what is what, and README.md what to change.

Next:
  partyline check {0}
  partyline simulate --line {0} --callers 200 --days 2
  partyline demo --line {0}
Then put in your number, voices and countries, and go on with "Connect a real number" in the README.
)";

}  // namespace

int init(const std::string& folder, const InitSurroundings& around) {
  const auto written = write_starter(folder);
  if (!written) {
    around.err("partyline init: " + written.error().message + "\n");
    return kRefused;
  }
  around.out(fmt::format(kNext, folder));
  return kDone;
}

void add_init(CLI::App& program, int& exit_code) {
  auto folder = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand("init", "Write a new, small line to begin with");
  command->add_option("folder", *folder, "Where; it must not exist, or be empty")->required();
  command->footer(
      "Example:\n  partyline init my-line\n\n"
      "It writes nothing over. What is in it: docs/reference/line.md.");
  command->callback([folder, &exit_code] {
    exit_code =
        init(*folder, {.out = [](std::string_view text) { fmt::print("{}", text); },
                       .err = [](std::string_view text) { fmt::print(stderr, "{}", text); }});
  });
}

}  // namespace pl::cli
