// ElevenLabs Agents as the platform that speaks.
#pragma once

#include <memory>
#include <string>

#include "net/http_client.h"
#include "ports/clock.h"
#include "ports/voice_platform.h"

namespace pl::platforms {

class ElevenLabsApi;
class MendLog;

struct ElevenLabsAccess {
  std::string base_url = "https://api.elevenlabs.io";  // or a residency's, or a stand-in
  std::string api_key;
};

// Every operation may be called from any thread. The client and the clock must outlive this and
// every answer the client still gives; this itself need not.
class ElevenLabs : public ports::VoicePlatform {
 public:
  ElevenLabs(net::HttpClient& http, const ports::Clock& clock, ElevenLabsAccess access);

  // POST /v1/convai/twilio/outbound-call, within 15 s.
  void dial(ports::DialRequest request, std::function<void(ports::DialResult)> done) override;

  // GET /v1/convai/conversations/{id}, within 5 s. Besides kNotFound: kUnauthorized for a key the
  // platform does not take, kCorrupt for an answer that makes no sense, kUnavailable for the rest.
  void conversation(core::ConversationId id,
                    std::function<void(Result<core::ConversationReport>)> done) override;

  // Listed by our variable `partyline_call`, and where that finds nothing by user and time, at most
  // 1000 conversations; then read one by one, newest first. Each question takes at most 5 s.
  void find(core::CallId call, std::string user_id, UtcTime since,
            std::function<void(Result<std::optional<core::ConversationReport>>)> done) override;

  void forget(core::ConversationId id, std::function<void(Result<void>)> done) override;
  void tools(std::function<void(Result<std::map<std::string, core::ToolId>>)> done) override;

  // GET /v1/convai/agents/{id}, with the codes of conversation().
  void agent(std::string agent_id, std::function<void(Result<core::AgentSwitches>)> done) override;

 private:
  std::shared_ptr<const ElevenLabsApi> api_;
  const ports::Clock& clock_;
  const std::shared_ptr<MendLog> log_;
};

}  // namespace pl::platforms
