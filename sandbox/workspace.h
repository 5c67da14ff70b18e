// What is set up in the account that the sandbox plays: agents, numbers, tools, webhooks, a bot.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "net/http.h"

namespace pl::sandbox {

struct Agent {
  std::string agent_id;
  std::string name;
  std::string settings;  // JSON; sandbox/agent_settings.h reads and changes it
};

// Set up as README.md says: it allows what Party Line overrides, and a webhook is asked who speaks.
Agent new_agent(std::string agent_id, std::string name, const std::string& first_message,
                const std::string& prompt);

// What becomes of a call whose override has a field that the agent does not allow. Both have been
// seen; the platform's documentation says that it fails.
enum class Disallowed { kFails, kIsIgnored };

// What becomes of an inbound call when the question who speaks is answered with 401.
enum class Refused { kHangsUp, kAgentSpeaks };

struct PhoneNumber {
  std::string phone_number_id;
  std::string number;
  std::string agent_id;  // who answers when somebody calls it
};

struct ToolField {
  std::string name;
  std::string answer;  // what people say when they are asked for it; empty: what fits the question
};

struct Tool {
  std::string tool_id;
  std::string name;
  std::string url;
  std::vector<net::Header> headers;
  std::vector<ToolField> fields;  // the values of its `field` argument; empty: it has none
  bool completes = false;         // called once, when every question has been asked
};

struct InitiationWebhook {
  std::string url;  // empty: inbound calls are not asked about
  std::vector<net::Header> headers;
};

struct PostCallWebhook {
  std::string url;  // empty: nothing is sent
  std::string secret;
  std::string name = "Post-call";
  bool retry_enabled = false;  // off unless somebody turned it on
  bool is_disabled = false;
  std::vector<net::Header> headers;                // sent along
  std::optional<std::vector<std::string>> events;  // what it is told of; empty: everything
};

struct Telegram {
  std::string bot_token;
  std::vector<std::int64_t> chats;  // the people who have started the bot
};

// The account for texts to and from phones. Its numbers are the workspace's phone numbers.
struct Twilio {
  std::string account_sid;  // empty: there is no account
  std::string auth_token;   // signs what is sent to Party Line
  std::string key_sid;      // of an API key, which may be used in place of the token
  std::string key_secret;
  std::string messaging_service_sid;  // empty: there is no Messaging Service
  std::string incoming_url;           // told of texts to the numbers; empty: nobody is
};

// Real time, sped up: nobody wants to wait for a stand-in to finish its sentence.
struct Pace {
  Millis turn{400};
  Millis ring{1'500};  // until a person answers or declines
  Millis busy{300};
  Millis processing{1'500};         // from the end of a call to its verdict and webhook
  std::optional<Millis> no_answer;  // empty: as long as the dial lets it ring
  Millis no_start{1'500};           // until a call that cannot begin is over
  Millis retry{30'000};             // until a webhook is sent for the second time
};

struct Workspace {
  std::string api_key;
  std::string other_workspace_key;  // valid too, but elsewhere: there nothing of this exists
  std::optional<int> concurrency;   // live calls at a time; empty: any number
  std::vector<Agent> agents;
  std::vector<PhoneNumber> phone_numbers;
  std::vector<Tool> tools;
  InitiationWebhook initiation_webhook;
  PostCallWebhook post_call_webhook;
  Telegram telegram;
  Twilio twilio;
  Disallowed disallowed_override = Disallowed::kFails;
  Refused refused_initiation = Refused::kHangsUp;
  std::map<std::string, std::string> environment_variables;  // by label
  Pace pace;

  const Agent* agent(std::string_view agent_id) const;
  Agent* agent(std::string_view agent_id);
  const PhoneNumber* phone_number(std::string_view phone_number_id) const;
  const PhoneNumber* line(std::string_view number) const;
  const Tool* tool(std::string_view tool_id) const;
  // What people say when they are asked for that field; empty where no tool knows.
  std::string_view usual_answer(std::string_view field) const;
};

// "fail" or "ignore"; empty for any other word.
std::optional<Disallowed> disallowed_named(std::string_view name);
// "hang_up" or "agent"; empty for any other word.
std::optional<Refused> refused_named(std::string_view name);

// Where Party Line listens. Empty: stays as it is. Every tool's URL becomes tools_base/<name>.
struct Urls {
  std::string initiation;
  std::string post_call;
  std::string tools_base;
  std::string incoming_sms;
};
void set_urls(Workspace& workspace, const Urls& urls);

// Reads the workspace file. kInvalid names every mistake, one a line.
Result<Workspace> read_workspace(std::string_view json);

// "+" and 7 to 15 digits, the first not 0.
bool is_e164(std::string_view number);

}  // namespace pl::sandbox
