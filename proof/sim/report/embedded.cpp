#include "sim/report/embedded.h"

#include <utility>

#include "base/embed.h"

PL_EMBED(pl_page_html, PL_REPORT "/page.html")
PL_EMBED(pl_page_css, PL_REPORT "/page.css")
PL_EMBED(pl_page_js, PL_REPORT "/page.js")
PL_EMBED(pl_shapes_js, PL_REPORT "/shapes.js")
PL_EMBED(pl_plots_js, PL_REPORT "/plots.js")
PL_EMBED(pl_chart_js, PL_CHART_JS)

namespace pl::sim::report {

std::string_view embedded(std::string_view name) {
  const std::pair<std::string_view, std::string_view> files[] = {
      {"page.html", {pl_page_html, pl_page_html_end}},
      {"page.css", {pl_page_css, pl_page_css_end}},
      {"page.js", {pl_page_js, pl_page_js_end}},
      {"shapes.js", {pl_shapes_js, pl_shapes_js_end}},
      {"plots.js", {pl_plots_js, pl_plots_js_end}},
      {"chart.min.js", {pl_chart_js, pl_chart_js_end}},
  };
  for (const auto& [file, bytes] : files) {
    if (file == name) return bytes;
  }
  return {};
}

}  // namespace pl::sim::report
