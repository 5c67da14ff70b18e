#include "sim/report/html.h"

#include "base/check.h"
#include "sim/report/embedded.h"
#include "sim/report/json.h"

namespace pl::sim::report {
namespace {

// In JSON these stand in texts alone, and an escape means the same to a reader of JSON. A browser
// looks for the end of the script, and for comments, before anybody reads JSON.
std::string for_script(std::string_view json_text) {
  std::string safe;
  safe.reserve(json_text.size());
  for (const char c : json_text) {
    switch (c) {
      case '<':
        safe += "\\u003c";
        break;
      case '>':
        safe += "\\u003e";
        break;
      case '&':
        safe += "\\u0026";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

}  // namespace

std::string html(const Summary& summary) {
  constexpr std::string_view kOpen = "{{";
  constexpr std::string_view kClose = "}}";
  std::string page;
  std::string_view rest = embedded("page.html");
  for (auto open = rest.find(kOpen); open != rest.npos; open = rest.find(kOpen)) {
    const auto close = rest.find(kClose, open);
    PL_CHECK(close != rest.npos);
    const std::string_view name = rest.substr(open + kOpen.size(), close - open - kOpen.size());
    page += rest.substr(0, open);
    if (name == "report.json") {
      page += for_script(json(summary));
    } else {
      const std::string_view file = embedded(name);
      PL_CHECK(!file.empty());
      page += file;
    }
    rest.remove_prefix(close + kClose.size());
  }
  return page.append(rest);
}

}  // namespace pl::sim::report
