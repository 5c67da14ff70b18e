// The owning product's ear.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "core/journal.h"
#include "core/names.h"

namespace pl::ports {

struct EventPost {
  core::DeliveryId id;
  std::string url;
  std::vector<std::string> secrets;  // the current one first
  std::string body;
};

struct EventTaken {};  // 2xx
// It may have been taken; the same id is sent again later.
struct EventNotTaken {
  std::string why;    // free of personal data
  bool gone = false;  // 410: nobody is to send there again
};
using EventResult = std::variant<EventTaken, EventNotTaken>;

class EventSink {
 public:
  virtual ~EventSink() = default;

  // What an entry of the journal tells the owning product: ids and words, never a number, a name or
  // what was said. The same entry gives the same bytes. From any thread.
  virtual std::string body(const core::JournalEntry& entry, std::string_view event) const = 0;

  // Sends once; completes exactly once, on any thread.
  virtual void post(EventPost post, std::function<void(EventResult)> done) = 0;
};

}  // namespace pl::ports
