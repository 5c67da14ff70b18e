// Rows that nobody can work with: set aside, so that nobody else waits for them, and tried again.
#pragma once

#include <string>

#include "base/time.h"
#include "base/words.h"

namespace pl::ports {

using pl::text_of;

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
// Their names in the store.
constexpr auto words_of(Table) {
  using enum Table;
  return word_table<Table>({{kCaller, "caller"},
                            {kOutreach, "outreach"},
                            {kCall, "call"},
                            {kText, "text_message"},
                            {kDelivery, "delivery"},
                            {kForgetting, "forgetting"},
                            {kPause, "dialer_pause"},
                            {kEndpoint, "endpoint"}});
}

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
