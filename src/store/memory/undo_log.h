// What a batch of works did to the tables, so that it can be taken back.
#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "store/memory/tables.h"

namespace pl::store {

class UndoLog {
 public:
  explicit UndoLog(Tables& tables) : tables_(tables) {}

  // Each is told right after the deed, and its indexes.
  template <class Slot>
  void inserted(Slot& slot) {
    steps_.emplace_back(Inserted<Slot>{&slot});
  }
  template <class Slot, class Row>
  void replaced(Slot& slot, std::unique_ptr<Row> old_row) {
    steps_.emplace_back(Replaced<Slot, Row>{&slot, std::move(old_row)});
  }
  // Unlinked; it is freed when there is nothing to take back any more.
  template <class Slot>
  void removed(Slot& slot) {
    steps_.emplace_back(Removed<Slot>{&slot});
  }
  void appended() { steps_.emplace_back(Appended{}); }
  // For what is done rarely: how to take it back.
  void did(std::function<void()> take_back) { steps_.emplace_back(std::move(take_back)); }

  std::size_t size() const { return steps_.size(); }
  // Takes back all that was done since the log had that size.
  void undo_to(std::size_t size);
  // There is nothing to take back any more.
  void forget();

 private:
  template <class Slot>
  struct Inserted {
    Slot* slot;
  };
  template <class Slot, class Row>
  struct Replaced {
    Slot* slot;
    std::unique_ptr<Row> old_row;
  };
  template <class Slot>
  struct Removed {
    Slot* gone;
  };
  struct Appended {};
  using Step =
      std::variant<Inserted<CallerSlot>, Inserted<OutreachSlot>, Inserted<CallSlot>,
                   Inserted<TextSlot>, Inserted<AttentionSlot>, Replaced<CallerSlot, core::Caller>,
                   Replaced<OutreachSlot, core::Outreach>, Replaced<CallSlot, core::Call>,
                   Replaced<TextSlot, core::TextMessage>, Replaced<AttentionSlot, core::Attention>,
                   Removed<CallerSlot>, Removed<OutreachSlot>, Removed<CallSlot>, Removed<TextSlot>,
                   Appended, std::function<void()>>;

  template <class Slot>
  void undo(Inserted<Slot>& step);
  template <class Slot, class Row>
  void undo(Replaced<Slot, Row>& step);
  template <class Slot>
  void undo(Removed<Slot>& step);
  void undo(Appended& step);
  void undo(std::function<void()>& step);

  Tables& tables_;
  std::vector<Step> steps_;
};

}  // namespace pl::store
