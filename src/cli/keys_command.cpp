#include "cli/keys_command.h"

#include <memory>

#include "base/percent.h"
#include "cli/client_options.h"
#include "cli/client_session.h"
#include "cli/commands.h"
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
  const auto key = remove(session, "/v1/keys/" + percent_encode(id));
  if (!key) return complain(session, "keys revoke", key.error());
  if (session.json) {
    print_json(session, *key);
  } else {
    print_keys(session, {JsonView(*key)});
  }
  return kDone;
}

void add_keys(CLI::App& program, int& exit_code) {
  CLI::App& keys = group(program, "keys", "Who may use the API");
  run_as_client(child(keys, "list", "List the keys", "Example:\n  partyline keys list"), exit_code,
                list_keys);
  struct Wanted {
    std::string name;
    std::vector<std::string> scopes;
  };
  auto wanted = std::make_shared<Wanted>();
  CLI::App& create = child(keys, "create", "Make a key and print its token, this once",
                           "Example:\n  partyline keys create crm --scopes read,write > crm.key\n\n"
                           "Scopes: read, dial, write, erase, admin.");
  create.add_option("name", wanted->name, "For people: who uses it")->required();
  create.add_option("--scopes", wanted->scopes, "What it may do, separated by commas")
      ->required()
      ->allow_extra_args(false)
      ->delimiter(',');
  run_as_client(create, exit_code, [wanted](const Session& session) {
    return create_key(session, wanted->name, wanted->scopes);
  });
  add_with_id(keys, exit_code, "revoke", "Accept a key no longer",
              "Example:\n  partyline keys revoke key_01m81pn9qp0x5xpzfgb1rgqxa6", revoke_key);
}

}  // namespace pl::cli
