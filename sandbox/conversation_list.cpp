#include "sandbox/conversation_list.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "sandbox/agent_parts.h"
#include "sandbox/agents_errors.h"
#include "sandbox/shapes.h"

namespace pl::sandbox {
namespace {

constexpr std::array kVerdicts{"success", "failure", "unknown"};
constexpr std::array kStatuses{"initiated", "in-progress", "processing", "done", "failed"};
constexpr std::array kDirections{"asc", "desc"};
constexpr std::array kSummaries{"exclude", "include"};

constexpr std::array kPage{Rule{"page_size", Kind::kInteger}.from(1).to(100),
                           Rule{"cursor", Kind::kInteger}.from(0)};
constexpr std::array kFilters{
    kPage[0],
    kPage[1],
    Rule{"agent_id", Kind::kText},
    Rule{"user_id", Kind::kText},
    Rule{"call_start_after_unix", Kind::kInteger},
    Rule{"call_start_before_unix", Kind::kInteger},
    Rule{"call_duration_min_secs", Kind::kInteger},
    Rule{"call_duration_max_secs", Kind::kInteger},
    Rule{"call_successful", Kind::kText}.one_of(kVerdicts),
    Rule{"dynamic_variable_params", Kind::kTexts},
    Rule{"exclude_statuses", Kind::kTexts}.one_of(kStatuses),
    Rule{"termination_reasons", Kind::kTexts},
    Rule{"conversation_initiation_source", Kind::kText}.one_of(kCallSources),
    Rule{"text_only", Kind::kBoolean},
    Rule{"summary_mode", Kind::kText}.one_of(kSummaries),
    Rule{"sort_direction", Kind::kText}.one_of(kDirections)};

constexpr std::array kUnplayed{"visited_agent_ids",
                               "visited_agent_branch_ids",
                               "triggered_procedure_ids",
                               "rating_max",
                               "rating_min",
                               "has_feedback_comment",
                               "evaluation_params",
                               "data_collection_params",
                               "data_collection_ids",
                               "evaluation_criteria_ids",
                               "tool_names",
                               "tool_names_successful",
                               "tool_names_errored",
                               "include_invalid_tool_calls",
                               "main_languages",
                               "search",
                               "conversation_product_type",
                               "branch_id",
                               "version_id",
                               "parent_conversation_id",
                               "topic_ids",
                               "tag_ids",
                               "workflow_node_entered_id",
                               "guardrail_types",
                               "custom_guardrail_names"};

// Whether `value` keeps to the filters of that name; without one it does.
template <class Value, class Keeps>
bool passes(const Json& query, const char* name, const Value& value, Keeps keeps) {
  const auto found = query.find(name);
  return found == query.end() || keeps(value, found->get<Value>());
}
bool is_within(const Json& query, const char* least, const char* most, std::int64_t value) {
  return passes(query, least, value, std::greater_equal<>()) &&
         passes(query, most, value, std::less_equal<>());
}
bool lists(const Json& query, const char* name, const Json& value) {
  const auto found = query.find(name);
  return found != query.end() && std::find(found->begin(), found->end(), value) != found->end();
}

std::optional<double> as_number(const std::string& text) {
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  return text.empty() || *end != '\0' ? std::nullopt : std::optional(number);
}

// name:op:value, where the value may hold more colons.
struct VariableFilter {
  std::string name, op, value;
};

std::optional<VariableFilter> read_variable_filter(const std::string& text) {
  const std::size_t first = text.find(':');
  const std::size_t second = first == std::string::npos ? first : text.find(':', first + 1);
  if (second == std::string::npos) return std::nullopt;
  VariableFilter filter{text.substr(0, first), text.substr(first + 1, second - first - 1),
                        text.substr(second + 1)};
  constexpr std::array kCompare{"gt", "gte", "lt", "lte"};
  const bool compares = std::find(kCompare.begin(), kCompare.end(), filter.op) != kCompare.end();
  if (filter.op != "eq" && !(compares && as_number(filter.value))) return std::nullopt;
  return filter;
}

bool keeps_to(const Variables& variables, const VariableFilter& filter) {
  const auto found = variables.find(filter.name);
  if (found == variables.end()) return false;
  if (filter.op == "eq") return found->second == filter.value;
  const auto number = as_number(found->second);
  const auto bound = as_number(filter.value);
  if (!number || !bound) return false;
  if (filter.op == "gt") return *number > *bound;
  if (filter.op == "gte") return *number >= *bound;
  return filter.op == "lt" ? *number < *bound : *number <= *bound;
}

bool keeps_to_variables(const Conversation& conversation, const Json& query) {
  const auto filters = query.find("dynamic_variable_params");
  return filters == query.end() ||
         std::all_of(filters->begin(), filters->end(), [&](const Json& text) {
           const auto filter = read_variable_filter(text.get<std::string>());
           return filter && keeps_to(conversation.scene.variables, *filter);
         });
}

// `summary` is how the list shows it.
bool is_meant(const Conversation& conversation, const Json& summary, const Json& query) {
  const auto is = [&](const char* name, const std::string& value) {
    return passes(query, name, value, std::equal_to<>());
  };
  return is("agent_id", conversation.agent_id) && is("user_id", conversation.scene.user_id) &&
         keeps_to_variables(conversation, query) &&
         is("call_successful", text_at(summary, "call_successful")) &&
         is("conversation_initiation_source", text_at(summary, "conversation_initiation_source")) &&
         passes(query, "text_only", false, std::equal_to<>()) &&
         is_within(query, "call_start_after_unix", "call_start_before_unix",
                   summary["start_time_unix_secs"].get<std::int64_t>()) &&
         is_within(query, "call_duration_min_secs", "call_duration_max_secs",
                   summary["call_duration_secs"].get<std::int64_t>()) &&
         !lists(query, "exclude_statuses", summary["status"]) &&
         (!query.contains("termination_reasons") ||
          lists(query, "termination_reasons", summary["termination_reason"]));
}

// The newest first, unless it was asked for otherwise.
std::vector<Json> found(const World& world, const Json& query, UtcTime as_of) {
  std::vector<Json> summaries;
  for (const auto& one : world.conversations) {
    if (one->deleted || one->created > as_of) continue;
    Json summary = summary_json(*one, world.now());
    if (text_at(query, "summary_mode") == "include")
      summary["transcript_summary"] = summary_of(*one);
    if (is_meant(*one, summary, query)) summaries.push_back(std::move(summary));
  }
  if (text_at(query, "sort_direction") != "asc") std::reverse(summaries.begin(), summaries.end());
  return summaries;
}

}  // namespace

net::Response list_conversations(World& world, const net::Request& request, UtcTime as_of) {
  if (auto refused = refuse_unplayed(request, kUnplayed)) return *std::move(refused);
  Json detail = Json::array();
  const Json query = read_query(request, kFilters, detail);
  for (const Json& filter : query.value("dynamic_variable_params", Json::array())) {
    if (read_variable_filter(filter.get<std::string>())) continue;
    detail.push_back({{"type", "value_error"},
                      {"loc", {"query", "dynamic_variable_params"}},
                      {"msg", "Value error, dynamic variable filters are written name:op:value"}});
  }
  if (!detail.empty()) return invalid(std::move(detail));
  const std::vector<Json> all = found(world, query, as_of);
  const auto count = static_cast<std::int64_t>(all.size());
  const std::int64_t from = std::min(query.value("cursor", std::int64_t{0}), count);
  const std::int64_t to = std::min(from + query.value("page_size", std::int64_t{30}), count);
  return json_response(
      200, Json{{"conversations", std::vector<Json>(all.begin() + from, all.begin() + to)},
                {"next_cursor", to < count ? Json(std::to_string(to)) : Json(nullptr)},
                {"has_more", to < count}});
}

std::span<const Rule> page_rules() {
  return kPage;
}

std::optional<net::Response> refuse_unplayed(const net::Request& request,
                                             std::span<const char* const> names) {
  for (const net::Header& one :
       net::parse_query(request.query).value_or(std::vector<net::Header>{})) {
    if (std::find(names.begin(), names.end(), one.name) == names.end()) continue;
    return not_played(one.name);
  }
  return std::nullopt;
}

}  // namespace pl::sandbox
