// Numbers that asked to be left alone, remembered without being known.
#pragma once

#include <string>

#include "core/number.h"

namespace pl::ports {

class Suppression {
 public:
  virtual ~Suppression() = default;

  // What stands for a number: a keyed hash, of which the number cannot be guessed without the key.
  // From any thread.
  virtual std::string hash_of(const core::PhoneNumber& number) const = 0;

  // Notes outside the store, so that a restored backup forgets nobody. From any thread; may block
  // for as long as a disk takes.
  virtual void note(const std::string& hash, bool suppressed) = 0;
};

}  // namespace pl::ports
