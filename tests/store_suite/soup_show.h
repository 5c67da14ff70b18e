// Answers of a store as texts that tell them apart.
#pragma once

#include <fmt/format.h>

#include "ports/store.h"

namespace pl::store_suite::in_soup {

inline std::string show(const core::Caller& row) {
  return fmt::format("{}:{}:{}:{}", row.id.text(), row.line.text, row.number.number.e164(),
                     row.name);
}
inline std::string show(const core::Outreach& row) {
  return fmt::format("{}:{}:{}:{}:{}:{}:{}:{}", row.id.text(), row.line.text, row.caller.text(),
                     core::text_of(row.state), to_ms(row.ask_at), row.retries, row.blocked,
                     row.error);
}
inline std::string show(const core::Call& row) {
  return fmt::format("{}:{}:{}:{}:{}", row.id.text(), row.line.text, to_ms(row.started_at),
                     row.failure, row.transcript.size());
}
inline std::string show(const core::TextMessage& row) {
  return fmt::format("{}:{}:{}", row.id.text(), row.body, core::text_of(row.state));
}
inline std::string show(const core::Attention& row) {
  return fmt::format("{}:{}:{}", row.id.text(), row.subject, row.resolved_at.has_value());
}
inline std::string show(const ports::InboxItem& row) {
  return fmt::format("{}:{}:{}", row.key, row.sha256, row.parked);
}
inline std::string show(const ports::ToolEffect& row) {
  return row.say;
}
inline std::string show(const core::JournalEntry& row) {
  return fmt::format("{}:{}", row.seq, row.kind);
}
inline std::string show(const ports::DialerPause& row) {
  return row.why;
}
inline std::string show(const core::ToolId& id) {
  return id.text;
}
inline std::string show(UtcTime time) {
  return std::to_string(to_ms(time));
}
inline std::string show(bool flag) {
  return flag ? "yes" : "no";
}
inline std::string show(int number) {
  return std::to_string(number);
}
inline std::string show(const std::string& text) {
  return text;
}
inline std::string show(std::int64_t number) {
  return std::to_string(number);
}
inline std::string show(std::size_t number) {
  return std::to_string(number);
}
inline std::string show(const core::ConversationId& id) {
  return id.text;
}
template <class Kind>
std::string show(const Id<Kind>& id) {
  return id.text();
}
inline std::string show(const ports::SetAside& row) {
  return fmt::format("{}:{}:{}:{}", text_of(row.row.table), row.row.id, row.tries, row.reason);
}
inline std::string show(const core::Initiation& row) {
  return row.override.prompt + ":" + row.override.first_message;
}
inline std::string show(const ports::ApiKey& row) {
  return fmt::format("{}:{}:{}", row.id.text(), row.sha256, row.scopes.size());
}
inline std::string show(const ports::KeptAnswer& row) {
  return fmt::format("{}:{}:{}", row.asked_with.text(), row.key, row.body);
}
inline std::string show(const ports::Endpoint& row) {
  return fmt::format("{}:{}:{}", row.id.text(), row.url, row.events.size());
}
inline std::string show(const ports::Delivery& row) {
  return fmt::format("{}:{}:{}:{}", row.id.text(), row.endpoint.text(), text_of(row.state),
                     row.tries);
}
inline std::string show(const ports::Erasure& row) {
  return fmt::format("{}:{}", row.id.text(), row.by);
}
inline std::string show(const ports::Forgetting& row) {
  return fmt::format("{}:{}:{}", row.conversation.text, row.erasure.text(), row.tries);
}
template <class T>
std::string show(const std::optional<T>& value) {
  return value ? show(*value) : "none";
}
template <class T>
std::string show(const std::vector<T>& values) {
  std::string all;
  for (const T& value : values) all += show(value) + " ";
  return all;
}
template <class Key, class T>
std::string show(const std::map<Key, T>& values) {
  std::string all;
  for (const auto& [key, value] : values) all += show(value) + " ";
  return all;
}
inline std::string show(const ports::Erased& erased) {
  std::string all = show(erased.conversations);
  for (const auto& [table, rows] : erased.rows) all += fmt::format("{}={} ", table, rows);
  return all;
}
template <class T>
Result<std::string> shown(const Result<T>& result) {
  if (!result) return tl::unexpected(result.error());
  if constexpr (std::is_void_v<T>) {
    return std::string("done");
  } else {
    return show(*result);
  }
}

}  // namespace pl::store_suite::in_soup
