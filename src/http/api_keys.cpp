// /v1/keys
#include <fmt/format.h>

#include "engine/keys.h"
#include "http/api_query.h"
#include "wire/signature.h"

namespace pl::http {
namespace {

using core::ApiKeyId;
using wire::Json;
using wire::JsonView;

constexpr std::size_t kNameBytes = 64;

Json key_view(const ports::ApiKey& key) {
  std::vector<Json> scopes;
  for (const ports::Scope scope : key.scopes) scopes.push_back({std::string(text_of(scope))});
  return {Json::Members{
      {"id", {key.id.text()}},
      {"name", {key.name}},
      {"scopes", list(std::move(scopes))},
      {"created_at", {format_utc(key.created_at)}},
      {"revoked_at", key.revoked_at ? Json{format_utc(*key.revoked_at)} : Json{}},
  }};
}

struct Wanted {
  std::string name;
  std::set<ports::Scope> scopes;
};

Result<Wanted> read_wanted(const ApiRequest& request) {
  PL_TRY(const Json document, read_body(request));
  const JsonView body(document);
  PL_DO(only_keys(body, {"name", "scopes"}));
  Wanted wanted;
  PL_TRY(wanted.name, body.required_text("name", kNameBytes));
  PL_TRY(const auto scopes, body.list("scopes"));
  for (const JsonView& item : scopes) {
    const auto* text = std::get_if<std::string>(&item.json().value);
    const auto scope = text == nullptr ? std::nullopt : enum_from<ports::Scope>(*text);
    if (!scope) return fail_at(item, "is none of read, dial, write, erase, admin");
    wanted.scopes.insert(*scope);
  }
  if (wanted.scopes.empty()) {
    return fail(Code::kInvalid, "scopes: name at least one of read, dial, write, erase, admin");
  }
  return wanted;
}

// What a change of the keys gives: its answer, and the keys that are accepted from now on.
struct Changed {
  Json answer;
  std::vector<ports::ApiKey> keys;
};

// After a change of which nobody knows whether it was made, only the store can say.
void read_again(engine::Engine& engine, KeyRing& ring) {
  using Keys = std::vector<ports::ApiKey>;
  engine.run<Keys>(
      ports::Priority::kCall, [](engine::Turn& turn) { return turn.tx.api_keys(); },
      [&ring](const Result<Keys>& keys) {
        if (keys) ring.replace(*keys);
      });
}

void change_keys(engine::Engine& engine, KeyRing& ring, const ApiRequest& request, int status,
                 std::function<Result<Json>(engine::Turn&)> use_case) {
  engine.run<Changed>(
      ports::Priority::kRoutine,
      [use_case = std::move(use_case),
       deed = deed_of(request)](engine::Turn& turn) -> Result<Changed> {
        Changed changed;
        PL_TRY(changed.answer, use_case(turn));
        if (deed) PL_DO(turn.journal(*deed));
        PL_TRY(changed.keys, turn.tx.api_keys());
        return changed;
      },
      [&engine, &ring, reply = request.reply, status](const Result<Changed>& changed) {
        if (!changed) {
          if (changed.error().code == Code::kOutcomeUnknown) read_again(engine, ring);
          return reply(problem(changed.error()));
        }
        ring.replace(changed->keys);
        reply(json(status, wire::write_json(changed->answer)));
      });
}

std::string new_token(engine::Turn& turn) {
  std::string token = "pl_";
  for (int half = 0; half < 2; ++half) {
    for (const std::uint64_t word : turn.world.entropy.draw())
      token += fmt::format("{:016x}", word);
  }
  return token;
}

Result<Json> create_key(engine::Turn& turn, const Wanted& wanted) {
  const std::string token = new_token(turn);
  PL_TRY(const ports::ApiKey key,
         engine::add_key(turn, {wanted.name, wanted.scopes, wire::sha256_hex(token)}));
  Json shown = key_view(key);
  std::get<Json::Members>(shown.value)["token"] = {token};  // this once
  return shown;
}

void get_keys(engine::Engine& engine, ApiRequest request) {
  answer(engine, request, 200, [](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const auto keys, turn.tx.api_keys());
    std::vector<Json> items;
    for (const ports::ApiKey& key : keys) items.push_back(key_view(key));
    return Json{Json::Members{{"items", list(std::move(items))}}};
  });
}

}  // namespace

std::vector<Route> key_routes(KeyRing& ring) {
  using enum ports::Scope;
  const auto post_key = [&ring](engine::Engine& engine, const ApiRequest& request) {
    auto wanted = read_wanted(request);
    if (!wanted) return reply_malformed(request.reply, wanted.error());
    change_keys(engine, ring, request, 201, [wanted = *std::move(wanted)](engine::Turn& turn) {
      return create_key(turn, wanted);
    });
  };
  const auto delete_key = [&ring](engine::Engine& engine, const ApiRequest& request) {
    const auto id = path_id<ApiKeyId>(request);
    if (!id) return request.reply(problem(id.error()));
    change_keys(engine, ring, request, 200, [id = *id](engine::Turn& turn) -> Result<Json> {
      PL_TRY(const ports::ApiKey key, engine::revoke_key(turn, id));
      return key_view(key);
    });
  };
  return {
      {"GET", "keys", kAdmin, get_keys},
      {"POST", "keys", kAdmin, post_key},
      {"DELETE", "keys/{id}", kAdmin, delete_key},
  };
}

}  // namespace pl::http
