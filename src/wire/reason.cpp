#include "wire/reason.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <regex>
#include <vector>

#include "base/text.h"
#include "wire/json.h"

namespace pl::wire {
namespace {

constexpr std::size_t kReasonBytes = 200;
constexpr std::size_t kErrorBodyBytes = 64 * 1024;
constexpr int kDigitsHidden = 5;
constexpr std::size_t kWordHidden = 24;
constexpr std::string_view kGrouping = " -./()";
constexpr std::string_view kGroupedDigits = "0123456789 -./()";

bool is_number_part(char c) {
  return is_digit(c) || c == '.' || c == '+' || c == '-';
}
bool is_word(char c) {
  return is_digit(c) || std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
}

std::string printable(std::string_view text) {
  std::string plain;
  for (const char c : text.substr(0, kReasonBytes)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) {
      plain += ' ';
    } else {
      plain += byte < 0x80 ? c : '?';
    }
  }
  return plain;
}

// "+41 78 000 00 00" is as much a number as "+41780000000".
std::string hide_digits(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    if (!is_digit(text.front())) {
      shown += text.front();
      text.remove_prefix(1);
      continue;
    }
    const std::size_t end = std::min(text.find_first_not_of(kGroupedDigits), text.size());
    const std::size_t last = text.substr(0, end).find_last_not_of(kGrouping);
    const std::string_view run = text.substr(0, last + 1);
    const bool hidden = std::count_if(run.begin(), run.end(), is_digit) >= kDigitsHidden;
    shown += hidden ? "#" : run;
    text.remove_prefix(run.size());
  }
  return shown;
}

std::string hide_long_words(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_word);
    const std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    const bool hidden =
        word.size() >= kWordHidden && std::any_of(word.begin(), word.end(), is_digit);
    shown += hidden ? "#" : word;
    text.remove_prefix(word.size());
    if (text.empty()) break;
    shown += text.front();
    text.remove_prefix(1);
  }
  return shown;
}

// What a body complains of: each place it names, and all its words in one line.
struct Complaint {
  std::vector<std::string> places;
  std::string words;
};

void add_words(Complaint& complaint, const std::string& words) {
  if (words.empty() || words == complaint.words) return;
  complaint.words += (complaint.words.empty() ? "" : ": ") + words;
}

void read_item(Complaint& complaint, const JsonView& item) {
  const auto places = item.list("loc");
  if (!places) return;
  for (const JsonView& place : *places) {
    const auto* name = std::get_if<std::string>(&place.json().value);
    if (name == nullptr) continue;
    complaint.places.push_back(*name);
    add_words(complaint, *name);
  }
  add_words(complaint, text_or_empty(item, "msg"));
}

void read_object(Complaint& complaint, const JsonView& detail) {
  const std::string param = text_or_empty(detail, "param");
  const std::string code = text_or_empty(detail, "code");
  if (!param.empty()) complaint.places.push_back(param);
  add_words(complaint, code.empty() ? text_or_empty(detail, "status") : code);
  add_words(complaint, param);
  add_words(complaint, text_or_empty(detail, "message"));
}

Complaint read_complaint(std::string_view body) {
  Complaint complaint;
  const auto document = read_json(body, kErrorBodyBytes);
  if (!document) return complaint;
  const JsonView root(*document);
  const auto detail = root.find("detail");
  if (!detail || !*detail) return complaint;
  if (const auto* words = std::get_if<std::string>(&(*detail)->json().value)) {
    complaint.words = *words;
  } else if ((*detail)->is_object()) {
    read_object(complaint, **detail);
  } else if (const auto items = root.list("detail")) {
    for (const JsonView& item : *items) read_item(complaint, item);
  }
  return complaint;
}

bool mentions(std::string_view words, std::string_view field) {
  for (std::size_t at = words.find(field); at != std::string_view::npos;
       at = words.find(field, at + 1)) {
    const std::size_t end = at + field.size();
    const bool begins = at == 0 || !is_word(words[at - 1]);
    if (begins && (end == words.size() || !is_word(words[end]))) return true;
  }
  return false;
}

}  // namespace

std::string safe_reason(std::string_view text) {
  return hide_long_words(hide_digits(printable(text)));
}

std::string no_answer_reason(std::string_view text) {
  static const std::regex kPlace(R"((\d{1,3}\.){3}\d{1,3}(?![\d.])|\bport \d{1,5}(?!\d))");
  const std::string plain = printable(text);
  std::string shown;
  auto rest = plain.begin();
  for (std::sregex_iterator at(plain.begin(), plain.end(), kPlace), end; at != end; ++at) {
    const std::ssub_match place = (*at)[0];
    if (place.first != plain.begin() && is_number_part(*(place.first - 1))) continue;
    shown += safe_reason({rest, place.first}) + place.str();
    rest = place.second;
  }
  return shown + safe_reason({rest, plain.end()});
}

std::string unreadable(int status, const Error& error) {
  return fmt::format("HTTP {}: {}", status, safe_reason(error.message));
}

std::string error_reason(int status, std::string_view body) {
  const Complaint complaint = read_complaint(body);
  if (complaint.words.empty()) return fmt::format("HTTP {}", status);
  return fmt::format("HTTP {}: {}", status, safe_reason(complaint.words));
}

bool error_names(std::string_view body, std::string_view field) {
  const Complaint complaint = read_complaint(body);
  return mentions(complaint.words, field) ||
         std::find(complaint.places.begin(), complaint.places.end(), field) !=
             complaint.places.end();
}

}  // namespace pl::wire
