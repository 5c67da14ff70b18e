// Finds out whether a dial of unknown outcome was placed after all.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "core/report.h"
#include "platforms/elevenlabs/api.h"
#include "platforms/elevenlabs/conversations.h"

namespace pl::platforms {

// One search; lives as long as a question of it is under way. It asks for our own variable first
// (in the platform's API since SDK 2.69), and where that finds the call it is over. A platform that
// refuses the filter, or whose list shows that it passed it over, has said nothing; nor has an
// empty list, as nobody promises how soon a variable can be searched for. "Not found" is what the
// list by user says alone.
//
// Because "it was not placed" leads to another dial, every other failure ends the search as an
// error: also a listed conversation that is gone, and more pages than are read.
class ConversationSearch : public std::enable_shared_from_this<ConversationSearch> {
 public:
  using Done = std::function<void(Result<std::optional<core::ConversationReport>>)>;

  ConversationSearch(std::shared_ptr<const ElevenLabsApi> api, core::CallId call,
                     std::string user_id, UtcTime since, Done done);
  void start();

 private:
  std::vector<net::Header> since() const;
  void list_by_user();
  void list(std::optional<std::string> cursor);
  void take_page(ConversationPage page);
  void order();
  void read_next();
  void take_report(core::ConversationReport report);
  void give_up(Error error, std::string_view at);

  const std::shared_ptr<const ElevenLabsApi> api_;
  const core::CallId call_;
  const std::string user_id_;
  const UtcTime since_;
  const Done done_;
  bool by_variable_ = true;
  int pages_ = 0;
  std::vector<ListedConversation> found_;  // once ordered, the next to read is the last
};

}  // namespace pl::platforms
