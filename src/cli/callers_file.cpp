#include "cli/callers_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "base/time.h"
#include "cli/csv.h"
#include "cli/shown.h"
#include "core/caller.h"

namespace pl::cli {
namespace {

using wire::Json;
using wire::JsonView;
using Members = Json::Members;

constexpr std::string_view kContext = "context.";
constexpr std::string_view kProfile = "profile.";
static_assert(kContext.size() == kProfile.size());

const std::vector<std::string> kColumns{"id",
                                        "line",
                                        "number",
                                        "name",
                                        "timezone",
                                        "stage",
                                        "consent_voice",
                                        "consent_text",
                                        "consent_source",
                                        "consent_wording",
                                        "consent_at",
                                        "telegram_chat_id",
                                        "opted_out_at",
                                        "created_at",
                                        "updated_at"};

bool is_open(std::string_view column) {
  return (column.starts_with(kContext) && column.size() > kContext.size()) ||
         (column.starts_with(kProfile) && column.size() > kProfile.size());
}

// However a spreadsheet wrote it. Keys of the context and fields of the profile stay as they are.
std::string column_name(std::string_view cell) {
  const std::string name(trim(cell));
  const std::string lower = lower_ascii(name);
  return is_open(lower) ? lower.substr(0, kContext.size()) + name.substr(kContext.size()) : lower;
}

Result<void> check_header(const std::vector<std::string>& header) {
  if (header.size() == 1 && header.front().find(';') != std::string::npos) {
    return fail(Code::kInvalid, "line 1: cells end with commas here, not with semicolons");
  }
  std::set<std::string> seen;
  for (const std::string& column : header) {
    if (!seen.insert(column).second) {
      return fail(Code::kInvalid, fmt::format("line 1: two columns \"{}\"", column));
    }
    const auto known = std::find(kColumns.begin(), kColumns.end(), column);
    if (known != kColumns.end() || is_open(column)) continue;
    const std::string meant = nearest(column, kColumns);
    return fail(Code::kInvalid, fmt::format("line 1: unknown column \"{}\"; {}", clip(column, 40),
                                            meant.empty() ? "there is " + join(kColumns, ", ") +
                                                                ", context.KEY, profile.FIELD"
                                                          : "did you mean \"" + meant + "\"?"));
  }
  if (seen.contains("number")) return {};
  return fail(Code::kInvalid, "line 1: no column \"number\"; the first row names the columns");
}

Result<bool> read_yes(std::string_view column, std::string_view cell) {
  const std::string word = lower_ascii(cell);
  if (word == "yes" || word == "true" || word == "1") return true;
  if (word == "no" || word == "false" || word == "0") return false;
  return fail(Code::kInvalid, fmt::format("{}: write yes or no", column));
}

// A row of the file, cell by cell.
class RowReader {
 public:
  Result<void> take(const std::string& column, const std::string& cell) {
    const std::string value(trim(cell));
    if (value.empty()) return {};
    if (column.starts_with(kContext)) {
      context_[column.substr(kContext.size())] = {value};
    } else if (column.starts_with(kProfile)) {
      profile_[column.substr(kProfile.size())] = {value};
    } else if (column == "telegram_chat_id") {
      if (!core::is_telegram_chat(value)) {
        return fail(Code::kInvalid, "telegram_chat_id: write a whole number such as 123456789");
      }
      body_["channels"] = {Members{{column, {value}}}};
    } else if (column.starts_with("consent_")) {
      return take_consent(column, value);
    } else if (column == "opted_out_at") {
      opted_out_ = true;
    } else if (column != "id" && column != "created_at" && column != "updated_at") {
      body_[column] = {value};
    }
    return {};
  }

  // Whatever was taken.
  void finish(CallerRow& row) {
    if (!context_.empty()) body_["context"] = {std::move(context_)};
    if (!profile_.empty()) body_["profile"] = {std::move(profile_)};
    if (!consent_.empty()) body_["consent"] = {std::move(consent_)};
    row.body = {std::move(body_)};
    row.opted_out = opted_out_;
  }

