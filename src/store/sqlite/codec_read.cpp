#include <type_traits>

#include "base/rapidjson.h"
#include "base/text.h"
#include "store/sqlite/codec.h"
#include "store/sqlite/enum_text.h"

namespace pl::store {
namespace {

using Value = rapidjson::Value;

constexpr std::size_t kPlansKnown = 64;
constexpr std::size_t kPool = 8 * 1024;  // bytes; what most documents are read in, on the stack

// Thrown and caught in this file alone.
struct Nonsense {};

// An object whose every key must be asked for, once.
class Reader {
 public:
  explicit Reader(const Value& value) : value_(value) {
    if (!value.IsObject()) throw Nonsense{};
  }
  const Value& at(const char* key) {
    const auto found = value_.FindMember(key);
    if (found == value_.MemberEnd()) throw Nonsense{};
    ++asked_;
    return found->value;
  }
  void finish() const {
    if (asked_ != value_.MemberCount()) throw Nonsense{};
  }

 private:
  const Value& value_;
  std::size_t asked_ = 0;
};

template <class T>
T get(const Value& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    if (!value.IsString()) throw Nonsense{};
    return {value.GetString(), value.GetStringLength()};
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    if (!value.IsInt64()) throw Nonsense{};
    return value.GetInt64();
  } else {
    static_assert(std::is_same_v<T, double>);
    if (!value.IsNumber()) throw Nonsense{};
    return value.GetDouble();
  }
}

template <class T>
std::optional<T> get_optional(const Value& value) {
  if (value.IsNull()) return std::nullopt;
  return get<T>(value);
}

template <class Enum>
Enum get_enum(const Value& value) {
  const auto found = enum_from<Enum>(get<std::string>(value));
  if (!found) throw Nonsense{};
  return *found;
}

template <class Unit>
Unit get_length(const Value& value) {
  return Unit(get<std::int64_t>(value));
}

Value::ConstArray array(const Value& value) {
  if (!value.IsArray()) throw Nonsense{};
  return value.GetArray();
}

std::vector<std::string> get_texts(const Value& value) {
  std::vector<std::string> texts;
  for (const Value& text : array(value)) texts.push_back(get<std::string>(text));
  return texts;
}

// No member comes twice, as none is written twice.
template <class T, T (*get_member)(const Value&)>
std::set<T> get_set(const Value& value) {
  std::set<T> members;
  for (const Value& member : array(value)) {
    if (!members.insert(get_member(member)).second) throw Nonsense{};
  }
  return members;
}

core::FieldValue get_field_value(const Value& value) {
  if (value.IsBool()) return value.GetBool();
  if (value.IsNumber()) return get<std::int64_t>(value);
  if (value.IsString()) return get<std::string>(value);
  return get_texts(value);
}

// No key comes twice, as none is written twice.
template <class T, T (*get_member)(const Value&)>
std::map<std::string, T> get_map(const Value& value) {
  if (!value.IsObject()) throw Nonsense{};
  std::map<std::string, T> members;
  for (const auto& member : value.GetObject()) {
    const bool is_new =
        members.emplace(get<std::string>(member.name), get_member(member.value)).second;
    if (!is_new) throw Nonsense{};
  }
  return members;
}

core::Voice get_voice(const Value& value) {
  Reader reader(value);
  core::Voice voice{.voice_id = get<std::string>(reader.at("voice_id")),
                    .model_id = get_optional<std::string>(reader.at("model_id")),
                    .stability = get_optional<double>(reader.at("stability")),
                    .similarity_boost = get_optional<double>(reader.at("similarity_boost")),
                    .speed = get_optional<double>(reader.at("speed"))};
  reader.finish();
  return voice;
}

core::Override get_override(const Value& value) {
  Reader reader(value);
  core::Override made{.prompt = get<std::string>(reader.at("prompt")),
                      .first_message = get<std::string>(reader.at("first_message")),
                      .language = get<std::string>(reader.at("language")),
                      .voice = get_voice(reader.at("voice")),
                      .llm = get_optional<std::string>(reader.at("llm"))};
  for (std::string& id : get_texts(reader.at("tool_ids"))) made.tool_ids.push_back({std::move(id)});
  made.max_duration = get_length<std::chrono::seconds>(reader.at("max_duration_s"));
  reader.finish();
  return made;
}

core::Turn get_turn(const Value& value) {
  Reader reader(value);
  core::Turn turn{.speaker = get_enum<core::Speaker>(reader.at("speaker")),
                  .text = get<std::string>(reader.at("text")),
                  .at = get_length<std::chrono::seconds>(reader.at("at_s"))};
  reader.finish();
  return turn;
}

core::Plan get_plan(const Value& value) {
  Reader reader(value);
  core::Plan plan;
  plan.name.text = get<std::string>(reader.at("name"));
  plan.scene.text = get<std::string>(reader.at("scene"));
  for (const Value& on : array(reader.at("on"))) plan.on.push_back(get_enum<core::Trigger>(on));
  const Value& complete_when = reader.at("complete_when");
  if (!complete_when.IsNull()) plan.complete_when = get_enum<core::CompleteWhen>(complete_when);
  for (const Value& delay : array(reader.at("retry_ms"))) {
    plan.retry.push_back(get_length<Millis>(delay));
  }
  plan.deadline = get_length<Millis>(reader.at("deadline_ms"));
  plan.ring = get_length<std::chrono::seconds>(reader.at("ring_s"));
  plan.after_call_end = get_length<Millis>(reader.at("after_call_end_ms"));
  plan.then = get_enum<core::Fallback>(reader.at("then"));
  plan.on_call_in = get_enum<core::OnCallIn>(reader.at("on_call_in"));
  reader.finish();
  return plan;
}

template <class Get>
auto read(std::string_view text, Get get_value)
    -> std::optional<decltype(get_value(std::declval<const Value&>()))> {
  if (text.find('\0') != std::string_view::npos || !is_utf8(text)) return std::nullopt;
  std::string bytes = json_in_place(text);
  char pool[kPool];
  rapidjson::MemoryPoolAllocator<> allocator(pool, sizeof pool);
  rapidjson::Document document(&allocator);
  // Depth is anybody's who writes to the file, and the stack is ours.
  constexpr unsigned kHow = rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag;
  document.ParseInsitu<kHow>(bytes.data());
  if (document.HasParseError()) return std::nullopt;
  try {
    return get_value(document);
  } catch (const Nonsense&) {
    return std::nullopt;
  }
}

}  // namespace

