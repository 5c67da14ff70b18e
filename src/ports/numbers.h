// What can be read from a phone number as people write it.
#pragma once

#include <string_view>

#include "base/result.h"
#include "core/edition.h"
#include "core/number.h"

namespace pl::ports {

class Numbers {
 public:
  virtual ~Numbers() = default;

  // Reads "+41 78 000 00 00" and the like; the number must be international. kInvalid, with a
  // message that does not repeat it, when it cannot be a phone number at all. A number that merely
  // is not assigned is accepted: numbering plans change faster than our tables. From any thread.
  virtual Result<core::NumberFacts> read(std::string_view written) const = 0;

  // For a number whose facts name no region. From any thread.
  virtual core::NumberArea area_of(const core::PhoneNumber& number) const = 0;

  virtual core::Edition edition() const = 0;
};

}  // namespace pl::ports
