#include "platforms/elevenlabs/tools.h"

#include <utility>

#include "base/text.h"
#include "platforms/elevenlabs/conversations.h"
#include "wire/json.h"
#include "wire/limits.h"

namespace pl::platforms {
namespace {

using wire::Json;
using wire::JsonView;

constexpr std::string_view kCall = "partyline_call";
constexpr std::string_view kConversation = "conversation_id";

Result<ToolPage> tool_page(const JsonView& root) {
  ToolPage page;
  PL_TRY(const auto list, root.find("tools"));
  if (!list) return wire::fail_at(root.member("tools", root.json()), "is missing");
  PL_TRY(const auto items, root.list("tools"));
  for (const JsonView& item : items) {
    PL_TRY(auto id, item.required_text("id", wire::kIdBytes));
    PL_TRY(const auto config, item.required_object("tool_config"));
    PL_TRY(auto name, config.required_text("name", wire::kIdBytes));
    page.tools.emplace(std::move(name), core::ToolId{std::move(id)});
  }
  PL_TRY(page.next_cursor, read_next_cursor(root));
  return page;
}

std::string bounded_text(const JsonView& view, const std::string& text, wire::Mended& mended) {
  // Never more code points than bytes, so the usual short text is not counted.
  if (text.size() <= wire::kArgumentPoints) return text;
  std::string cut = clip(text, wire::kArgumentPoints);
  if (cut.size() < text.size()) mended.note(view.where() + " is too long");
  return cut;
}

std::vector<std::string> read_items(const JsonView& view, const Json::List& list,
                                    wire::Mended& mended) {
  std::vector<std::string> items;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (items.size() == wire::kArgumentItems) {
      mended.note(view.where() + " has too many items");
      break;
    }
    const Json& json = list[i];
    const JsonView item = view.element(i, json);
    if (std::holds_alternative<std::nullptr_t>(json.value)) continue;
    if (const auto* text = std::get_if<std::string>(&json.value)) {
      items.push_back(bounded_text(item, *text, mended));
    } else if (std::holds_alternative<Json::List>(json.value) || item.is_object()) {
      mended.note(item.where() + " is nested");
    } else {
      items.push_back(wire::write_json(json));
    }
  }
  return items;
}

core::RawValue read_argument(const JsonView& view, wire::Mended& mended) {
  const Json::Value& value = view.json().value;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
  if (const auto* number = std::get_if<double>(&value)) return *number;
  if (const auto* text = std::get_if<std::string>(&value)) return bounded_text(view, *text, mended);
  if (const auto* list = std::get_if<Json::List>(&value)) return read_items(view, *list, mended);
  mended.note(view.where() + " is nested");
  return std::string();
}

// A name bound by the platform; an unset dynamic variable may come as an empty text.
Result<std::optional<std::string>> read_bound(const JsonView& view, std::string_view name) {
  PL_TRY(auto text, view.text(name));
  if (!text || text->empty()) return std::optional<std::string>();
  if (text->size() > wire::kIdBytes)
    return wire::fail_at(view.member(name, view.json()), "is too long");
  return text;
}

Result<void> read_names(core::ToolCall& call, const JsonView& view) {
  PL_TRY(const auto ours, read_bound(view, kCall));
  if (ours) {
    call.call = core::CallId::parse(*ours);
    if (!call.call)
      return wire::fail_at(view.member(kCall, view.json()), "is not one of our calls");
  }
  PL_TRY(auto conversation, read_bound(view, kConversation));
  if (conversation) call.conversation = core::ConversationId{*std::move(conversation)};
  return {};
}

Result<void> read_arguments(core::ToolCall& call, const JsonView& view, wire::Mended& mended) {
  for (const auto& [key, json] : std::get<Json::Members>(view.json().value)) {
    if (key == kCall || key == kConversation) continue;
    if (std::holds_alternative<std::nullptr_t>(json.value)) continue;
    const JsonView argument = view.member(key, json);
    if (key.size() > wire::kIdBytes) {
      mended.note(argument.where() + " has too long a name");
      continue;
    }
    if (call.arguments.size() >= wire::kArguments)
      return wire::fail_at(view, "has too many arguments");
    call.arguments.emplace(key, read_argument(argument, mended));
  }
  return {};
}

// The envelope is told from a flat body by its two members together.
Result<std::optional<JsonView>> envelope_parameters(const core::ToolName& tool,
                                                    const JsonView& root) {
  const auto name = root.text("tool_name");
  const auto parameters = root.object("parameters");
  if (!name || !*name || !parameters || !*parameters) return std::optional<JsonView>();
  if (**name != tool.text) {
    return wire::fail_at(root.member("tool_name", root.json()), "is another tool than the path's");
  }
  return *parameters;
}

}  // namespace

Result<ToolPage> read_tool_page(std::string_view body) {
  const auto document = wire::read_json(body, wire::kPageBytes);
  if (!document) return fail(Code::kCorrupt, document.error().message);
  auto page = tool_page(JsonView(*document));
  if (!page) return fail(Code::kCorrupt, page.error().message);
  return page;
}

Result<core::ToolCall> read_tool_call(core::ToolName tool, std::string_view body,
                                      wire::Mended& mended) {
  PL_TRY(const Json document, wire::read_foreign_json(body, wire::kRequestBytes, mended));
  const JsonView root(document);
  if (!root.is_object()) return wire::fail_at(root, "is not an object");
  core::ToolCall call;
  call.tool = std::move(tool);
  PL_TRY(const auto parameters, envelope_parameters(call.tool, root));
  if (parameters) PL_DO(read_names(call, *parameters));
  PL_DO(read_names(call, root));  // the envelope's own names win
  PL_DO(read_arguments(call, parameters ? *parameters : root, mended));
  return call;
}

std::string tool_reply_body(const core::ToolReply& reply) {
  Json::Members members;
  members.emplace("saved", Json{reply.saved});
  members.emplace("say", Json{reply.say});
  return wire::write_json(Json{std::move(members)});
}

}  // namespace pl::platforms
