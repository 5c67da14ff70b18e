// What is said in the log of documents that were not as they should be.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/names.h"
#include "locks/mutex.h"
#include "wire/json.h"

namespace pl::platforms {

// One line, unless there is nothing to say: `what` is the kind of document.
void log_mended(std::string_view what, const wire::Mended& mended);

// The same of conversations, which are asked for again and again: each says it once. From any
// thread.
class MendLog {
 public:
  void mended(const core::ConversationId& id, const wire::Mended& mended);
  void unreadable(const core::ConversationId& id, const std::string& why);

 private:
  bool is_first(std::string_view what, const core::ConversationId& id);

  Mutex mutex_;
  std::set<std::string> said_ PL_GUARDED_BY(mutex_);
};

}  // namespace pl::platforms
