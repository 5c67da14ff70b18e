// Rows that nobody can work with: set aside, so that nobody else waits for them, and tried again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace pl::ports {

// The tables whose rows may be set aside.
enum class Table {
  kCaller,
  kOutreach,
  kCall,
  kText,
  kDelivery,
  kForgetting,
  kPause,
  kEndpoint,
};
std::string_view text_of(Table table);  // its name in the store: "text_message"
std::optional<Table> table_from(std::string_view text);

struct RowKey {
  Table table = Table::kOutreach;
  std::string id;  // of a pause: the line; of a forgetting: the conversation
  friend auto operator<=>(const RowKey&, const RowKey&) = default;
};

// A row that is there and makes no sense; `why` is free of what it says.
struct Unreadable {
  RowKey row;
  std::string why;
};

struct SetAside {
  RowKey row;
  UtcTime until;  // when it is tried again
  int tries = 1;  // that failed
  std::string reason;
};

}  // namespace pl::ports
