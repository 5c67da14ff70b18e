#include "cli/privacy_command.h"

#include <fmt/format.h>

#include <memory>

#include "base/percent.h"
#include "base/text.h"
#include "cli/client_options.h"
#include "cli/client_session.h"
#include "cli/commands.h"
#include "cli/shown.h"
#include "cli/table.h"
#include "host/files.h"

namespace pl::cli {
namespace {

using wire::Json;
using wire::JsonView;

std::string digits_of(std::string_view number) {
  std::string digits;
  for (const char c : number) {
    if (is_digit(c)) digits += c;
  }
  return digits;
}

void print_receipt(const Session& session, const Json& document) {
  if (session.json) return print_json(session, document);
  const JsonView receipt(document);
  Table facts;
  facts.add({"receipt", shown_at(receipt, "id")});
  facts.add({"caller", shown_at(receipt, "caller")});
  facts.add({"erased at", time_at(receipt, "at")});
  facts.add({"by", shown_at(receipt, "by")});
  facts.add({"rows erased", shown_pairs(receipt, "rows")});
  facts.add({"conversations", shown_at(receipt, "conversations")});
  facts.add({"complete", shown_at(receipt, "complete")});
  session.out(facts.text());
  const auto left = list_at(receipt, "conversations_left");
  if (left.empty()) return;
  Table table({"THE PLATFORM STILL HAS", "TRIES", "NEXT TRY", "WHY"});
  for (const JsonView& one : left) {
    table.add({shown_at(one, "conversation_id"), shown_at(one, "tries"), time_at(one, "next_try"),
               shown_at(one, "failure")});
  }
  session.out("\n" + table.text());
}

// Empty: the person meant it. Otherwise the exit code.
std::optional<int> refusal(const Session& session, const JsonView& caller) {
  const std::string number = shown_at(caller, "number");
  const std::string name = plain(shown_at(caller, "name"));
  session.err(
      fmt::format("{}{}, {}: everything about this caller is erased and cannot be "
                  "brought back.\nType the number to go on: ",
                  name.empty() ? "" : name + ", ", number, shown_at(caller, "line")));
  const auto typed = session.typed();
  if (!typed) {
    session.err("\n");
    return wrong_usage(session, "forget", "nobody is there to confirm it; write --yes");
  }
  if (!digits_of(number).empty() && digits_of(*typed) == digits_of(number)) return std::nullopt;
  session.err("partyline forget: that is another number; nothing was erased\n");
  return kRefused;
}

}  // namespace

int forget(const Session& session, const ForgetOptions& options) {
  const auto caller = find_caller(session, options.caller);
  if (!caller) return complain(session, "forget", caller.error());
  const JsonView found(*caller);
  if (!options.yes) {
    if (const auto refused = refusal(session, found)) return *refused;
  }
  const auto id = found.required_text("id", 64);
  if (!id) return complain(session, "forget", id.error());
  const auto receipt = remove(session, "/v1/callers/" + percent_encode(*id));
  if (!receipt) return complain(session, "forget", receipt.error());
  print_receipt(session, *receipt);
  return kDone;
}

int show_erasure(const Session& session, const std::string& id) {
  const auto receipt = get(session, "/v1/erasures/" + percent_encode(id));
  if (!receipt) return complain(session, "erasures show", receipt.error());
  print_receipt(session, *receipt);
  return kDone;
}

int export_caller(const Session& session, const ExportCallerOptions& options) {
  const auto run = [&]() -> Result<void> {
    PL_TRY(const std::string id, caller_id(session, options.caller));
    PL_TRY(const Json all, get(session, "/v1/callers/" + percent_encode(id) + "/export"));
    if (options.file.empty()) {
      print_json(session, all);
      return {};
    }
    return host::write_private_file(options.file, wire::write_json(all) + "\n");
  };
  return finish(session, "export-caller", run());
}

void add_forget(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<ForgetOptions>();
  CLI::App& command =
      child(program, "forget", "Erase a caller, and print the receipt",
            "Example:\n  partyline forget +41780000001\n\n"
            "It cannot be taken back. While a call with them goes on it is refused.");
  add_ref(command, options->caller);
  command.add_flag("--yes", options->yes, "Do not ask for the number once more");
  run_as_client(command, exit_code,
                [options](const Session& session) { return forget(session, *options); });
}

void add_erasures(CLI::App& program, int& exit_code) {
  CLI::App& erasures = group(program, "erasures", "Receipts of callers who were erased");
  add_with_id(erasures, exit_code, "show", "Show a receipt, and what the platform still has",
              "Example:\n  partyline erasures show ers_01m81r2c8e5m1x0n9w6v3t7q4k", show_erasure);
}

void add_export_caller(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<ExportCallerOptions>();
  CLI::App& command = child(program, "export-caller", "Write all that is kept of a caller, as JSON",
                            "Example:\n  partyline export-caller +41780000001 --out ada.json");
  add_ref(command, options->caller);
  command.add_option("--out", options->file, "The file, for you alone; else standard output");
  run_as_client(command, exit_code,
                [options](const Session& session) { return export_caller(session, *options); });
}

}  // namespace pl::cli
