// The page about the machine prints the machine's own table.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "core/outreach_table.h"

namespace pl::core {
namespace {

constexpr const char* kPage = PARTYLINE_SOURCE_DIR "/docs/internals/outreach.md";
constexpr std::string_view kBegins = "<!-- printed by ./dev golden -->\n";
constexpr std::string_view kEnds = "<!-- printed so far -->\n";

std::string print(States states) {
  std::string text;
  for (const OutreachState state : kEvery<OutreachState>) {
    if (states.has(state)) text += fmt::format("{}`{}`", text.empty() ? "" : ", ", text_of(state));
  }
  return text;
}

std::string print(const Target& target) {
  switch (target.move) {
    case Move::kNone:
      return "nothing changes";
    case Move::kStay:
      return "the same";
    case Move::kTo:
      return fmt::format("`{}`", text_of(target.to));
    case Move::kGiveUp:
      return "give up";
  }
  return "";
}

std::string_view print(Follows follows) {
  switch (follows) {
    case Follows::kNothing:
      return "";
    case Follows::kPlaceCall:
      return "place the call";
    case Follows::kStopRinging:
      return "stop the ringing";
    case Follows::kAttention:
      return "attention";
  }
  return "";
}

std::string print_transitions() {
  std::string table = "| event | while | becomes |\n| --- | --- | --- |\n";
  for (const Transition& row : transitions()) {
    table += fmt::format("| {}", kEventNames[row.event]);
    if (!row.when.empty()) table += fmt::format(": {}", row.when);
    table += fmt::format(" | {} | {}", print(row.from), print(row.target));
    for (const std::string_view more : {print(row.target.follows), row.note}) {
      if (!more.empty()) table += fmt::format("; {}", more);
    }
    table += " |\n";
  }
  return table;
}

TEST(OutreachPage, PrintsTheTable) {
  std::ostringstream read;
  read << std::ifstream(kPage).rdbuf();
  std::string page = read.str();
  const auto begin = page.find(kBegins);
  const auto end = page.find(kEnds);
  ASSERT_TRUE(begin != std::string::npos && end != std::string::npos) << kPage;
  const auto from = begin + kBegins.size();
  const char* const golden = std::getenv("PARTYLINE_GOLDEN");
  if (golden != nullptr && std::string_view(golden) == "write") {
    page.replace(from, end - from, print_transitions());
    ASSERT_TRUE(std::ofstream(kPage) << page) << kPage;
    return;
  }
  EXPECT_EQ(page.substr(from, end - from), print_transitions())
      << "./dev golden rewrites it; read the difference before you commit it";
}

}  // namespace
}  // namespace pl::core
