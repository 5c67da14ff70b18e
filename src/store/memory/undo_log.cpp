#include "store/memory/undo_log.h"

namespace pl::store {

template <class Slot>
void UndoLog::undo(Inserted<Slot>& step) {
  tables_.reindex(*step.slot, step.slot->row.get(), nullptr);
  auto& rows = tables_.rows<Slot>();
  rows.unlink(*step.slot);
  rows.free(*step.slot);
}

template <class Slot, class Row>
void UndoLog::undo(Replaced<Slot, Row>& step) {
  std::swap(step.slot->row, step.old_row);
  tables_.reindex(*step.slot, step.old_row.get(), step.slot->row.get());
  tables_.rows<Slot>().keep_spare(std::move(step.old_row));
}

template <class Slot>
void UndoLog::undo(Removed<Slot>& step) {
  tables_.rows<Slot>().link(*step.gone);
  tables_.reindex(*step.gone, nullptr, step.gone->row.get());
}

void UndoLog::undo(Appended&) {
  tables_.journal_spares.keep(std::move(tables_.journal.back()));
  tables_.journal.pop_back();
  --tables_.last_seq;
}

void UndoLog::undo(std::function<void()>& step) {
  step();
}

void UndoLog::undo_to(std::size_t size) {
  while (steps_.size() > size) {
    std::visit([this](auto& step) { undo(step); }, steps_.back());
    steps_.pop_back();
  }
}

void UndoLog::forget() {
  for (Step& step : steps_) {
    std::visit(
        [this]<class Done>(Done& done) {
          if constexpr (requires { done.old_row; }) {
            tables_.rows<std::remove_pointer_t<decltype(done.slot)>>().keep_spare(
                std::move(done.old_row));
          }
          if constexpr (requires { done.gone; }) {
            tables_.rows<std::remove_pointer_t<decltype(done.gone)>>().free(*done.gone);
          }
        },
        step);
  }
  steps_.clear();
}

}  // namespace pl::store
