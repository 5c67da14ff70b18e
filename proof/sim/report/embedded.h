// Files that are part of the program, byte for byte.
#pragma once

#include <string_view>

namespace pl::sim::report {

// The file of that name that the page is made of: "page.html", "page.css", "page.js", "shapes.js",
// "plots.js", "chart.min.js". Empty for any other.
std::string_view embedded(std::string_view name);

}  // namespace pl::sim::report
