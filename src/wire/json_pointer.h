// Where something stands in a JSON document, in words that may be logged.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pl::wire {

// Keys come from outside too. One that is not a plain field name, or holds many digits, is "?".
void append_key(std::string& pointer, std::string_view key);
void append_index(std::string& pointer, std::size_t index);
std::string show_pointer(const std::string& pointer);

}  // namespace pl::wire
