// A stand-in for the voice platform, its phone network and the messenger, over real HTTP, so that a
// line can be tried without an account. It knows Party Line by the wire alone.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "sandbox/workspace.h"

namespace pl::sandbox {

struct Address {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;  // 0: any free one
};

class Sandbox {
 public:
  // Listens at `platform` (what Party Line calls) and at `control` (what people and tests call).
  // Anybody who reaches the control API may use it, so that address must be a loopback one.
  static Result<std::unique_ptr<Sandbox>> start(Workspace workspace, const Address& platform,
                                                const Address& control);
  virtual ~Sandbox() = default;

  virtual std::uint16_t platform_port() const = 0;
  virtual std::uint16_t control_port() const = 0;

  // The three below are for any thread but the sandbox's own, and not for after stop().
  virtual void set_urls(const Urls& urls) = 0;
  // What GET /sandbox/ledger answers.
  virtual std::string ledger() = 0;
  // Closes both ports; calls under way are forgotten. Idempotent.
  virtual void stop() = 0;
};

}  // namespace pl::sandbox
