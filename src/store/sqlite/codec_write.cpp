#include <type_traits>
#include <utility>
#include <variant>

#include "base/json_text.h"
#include "base/words.h"
#include "store/sqlite/codec.h"

namespace pl::store {
namespace {

// One document, as it grows.
class Writer {
 public:
  std::string take() { return std::move(out_); }

  void write(std::string_view text) { append_json(out_, text); }
  void write(const std::string& text) { append_json(out_, text); }
  void write(bool value) { out_ += value ? "true" : "false"; }
  void write(std::int64_t value) { append_json(out_, value); }
  void write(double value) { append_json(out_, value); }
  template <class Unit>
  void write(std::chrono::duration<std::int64_t, Unit> length) {
    write(length.count());
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
      out_ += "null";
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
    open('{');
    for (const auto& [key, value] : members) member(key, value);
    close('}');
  }

  void write(const core::Plan& plan) {
    open('{');
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
    close('}');
  }

  void write(const core::Voice& voice) {
    open('{');
    member("voice_id", voice.voice_id);
    member("model_id", voice.model_id);
    member("stability", voice.stability);
    member("similarity_boost", voice.similarity_boost);
    member("speed", voice.speed);
    close('}');
  }

  void write(const core::Override& said) {
    open('{');
    member("prompt", said.prompt);
    member("first_message", said.first_message);
    member("language", said.language);
    member("voice", said.voice);
    member("llm", said.llm);
    member("tool_ids", said.tool_ids);
    member("max_duration_s", said.max_duration);
    close('}');
  }

  void write(const core::Initiation& initiation) {
    open('{');
    member("override", initiation.override);
    member("dynamic_variables", initiation.dynamic_variables);
    member("user_id", initiation.user_id);
    close('}');
  }

  void write(const core::Turn& turn) {
    open('{');
    member("speaker", turn.speaker);
    member("text", turn.text);
    member("at_s", turn.at);
    close('}');
  }

 private:
  template <class List>
  void list(const List& items) {
    open('[');
    for (const auto& item : items) {
      next();
      write(item);
    }
    close(']');
  }
  template <class T>
  void member(std::string_view key, const T& value) {
    next();
    write(key);
    out_ += ':';
    write(value);
  }

  void open(char bracket) {
    out_ += bracket;
    is_first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    is_first_ = false;
  }
  void next() {
    if (!is_first_) out_ += ',';
    is_first_ = false;
  }

  std::string out_;
  bool is_first_ = true;  // of the list or object that is open
};

template <class T>
std::string written(const T& value) {
  Writer writer;
  writer.write(value);
  return writer.take();
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
