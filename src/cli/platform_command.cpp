#include "cli/platform_command.h"

#include "cli/shown.h"
#include "cli/table.h"

namespace pl::cli {

int check_platform(const Session& session) {
  const auto list = post(session, "/v1/platform/check", wire::Json{wire::Json::Members{}});
  if (!list) return complain(session, "platform check", list.error());
  bool ready = true;
  Table table({"LINE", "AGENT", "READY", "OFF"});
  std::string todo;
  for (const wire::JsonView& check : list_at(wire::JsonView(*list), "items")) {
    const std::string is_ready = shown_at(check, "ready");
    ready = ready && is_ready == "yes";
    table.add(
        {shown_at(check, "line"), shown_at(check, "agent_id"), is_ready, shown_at(check, "off")});
    for (const char* why : {"todo", "error"}) {
      const std::string text = shown_at(check, why);
      if (!text.empty()) todo += shown_at(check, "line") + ": " + plain(text) + "\n";
    }
  }
  if (session.json) {
    print_json(session, *list);
  } else {
    session.out(table.text());
    session.err(todo);
  }
  return ready ? kDone : kRefused;
}

}  // namespace pl::cli
