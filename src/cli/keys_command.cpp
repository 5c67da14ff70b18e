#include "cli/keys_command.h"

#include "cli/shown.h"
#include "cli/table.h"

namespace pl::cli {
namespace {

using wire::Json;
using wire::JsonView;

void print_keys(const Session& session, const std::vector<JsonView>& keys) {
  Table table({"ID", "NAME", "SCOPES", "CREATED", "REVOKED"});
  for (const JsonView& key : keys) {
    table.add({shown_at(key, "id"), shown_at(key, "name"), shown_at(key, "scopes"),
               time_at(key, "created_at"), time_at(key, "revoked_at")});
  }
  session.out(table.text());
}

}  // namespace

int list_keys(const Session& session) {
  const auto list = get(session, "/v1/keys");
  if (!list) return complain(session, "keys list", list.error());
  if (session.json) {
    print_json(session, *list);
    return kDone;
  }
  print_keys(session, list_at(JsonView(*list), "items"));
  hint_at_more(session, *list);
  return kDone;
}

int create_key(const Session& session, const std::string& name,
               const std::vector<std::string>& scopes) {
  Json::List wanted;
  for (const std::string& scope : scopes) wanted.push_back({scope});
  const auto key =
      post(session, "/v1/keys", {Json::Members{{"name", {name}}, {"scopes", {std::move(wanted)}}}});
  if (!key) return complain(session, "keys create", key.error());
  if (session.json) {
    print_json(session, *key);
    return kDone;
  }
  // The token alone on standard output: it is what a script wants.
  session.err(shown_at(JsonView(*key), "id") + "; its token is shown this once:\n");
  session.out(shown_at(JsonView(*key), "token") + "\n");
  return kDone;
}

int revoke_key(const Session& session, const std::string& id) {
  const auto key = remove(session, "/v1/keys/" + net::percent_encode(id));
  if (!key) return complain(session, "keys revoke", key.error());
  if (session.json) {
    print_json(session, *key);
  } else {
    print_keys(session, {JsonView(*key)});
  }
  return kDone;
}

}  // namespace pl::cli
