// Hashes for the keys of the tables in memory. Nothing that a store answers may depend on them.
#pragma once

#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <utility>

#include "core/names.h"
#include "core/number.h"

namespace pl::store {

// No operator is noexcept: libstdc++ keeps the hash in the node then, and need not look at the
// texts of a whole bucket.
struct IdHash {
  // The last digits of an id are its random ones.
  template <class Kind>
  std::size_t operator()(const Id<Kind>& id) const {
    const std::string_view text = id.view();
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::memcpy(&high, text.data() + text.size() - 16, sizeof high);
    std::memcpy(&low, text.data() + text.size() - 8, sizeof low);
    std::uint64_t mixed = (high * 0x9e3779b97f4a7c15U) ^ low;
    mixed = (mixed ^ (mixed >> 32U)) * 0xd6e8feb86659fd93U;
    return mixed ^ (mixed >> 32U);
  }
};

struct TextHash {
  template <class Kind>
  std::size_t operator()(const Name<Kind>& name) const {
    return std::hash<std::string>()(name.text);
  }
  std::size_t operator()(const core::PhoneNumber& number) const {
    return std::hash<std::string>()(number.e164());
  }
  std::size_t operator()(const std::pair<std::string, std::string>& texts) const {
    const std::hash<std::string> hash;
    return hash(texts.first) * 31 + hash(texts.second);
  }
};

}  // namespace pl::store
