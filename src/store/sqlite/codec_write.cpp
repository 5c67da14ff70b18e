#include <cmath>
#include <type_traits>
#include <variant>

#include "base/rapidjson.h"
#include "base/text.h"
#include "store/sqlite/codec.h"
#include "store/sqlite/enum_text.h"

namespace pl::store {
namespace {

// One document, as it grows.
class Writer {
 public:
  std::string_view text() const { return {buffer_.GetString(), buffer_.GetSize()}; }

  void write(std::string_view text) {
    if (is_utf8(text)) {
      out_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    } else {
      write(to_utf8(code_points(text)));
    }
  }
  void write(const std::string& text) { write(std::string_view(text)); }
  void write(bool value) { out_.Bool(value); }
  void write(std::int64_t value) { out_.Int64(value); }
  void write(double value) {
    // JSON has no word for infinity.
    if (std::isfinite(value)) {
      out_.Double(value);
    } else {
      out_.Null();
    }
  }
  template <class Unit>
  void write(std::chrono::duration<std::int64_t, Unit> length) {
    out_.Int64(length.count());
  }
  template <class Tag>
  void write(const Name<Tag>& name) {
    write(name.text);
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void write(Enum word) { write(text_of(word)); }

  template <class T>
  void write(const std::optional<T>& value) {
    if (value) {
      write(*value);
    } else {
      out_.Null();
    }
  }

  template <class T>
  void write(const std::vector<T>& items) {
    list(items);
  }
  template <class T>
  void write(const std::set<T>& items) {
    list(items);
  }

  void write(const core::FieldValue& value) {
    std::visit([this](const auto& held) { write(held); }, value);
  }

  template <class T>
  void write(const std::map<std::string, T>& members) {
    out_.StartObject();
    for (const auto& [key, value] : members) member(key, value);
    out_.EndObject();
  }

  void write(const core::Plan& plan) {
    out_.StartObject();
    member("name", plan.name);
    member("scene", plan.scene);
    member("on", plan.on);
    member("complete_when", plan.complete_when);
    member("retry_ms", plan.retry);
    member("deadline_ms", plan.deadline);
    member("ring_s", plan.ring);
    member("after_call_end_ms", plan.after_call_end);
    member("then", plan.then);
    member("on_call_in", plan.on_call_in);
    out_.EndObject();
  }

  void write(const core::Voice& voice) {
    out_.StartObject();
    member("voice_id", voice.voice_id);
    member("model_id", voice.model_id);
    member("stability", voice.stability);
    member("similarity_boost", voice.similarity_boost);
    member("speed", voice.speed);
    out_.EndObject();
  }

  void write(const core::Override& said) {
    out_.StartObject();
    member("prompt", said.prompt);
    member("first_message", said.first_message);
    member("language", said.language);
    member("voice", said.voice);
    member("llm", said.llm);
    member("tool_ids", said.tool_ids);
    member("max_duration_s", said.max_duration);
    out_.EndObject();
  }

  void write(const core::Initiation& initiation) {
    out_.StartObject();
    member("override", initiation.override);
    member("dynamic_variables", initiation.dynamic_variables);
    member("user_id", initiation.user_id);
    out_.EndObject();
  }

  void write(const core::Turn& turn) {
    out_.StartObject();
    member("speaker", turn.speaker);
    member("text", turn.text);
    member("at_s", turn.at);
    out_.EndObject();
  }

 private:
  template <class List>
  void list(const List& items) {
    out_.StartArray();
    for (const auto& item : items) write(item);
    out_.EndArray();
  }
  template <class T>
  void member(std::string_view key, const T& value) {
    write(key);
    write(value);
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> out_{buffer_};
};

template <class T>
std::string written(const T& value) {
  Writer writer;
  writer.write(value);
  return std::string(writer.text());
}

}  // namespace

std::string to_json(const core::Plan& plan) {
  return written(plan);
}
std::string to_json(const core::Initiation& initiation) {
  return written(initiation);
}
std::string to_json(const std::vector<core::Turn>& transcript) {
  return written(transcript);
}
std::string to_json(const core::Profile& profile) {
  return written(profile);
}
std::string to_json(const std::map<std::string, std::string>& texts) {
  return written(texts);
}
std::string to_json(const std::map<std::string, std::int64_t>& counts) {
  return written(counts);
}
std::string to_json(const std::vector<std::string>& list) {
  return written(list);
}
std::string to_json(const std::set<std::string>& words) {
  return written(words);
}
std::string to_json(const std::set<ports::Scope>& scopes) {
  return written(scopes);
}
std::string to_json(const std::set<core::Aspect>& aspects) {
  return written(aspects);
}

}  // namespace pl::store
