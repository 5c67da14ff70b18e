// The texts and numbers of JSON, for whoever reads and writes whole documents.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pl {

// In quotes. Bytes that are not UTF-8 are written as U+FFFD.
void append_json(std::string& out, std::string_view text);
void append_json(std::string& out, std::int64_t number);
// The shortest digits that read back as `number`; null for infinity, which JSON has no word for.
void append_json(std::string& out, double number);

// Of a number as JSON writes it; empty where it is not whole, or does not fit.
std::optional<std::int64_t> json_integer(std::string_view number);
std::optional<double> json_real(std::string_view number);

// The items of a JSON list that was written into a text, numbers and booleans as they stand there;
// null is no item. Empty where `text` is no list, is broken, or holds a list or an object.
std::optional<std::vector<std::string>> json_list(std::string_view text);

}  // namespace pl
