#include "platforms/product/event_body.h"

#include "wire/json.h"

namespace pl::platforms {

using wire::Json;

std::string event_body(const core::JournalEntry& entry, std::string_view event) {
  Json::Members about;
  for (const auto& [key, value] : entry.details) about[key] = {value};
  if (!entry.line.text.empty()) about["line"] = {entry.line.text};
  if (entry.caller) about["caller"] = {entry.caller->text()};
  if (entry.outreach) about["outreach"] = {entry.outreach->text()};
  if (entry.call) about["call"] = {entry.call->text()};
  return wire::write_json({Json::Members{{"type", {std::string(event)}},
                                         {"timestamp", {format_utc(entry.at)}},
                                         {"data", {std::move(about)}}}});
}

}  // namespace pl::platforms
