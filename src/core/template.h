// Text with {{variables}}, parsed once and rendered once: what a variable brings in is never read
// as a template again.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace pl::core {

using Variables = std::map<std::string, std::string>;

class Template {
 public:
  // kInvalid, saying where, for a `{{` without `}}`, a lone `}}`, or a name that is not made of
  // letters, digits, '_' and '.'.
  static Result<Template> parse(std::string_view text);

  // A variable that `variables` lacks, or that is empty there, renders as `absent`; the line check
  // refuses unknown ones. The values must be clean() text: then the result never contains "{{".
  std::string render(const Variables& variables, std::string_view absent = "") const;

  // The first variable that would render as `absent`.
  std::optional<std::string> unfilled(const Variables& variables) const;

  // The names it uses, each once, in order of first use.
  std::vector<std::string> names() const;

  // How often it uses a variable.
  std::size_t uses() const;

  const std::string& source() const { return source_; }

 private:
  struct Piece {
    bool is_variable;
    std::string text;
  };
  friend bool operator==(const Template& a, const Template& b) { return a.source_ == b.source_; }

  std::string source_;
  std::vector<Piece> pieces_;
};

}  // namespace pl::core
