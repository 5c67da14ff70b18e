#include "cli/encounters.h"

#include <fmt/format.h>

#include <limits>

#include "base/text.h"

namespace pl::cli {
namespace {

using wire::Json;
using wire::JsonView;

constexpr std::size_t kWordBytes = 64;

core::Caller caller_at(core::CallerId id, core::PhoneNumber number, core::Stage stage) {
  core::Caller caller{.id = std::move(id), .line = {}, .number = {.number = std::move(number)}};
  caller.stage = stage;
  return caller;
}

Result<void> expect_line(const Session& session, const core::LineName& line) {
  PL_TRY(const Json lines, get(session, "/v1/lines"));
  std::vector<std::string> names;
  for (const JsonView& one : list_at(JsonView(lines), "items")) {
    names.push_back(text_at(one, "name"));
    if (names.back() == line.text) return {};
  }
  return fail(Code::kNotFound,
              fmt::format("the server has no line `{}`; it has {}", line.text, join(names, ", ")));
}

}  // namespace

Result<Visitor> read_visitor(const JsonView& caller, Numbers numbers) {
  PL_TRY(const std::string id_text, caller.required_text("id", kWordBytes));
  PL_TRY(const std::string number_text, caller.required_text("number", kWordBytes));
  PL_TRY(const std::string stage_text, caller.required_text("stage", kWordBytes));
  auto id = core::CallerId::parse(id_text);
  auto number = core::PhoneNumber::from_e164(number_text);
  const auto stage = enum_from<core::Stage>(stage_text);
  if (!id || !number || !stage) {
    return fail(Code::kCorrupt,
                "the server lists a caller that this program cannot read; are the "
                "two of the same version?");
  }
  Visitor visitor{.id = id_text,
                  .shown = numbers == Numbers::kWhole ? number->e164() : number->masked(),
                  .caller = caller_at(*std::move(id), *std::move(number), *stage),
                  .promised = {}};
  for (const JsonView& outreach : list_at(caller, "outreaches")) {
    PL_TRY(const auto fulfilled, outreach.flag("fulfilled_by_call_in"));
    if (fulfilled.value_or(false)) visitor.promised = core::SceneName{text_at(outreach, "scene")};
  }
  return visitor;
}

std::vector<Visitor> kinds_of_visitor(const std::vector<core::Stage>& stages) {
  // Routing looks at the stage alone; the id and the number are nobody's.
  const auto id = core::CallerId::make(UtcTime{}, {0, 0});
  const auto number = *core::PhoneNumber::from_e164("+10000000");
  std::vector<Visitor> kinds{{.id = {}, .shown = "a stranger", .caller = {}, .promised = {}}};
  for (const core::Stage stage : stages) {
    kinds.push_back({.id = {},
                     .shown = stage == core::Stage::kNew ? "a new caller" : "a caller",
                     .caller = caller_at(id, number, stage),
                     .promised = {}});
  }
  return kinds;
}

Meeting meet(const core::Line& line, const Visitor& visitor) {
  const core::Caller* const caller = visitor.caller ? &*visitor.caller : nullptr;
  const auto met = core::encounter(line, caller, visitor.promised ? &*visitor.promised : nullptr);
  if (met.promised) return {met.scene.text, "an open outreach promises it"};
  const core::Rule& rule = line.inbound[met.route.rules.back().rule];
  return {met.scene.text, fmt::format("{} (line.yaml:{})", describe(rule), rule.line_number)};
}

std::string stage_of(const Visitor& visitor) {
  return visitor.caller ? std::string(text_of(visitor.caller->stage)) : "";
}

Json as_json(const Visitor& visitor) {
  const std::string stage = stage_of(visitor);
  return {Json::Members{{"id", visitor.id.empty() ? Json{} : Json{visitor.id}},
                        {"who", {visitor.shown}},
                        {"stage", stage.empty() ? Json{} : Json{stage}}}};
}

Json as_json(const Meeting& meeting) {
  return {Json::Members{{"scene", {meeting.scene}}, {"why", {meeting.why}}}};
}

Result<void> each_caller(const Session& session, const core::LineName& line, Numbers numbers,
                         const std::function<void(const Visitor&)>& take) {
  PL_DO(expect_line(session, line));
  Result<void> readable;
  PL_TRY(const std::string next, read_pages(session,
                                            {.path = "/v1/callers",
                                             .parameters = {{"line", line.text}},
                                             .limit = std::numeric_limits<std::size_t>::max(),
                                             .before = {}},
                                            [&](const std::vector<JsonView>& items) {
                                              for (const JsonView& item : items) {
                                                const auto visitor = read_visitor(item, numbers);
                                                if (visitor) take(*visitor);
                                                if (!visitor && readable)
                                                  readable = tl::unexpected(visitor.error());
                                              }
                                            }));
  return readable;
}

}  // namespace pl::cli
