#pragma once

#include <memory>

#include "ports/numbers.h"

namespace i18n::phonenumbers {
class ShortNumberInfo;
}

namespace pl::host {

// Phone numbers as libphonenumber's tables know them. Some 40 microseconds a number; input longer
// than 256 bytes is refused unread. From any thread.
class PhoneNumbers : public ports::Numbers {
 public:
  PhoneNumbers();
  ~PhoneNumbers() override;

  Result<core::NumberFacts> read(std::string_view written) const override;
  core::NumberArea area_of(const core::PhoneNumber& number) const override;
  // Its version is the library's; the file's time, that of its package.
  core::Edition edition() const override;

 private:
  std::unique_ptr<const i18n::phonenumbers::ShortNumberInfo> short_numbers_;
};

}  // namespace pl::host