 private:
  Result<void> take_consent(const std::string& column, const std::string& value) {
    const std::string key = column.substr(std::string_view("consent_").size());
    if (key == "voice" || key == "text") {
      PL_TRY(const bool yes, read_yes(column, value));
      consent_[key] = {yes};
      return {};
    }
    if (key == "at" && !parse_utc(value)) {
      return fail(Code::kInvalid, "consent_at: write 2026-01-31T12:00:00Z");
    }
    consent_[key] = {value};
    return {};
  }

  Members body_, context_, profile_, consent_;
  bool opted_out_ = false;
};

Result<void> read_row(const std::vector<std::string>& header, const CsvRow& cells,
                      const ports::Numbers& numbers, CallerRow& row) {
  if (cells.cells.size() != header.size()) {
    return fail(Code::kInvalid, fmt::format("it has {} cells, the first row has {}",
                                            cells.cells.size(), header.size()));
  }
  RowReader reader;
  for (std::size_t i = 0; i < header.size(); ++i) PL_DO(reader.take(header[i], cells.cells[i]));
  reader.finish(row);
  const std::string number = shown_at(JsonView(row.body), "number");
  if (number.empty()) return fail(Code::kInvalid, "number: missing");
  const auto read = numbers.read(number);
  if (!read) return fail(Code::kInvalid, "number: " + read.error().message);
  return {};
}

// The same person twice is a mistake of the file: the second row would be lost without a word.
std::string same_person(const Json& body) {
  std::string digits;
  for (const char c : shown_at(JsonView(body), "number")) {
    if (is_digit(c) || c == '+') digits += c;
  }
  return shown_at(JsonView(body), "line") + " " + digits;
}

}  // namespace

Result<std::vector<CallerRow>> read_callers_file(std::string_view bytes,
                                                 const ports::Numbers& numbers) {
  PL_TRY(const std::vector<CsvRow> rows, read_csv(bytes));
  if (rows.empty()) return fail(Code::kInvalid, "the file is empty");
  std::vector<std::string> header;
  for (const std::string& cell : rows.front().cells) header.push_back(column_name(cell));
  PL_DO(check_header(header));
  std::vector<CallerRow> callers;
  std::map<std::string, std::size_t> lines;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    CallerRow row{.line = rows[i].line, .body = {}, .opted_out = false, .wrong = {}};
    if (const auto read = read_row(header, rows[i], numbers, row); !read) {
      row.wrong = read.error().message;
    } else if (const auto [first, fresh] = lines.emplace(same_person(row.body), row.line); !fresh) {
      row.wrong = fmt::format("number: the same as in line {}", first->second);
    }
    callers.push_back(std::move(row));
  }
  return callers;
}

std::map<std::string, std::string> cells_of(const JsonView& caller) {
  std::map<std::string, std::string> cells;
  for (const char* column : {"id", "line", "number", "name", "timezone", "stage", "opted_out_at",
                             "created_at", "updated_at"}) {
    cells[column] = shown_at(caller, column);
  }
  const auto take = [&](std::string_view member, std::string_view prefix) {
    const auto object = caller.object(member);
    if (!object || !*object) return;
    for (const auto& [key, value] : std::get<Members>((*object)->json().value)) {
      cells[std::string(prefix) + key] = shown(value);
    }
  };
  take("consent", "consent_");
  take("channels", "");
  take("context", kContext);
  take("profile", kProfile);
  return cells;
}

std::string write_callers_file(const std::vector<std::map<std::string, std::string>>& callers) {
  std::set<std::string> open;
  for (const auto& caller : callers) {
    for (const auto& [column, cell] : caller) {
      if (is_open(column)) open.insert(column);
    }
  }
  std::vector<std::string> columns = kColumns;
  columns.insert(columns.end(), open.begin(), open.end());
  std::string file = write_csv(columns);
  for (const auto& caller : callers) {
    std::vector<std::string> cells;
    for (const std::string& column : columns) {
      const auto found = caller.find(column);
      cells.push_back(found == caller.end() ? "" : found->second);
    }
    file += write_csv(cells);
  }
  return file;
}

}  // namespace pl::cli
