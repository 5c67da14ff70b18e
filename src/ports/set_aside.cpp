#include "ports/set_aside.h"

namespace pl::ports {

std::string_view text_of(Table table) {
  switch (table) {
    case Table::kCaller:
      return "caller";
    case Table::kOutreach:
      return "outreach";
    case Table::kCall:
      return "call";
    case Table::kText:
      return "text_message";
    case Table::kDelivery:
      return "delivery";
    case Table::kForgetting:
      return "forgetting";
    case Table::kPause:
      return "dialer_pause";
    case Table::kEndpoint:
      return "endpoint";
  }
  return "";
}

std::optional<Table> table_from(std::string_view text) {
  for (const Table table :
       {Table::kCaller, Table::kOutreach, Table::kCall, Table::kText, Table::kDelivery,
        Table::kForgetting, Table::kPause, Table::kEndpoint}) {
    if (text_of(table) == text) return table;
  }
  return std::nullopt;
}

}  // namespace pl::ports