// Every outreach carries its plan, and a line has few of them: most were read before.
std::optional<core::Plan> plan_from(std::string_view text) {
  thread_local std::map<std::string, core::Plan, std::less<>> known;
  if (const auto found = known.find(text); found != known.end()) return found->second;
  auto plan = read(text, get_plan);
  if (!plan) return std::nullopt;
  if (known.size() == kPlansKnown) known.clear();
  known.emplace(text, *plan);
  return plan;
}

std::optional<core::Initiation> initiation_from(std::string_view text) {
  return read(text, [](const Value& value) {
    Reader reader(value);
    core::Initiation initiation{
        .override = get_override(reader.at("override")),
        .dynamic_variables = get_map<std::string, get<std::string>>(reader.at("dynamic_variables")),
        .user_id = get_optional<std::string>(reader.at("user_id"))};
    reader.finish();
    return initiation;
  });
}

std::optional<std::vector<core::Turn>> transcript_from(std::string_view text) {
  return read(text, [](const Value& value) {
    std::vector<core::Turn> turns;
    for (const Value& turn : array(value)) turns.push_back(get_turn(turn));
    return turns;
  });
}

std::optional<core::Profile> profile_from(std::string_view text) {
  return read(text, get_map<core::FieldValue, get_field_value>);
}

std::optional<std::map<std::string, std::string>> texts_from(std::string_view text) {
  return read(text, get_map<std::string, get<std::string>>);
}

std::optional<std::map<std::string, std::int64_t>> counts_from(std::string_view text) {
  return read(text, get_map<std::int64_t, get<std::int64_t>>);
}

std::optional<std::vector<std::string>> list_from(std::string_view text) {
  return read(text, get_texts);
}

std::optional<std::set<std::string>> words_from(std::string_view text) {
  return read(text, get_set<std::string, get<std::string>>);
}

std::optional<std::set<ports::Scope>> scopes_from(std::string_view text) {
  return read(text, get_set<ports::Scope, get_enum<ports::Scope>>);
}

std::optional<std::set<core::Aspect>> aspects_from(std::string_view text) {
  return read(text, get_set<core::Aspect, get_enum<core::Aspect>>);
}

}  // namespace pl::store
