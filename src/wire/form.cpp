#include "wire/form.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hex.h"

namespace pl::wire {
namespace {

bool stands_for_itself(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

std::optional<std::string> decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    if (text.size() - i < 3) return std::nullopt;
    const auto byte = from_hex(text.substr(i + 1, 2));
    if (!byte) return std::nullopt;
    decoded += static_cast<char>(byte->front());
    i += 2;
  }
  return decoded;
}

std::string encode(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    if (stands_for_itself(c)) {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

}  // namespace

Result<Form> read_form(std::string_view body) {
  if (body.size() > kFormBytes) {
    return fail(Code::kInvalid, fmt::format("the form is longer than {} bytes", kFormBytes));
  }
  Form form;
  while (!body.empty()) {
    const std::string_view pair = body.substr(0, body.find('&'));
    body.remove_prefix(std::min(body.size(), pair.size() + 1));
    if (pair.empty()) continue;
    if (form.size() == kFormFields) {
      return fail(Code::kInvalid, fmt::format("the form has more than {} fields", kFormFields));
    }
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = decode(pair.substr(0, equals));
    auto value = decode(pair.substr(std::min(pair.size(), equals + 1)));
    if (!name || !value) {
      return fail(Code::kInvalid,
                  fmt::format("field {} of the form has a broken escape", form.size() + 1));
    }
    form.push_back({*std::move(name), *std::move(value)});
  }
  return form;
}

Result<std::optional<std::string>> form_value(const Form& form, std::string_view name) {
  std::optional<std::string> found;
  for (const FormField& field : form) {
    if (field.name != name) continue;
    if (found && *found != field.value) {
      return fail(Code::kInvalid, fmt::format("the form has two values of {}", name));
    }
    found = field.value;
  }
  return found;
}

std::string write_form(const Form& form) {
  std::string body;
  for (const FormField& field : form) {
    if (!body.empty()) body += '&';
    body += encode(field.name) + "=" + encode(field.value);
  }
  return body;
}

}  // namespace pl::wire
