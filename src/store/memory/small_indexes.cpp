#include "store/memory/reindex.h"
#include "store/memory/tables.h"

namespace pl::store {

void Tables::reindex(CallerSlot& slot, const core::Caller* before, const core::Caller* after) {
  if (!before) insert_sorted(callers_by_id, &slot, ById());
  if (!after) erase_sorted(callers_by_id, &slot, ById());
  follow(
      before, after,
      [](const core::Caller& row) { return Key<const core::PhoneNumber&>(row.number.number); },
      [&](const auto& number) { erase_sorted(numbers[number].callers, &slot, ById()); },
      [&](const auto& number) { insert_sorted(numbers[number].callers, &slot, ById()); });
  follow(
      before, after,
      [](const core::Caller& row) {
        using Chat = Key<const std::string&>;
        return row.telegram_chat_id ? Chat(*row.telegram_chat_id) : Chat();
      },
      [&](const auto& chat) { drop_from(chats, chat, &slot); },
      [&](const auto& chat) { insert_sorted(chats[chat], &slot, ById()); });
}

void Tables::reindex(TextSlot& slot, const core::TextMessage* before,
                     const core::TextMessage* after) {
  follow(
      before, after,
      [](const core::TextMessage& row) { return Key<const core::OutreachId&>(row.outreach); },
      [&](const auto& id) { erase_sorted(outreaches.find(id)->texts, &slot, ById()); },
      [&](const auto& id) { insert_sorted(outreaches.find(id)->texts, &slot, ById()); });
  follow(
      before, after,
      [](const core::TextMessage& row) {
        return row.state == core::TextState::kSending ? Key<bool>(true) : Key<bool>();
      },
      [&](bool) { erase_sorted(unanswered_texts, &slot, ById()); },
      [&](bool) { insert_sorted(unanswered_texts, &slot, ById()); });
  follow(
      before, after,
      [](const core::TextMessage& row) {
        using ChannelId = Key<core::Channel, const std::string&>;
        return row.channel_id.empty() ? ChannelId() : ChannelId({row.channel, row.channel_id});
      },
      [&](core::Channel channel, const std::string& id) {
        channel_ids.erase({channel, id});
      },
      [&](core::Channel channel, const std::string& id) {
        channel_ids[{channel, id}] = &slot;
      });
}

void Tables::reindex(AttentionSlot& slot, const core::Attention* before,
                     const core::Attention* after) {
  follow(
      before, after,
      [](const core::Attention& row) {
        using Subject = Key<core::AttentionReason, const std::string&>;
        return row.resolved_at ? Subject() : Subject({row.reason, row.subject});
      },
      [&](core::AttentionReason reason, const std::string& subject) {
        open_subjects.erase({reason, subject});
        erase_sorted(open_attention, &slot, ById());
      },
      [&](core::AttentionReason reason, const std::string& subject) {
        open_subjects[{reason, subject}] = &slot;
        insert_sorted(open_attention, &slot, ById());
      });
}

}  // namespace pl::store
