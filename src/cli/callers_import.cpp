#include "cli/callers_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/percent.h"
#include "cli/callers_file.h"
#include "cli/client_options.h"
#include "cli/client_session.h"
#include "cli/csv.h"
#include "cli/shown.h"
#include "host/files.h"
#include "host/phone_numbers.h"
#include "wire/signature.h"

namespace pl::cli {
namespace {

using wire::Json;
using wire::JsonView;
using Members = Json::Members;

constexpr const char* kImport = "callers import";
constexpr std::string_view kTaken = "has it already: ";  // what the server says before the id
constexpr std::size_t kBarWidth = 40;
// The server's own trouble may be with one row; so many in a row are not.
constexpr int kTroubles = 3;

class Bar {
 public:
  Bar(const Session& session, std::size_t all) : session_(session), all_(all) {}

  void show(std::size_t done) {
    const std::size_t percent = all_ == 0 ? 100 : done * 100 / all_;
    if (!session_.terminal || percent == shown_) return;
    shown_ = percent;
    std::string bar;
    for (std::size_t i = 0; i < kBarWidth; ++i) bar += i * 100 < percent * kBarWidth ? "█" : "░";
    session_.err(fmt::format("\r{} {:3} % ({} of {})", bar, percent, done, all_));
  }
  void clear() {
    if (session_.terminal && shown_ <= 100) session_.err("\r\033[K");
    shown_ = kNothing;
  }

 private:
  static constexpr std::size_t kNothing = 101;
  const Session& session_;
  const std::size_t all_;
  std::size_t shown_ = kNothing;
};

// What would fail for every other row as well.
bool concerns_all(const Error& error) {
  switch (error.code) {
    case Code::kUnavailable:
    case Code::kOutcomeUnknown:
    case Code::kUnauthorized:
      return true;
    case Code::kInternal:
    case Code::kCorrupt:
    case Code::kInvalid:
    case Code::kNotFound:
    case Code::kConflict:
      return false;
  }
  return true;
}

class Import {
 public:
  Import(const Session& session, std::string_view bytes, std::size_t rows)
      : session_(session), bar_(session, rows), file_sha256_(wire::sha256_hex(bytes)) {}

  Result<void> run(const std::vector<CallerRow>& rows, bool dry_run) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      bar_.show(i);
      const CallerRow& row = rows[i];
      if (!row.wrong.empty()) {
        failed(row, row.wrong);
      } else if (!dry_run) {
        PL_DO(send(row));
      }
    }
    bar_.show(rows.size());
    bar_.clear();
    return {};
  }

  std::size_t failures() const { return failed_.size(); }

  void sum_up(std::size_t rows, bool dry_run) const {
    if (session_.json) {
      return print_json(session_, {Members{{"rows", {std::int64_t(rows)}},
                                           {"added", {added_}},
                                           {"already_there", {already_there_}},
                                           {"dry_run", {dry_run}},
                                           {"failed", {failed_}}}});
    }
    if (dry_run) {
      session_.out(
          fmt::format("{} rows, {} of them wrong; nothing was sent\n", rows, failed_.size()));
      return;
    }
    session_.out(fmt::format("{} rows: {} added, {} already there, {} failed\n", rows, added_,
                             already_there_, failed_.size()));
  }

 private:
  void failed(const CallerRow& row, const std::string& why) {
    failed_.push_back({Members{{"line", {std::int64_t(row.line)}}, {"reason", {why}}}});
    bar_.clear();
    session_.err(fmt::format("line {}: {}\n", row.line, why));
  }

  void warn(const CallerRow& row, const JsonView& answer) {
    const auto warnings = answer.list("warnings");
    if (!warnings) return;
    for (const JsonView& warning : *warnings) {
      const auto* text = std::get_if<std::string>(&warning.json().value);
      if (text == nullptr) continue;
      bar_.clear();
      session_.err(fmt::format("line {}: {}\n", row.line, *text));
    }
  }

  std::string key(const CallerRow& row, std::string_view step) const {
    return fmt::format("import-{}-{}{}", file_sha256_, row.line, step);
  }

