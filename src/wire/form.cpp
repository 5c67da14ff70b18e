#include "wire/form.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/percent.h"

namespace pl::wire {
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
    auto name = form_decode(pair.substr(0, equals));
    auto value = form_decode(pair.substr(std::min(pair.size(), equals + 1)));
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
    body += percent_encode(field.name) + "=" + percent_encode(field.value);
  }
  return body;
}

}  // namespace pl::wire
