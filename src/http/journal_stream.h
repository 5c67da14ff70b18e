// The journal as server-sent events: what was written, and then what is written from now on.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "engine/engine.h"
#include "http/door.h"
#include "net/http.h"

namespace pl::http {

// One client's place in the journal. It looks once a second, so that a silent journal costs little,
// and says something every 15 s, so that a client who is gone is noticed.
class JournalStream : public std::enable_shared_from_this<JournalStream> {
 public:
  // Begins after the entry `after`; 0: with the first.
  // `may_listen` is asked before each look; the stream ends when it says no.
  JournalStream(engine::Engine& engine, After later, std::int64_t after,
                std::function<bool()> may_listen)
      : engine_(engine),
        later_(std::move(later)),
        may_listen_(std::move(may_listen)),
        after_(after) {}

  // The answer to its client.
  net::Response response();

 private:
  using Next = std::function<void(net::Part)>;

  void look(Next next);
  std::string show(const std::vector<core::JournalEntry>& entries);

  engine::Engine& engine_;
  const After later_;
  const std::function<bool()> may_listen_;
  // One part is made at a time, so nothing of this is shared.
  std::int64_t after_;
  int silent_looks_ = 0;
};

}  // namespace pl::http