  // The error is one that concerns all.
  Result<void> send(const CallerRow& row) {
    auto answer = post_once(session_, "/v1/callers", row.body, key(row, ""));
    std::string id;
    bool fresh = false;
    if (answer) {
      id = text_at(JsonView(*answer), "id");
      fresh = true;
      warn(row, JsonView(*answer));
    } else {
      const std::string& said = answer.error().message;
      const std::size_t taken = said.rfind(kTaken);
      if (answer.error().code != Code::kConflict || taken == std::string::npos) {
        return judge(row, answer.error());
      }
      id = said.substr(taken + kTaken.size());
    }
    if (row.opted_out) {
      const auto out = post_once(session_, "/v1/callers/" + percent_encode(id) + "/opt-out",
                                 Json{Members{}}, key(row, "-opt-out"));
      if (!out) return judge(row, out.error());
    }
    troubles_ = 0;
    ++(fresh ? added_ : already_there_);
    return {};
  }

  Result<void> judge(const CallerRow& row, const Error& error) {
    troubles_ = error.code == Code::kInternal ? troubles_ + 1 : 0;
    if (concerns_all(error) || troubles_ == kTroubles) {
      bar_.clear();
      session_.err(
          fmt::format("stopped at line {}; import the file again when that is mended\n", row.line));
      return tl::unexpected(error);
    }
    failed(row, error.message);
    return {};
  }

  const Session& session_;
  Bar bar_;
  const std::string file_sha256_;
  std::int64_t added_ = 0;
  std::int64_t already_there_ = 0;
  int troubles_ = 0;
  Json::List failed_;
};

}  // namespace

int import_callers(const Session& session, const ImportOptions& options) {
  const auto bytes = host::read_file(options.file, kCsvBytes);
  if (!bytes) return complain(session, kImport, bytes.error());
  const host::PhoneNumbers numbers;
  const auto rows = read_callers_file(*bytes, numbers);
  if (!rows) {
    return complain(session, kImport,
                    {rows.error().code, options.file + ": " + rows.error().message});
  }
  Import import(session, *bytes, rows->size());
  const auto done = import.run(*rows, options.dry_run);
  if (!done) return complain(session, kImport, done.error());
  import.sum_up(rows->size(), options.dry_run);
  return import.failures() == 0 ? kDone : kRefused;
}

int export_callers(const Session& session, const ExportOptions& options) {
  const auto run = [&]() -> Result<void> {
    std::vector<std::map<std::string, std::string>> callers;
    const ListQuery query{.path = "/v1/callers",
                          .parameters = {{"stage", options.stage}, {"line", options.line}},
                          .limit = static_cast<std::size_t>(-1),
                          .before = {}};
    PL_DO(read_pages(session, query, [&](const std::vector<JsonView>& items) {
      for (const JsonView& caller : items) callers.push_back(cells_of(caller));
    }));
    std::reverse(callers.begin(), callers.end());
    const std::string file = write_callers_file(callers);
    if (options.file.empty()) {
      session.out(file);
      return {};
    }
    PL_DO(host::write_private_file(options.file, file));
    session.err(fmt::format("{} callers written to {}\n", callers.size(), options.file));
    return {};
  };
  return finish(session, "callers export", run());
}

void add_callers_import(CLI::App& callers, int& exit_code) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App& command =
      child(callers, "import", "Register the callers of a CSV file",
            "Example:\n  partyline callers import people.csv --dry-run\n\n"
            "The first row names the columns: number, line, name, timezone, stage,\n"
            "telegram_chat_id, consent_voice, consent_text, consent_source, consent_wording,\n"
            "consent_at, opted_out_at, context.KEY, profile.FIELD. Rows that fail are listed and\n"
            "do not stop the others. The same file may be imported again.");
  command.add_option("file", options->file, "Comma-separated, UTF-8")
      ->required()
      ->check(CLI::ExistingFile);
  command.add_flag("--dry-run", options->dry_run, "Only look at the file");
  run_as_client(
      command, exit_code,
      [options](const Session& session) { return import_callers(session, *options); },
      [options] { return !options->dry_run; });
}

void add_callers_export(CLI::App& callers, int& exit_code) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App& command = child(callers, "export", "Write all callers as CSV, oldest first",
                            "Example:\n  partyline callers export --out people.csv\n\n"
                            "`callers import` reads it again. What agents have saved may look\n"
                            "like a formula: in a spreadsheet, import every column as text.");
  command.add_option("--out", options->file, "The file, for you alone; else standard output");
  command.add_option("--stage", options->stage, "Only those in this stage");
  command.add_option("--line", options->line, "Only those of this line");
  run_as_client(command, exit_code,
                [options](const Session& session) { return export_callers(session, *options); });
}

}  // namespace pl::cli
