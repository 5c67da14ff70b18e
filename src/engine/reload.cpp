#include "engine/reload.h"

namespace pl::engine {

Result<void> note_lines_reloaded(Turn& turn) {
  for (const core::Line& line : turn.world.lines.all()) {
    core::JournalEntry entry;
    entry.line = line.name;
    entry.kind = "line.reloaded";
    PL_DO(turn.journal(std::move(entry)));
  }
  return turn.settle(core::AttentionReason::kLinesRefused, {});
}

Result<void> note_lines_refused(Turn& turn) {
  return turn.raise({}, core::AttentionReason::kLinesRefused, "lines",
                    "the lines were read again and are not good: the old ones serve on",
                    "partyline check says what is wrong in the folders, and the server's log too; "
                    "mend it and reload");
}

}  // namespace pl::engine
