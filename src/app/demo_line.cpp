#include "app/demo_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "host/zone_files.h"
#include "line/load.h"

namespace pl::app {
namespace {

// Numbers that parse as valid and belong to nobody; one digit follows.
constexpr std::pair<std::string_view, std::string_view> kNumbers[] = {{"CH", "+4178000001"},
                                                                      {"US", "+1212555010"}};

std::optional<std::string_view> numbers_of(const core::Line& line) {
  for (const std::string& country : line.calling.countries) {
    for (const auto& [code, prefix] : kNumbers) {
      if (country == code) return prefix;
    }
  }
  return std::nullopt;
}

const core::Plan* find_handover(const core::Line& line) {
  const auto found =
      std::find_if(line.outreach.begin(), line.outreach.end(), [](const core::Plan& plan) {
        return std::find(plan.on.begin(), plan.on.end(), core::Trigger::kOnboardingCompleted) !=
               plan.on.end();
      });
  return found == line.outreach.end() ? nullptr : &*found;
}

Result<void> expect_story(const core::Line& line) {
  const core::Plan* const handover = find_handover(line);
  const auto lacks = [](const std::string& what) {
    return fail(Code::kInvalid, "the story needs " + what + "; this line has none");
  };
  if (line.onboarding_plan() == nullptr) return lacks("a plan with `complete_when`");
  if (handover == nullptr) return lacks("a plan with `on: onboarding_completed`");
  if (handover->retry.empty()) return lacks("a retry in plan `" + handover->name.text + "`");
  if (handover->then != core::Fallback::kText || line.text.empty()) {
    return lacks("a text channel, and `then: text` in plan `" + handover->name.text + "`");
  }
  if (!numbers_of(line)) return lacks("CH or US under `calling.countries`");
  return {};
}

}  // namespace

const core::Plan& DemoLine::onboarding() const {
  return *line.onboarding_plan();
}
const core::Plan& DemoLine::handover() const {
  return *find_handover(line);
}

Result<DemoLine> load_demo_line(const std::string& folder) {
  PL_TRY(const auto zones, host::ZoneFiles::open());
  std::map<std::string, std::string> environment;
  const auto anything = [&](const std::string& name) {
    return std::optional(environment.try_emplace(name, "demo_" + lower_ascii(name)).first->second);
  };
  auto line = line::load(line::folder_sources(folder, anything, zones->finder()));
  if (!line) {
    std::vector<std::string> complaints{folder + " is not a good line"};
    for (const line::Complaint& one : line.error()) complaints.push_back(line::format(one));
    return fail(Code::kInvalid, join(complaints, "\n"));
  }
  PL_DO(expect_story(*line));
  return DemoLine{folder, *std::move(line), std::move(environment)};
}

std::string demo_number(const core::Line& line, int nth) {
  return fmt::format("{}{}", *numbers_of(line), nth);
}

std::string shown_name(const std::string& persona) {
  std::string name = persona;
  bool start = true;
  for (char& c : name) {
    if (start && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    start = c == '-';
  }
  return name;
}

const std::string& persona_of(const core::Line& line, const core::Plan& plan) {
  return line.scene(plan.scene).persona.text;
}

std::string shown_seconds(const std::vector<Millis>& lengths) {
  std::vector<std::string> numbers;
  for (const Millis length : lengths) {
    numbers.push_back(fmt::format("{:g}", static_cast<double>(length.count()) / 1000.0));
  }
  if (numbers.size() < 2) return join(numbers, "") + " s";
  const std::string last = numbers.back();
  numbers.pop_back();
  return join(numbers, ", ") + " and " + last + " s";
}

}  // namespace pl::app
