// A CSV file of callers: what its columns mean, in both directions.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ports/numbers.h"
#include "wire/json.h"

namespace pl::cli {

struct CallerRow {
  std::size_t line = 0;    // of the file
  wire::Json body;         // of POST /v1/callers
  bool opted_out = false;  // must stay so
  std::string wrong;       // empty: nothing that can be seen without the server
};

// The first row names the columns: number, line, name, timezone, stage, telegram_chat_id,
// consent_voice, consent_text, consent_source, consent_wording, consent_at, opted_out_at,
// context.KEY, profile.FIELD; and id, created_at, updated_at of an export, which are passed over.
// Empty cells are not sent. kInvalid where the file as a whole cannot be used.
Result<std::vector<CallerRow>> read_callers_file(std::string_view bytes,
                                                 const ports::Numbers& numbers);

// One caller, as the API shows it, by column.
std::map<std::string, std::string> cells_of(const wire::JsonView& caller);

// The whole file, its columns in a fixed order; context.* and profile.* are those of any caller.
std::string write_callers_file(const std::vector<std::map<std::string, std::string>>& callers);

}  // namespace pl::cli
