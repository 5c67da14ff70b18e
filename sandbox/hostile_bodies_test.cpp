// Bodies that are made to break their reader. Each door of the sandbox says no and stays open.
#include <algorithm>

#include "sandbox/sandbox_fixture.h"

namespace pl::sandbox {
namespace {

std::string nested(std::size_t levels) {
  return std::string(levels, '[') + std::string(levels, ']');
}

class HostileBodies : public SandboxFixture {
 protected:
  int status_at(int port, const std::string& method, const std::string& path,
                const std::string& body) {
    const auto answer = send(method, "http://127.0.0.1:" + std::to_string(port) + path, body,
                             {{"xi-api-key", "key-1"}});
    return answer ? answer->status : 0;
  }
  int at_platform(const std::string& method, const std::string& path, const std::string& body) {
    return status_at(sandbox_->platform_port(), method, path, body);
  }
};

struct Door {
  const char* method;
  const char* path;
  std::string before;  // of the body
  int status;
};

TEST_F(HostileBodies, OfManyLevelsAreRefusedAtEveryDoor) {
  for (const Door& door :
       {Door{"POST", "/v1/convai/twilio/outbound-call", R"({"agent_id":)", 422},
        Door{"POST", "/v1/convai/twilio/outbound-call",
             R"({"conversation_initiation_client_data":{"dynamic_variables":{"a":)", 422},
        Door{"PATCH", "/v1/convai/agents/agent_1", R"({"conversation_config":{"a":)", 422},
        Door{"PATCH", "/v1/workspace/webhooks/webhook_1", R"({"name":)", 422},
        Door{"POST", "/bot7:token/sendMessage", R"({"chat_id":42,"text":)", 400}}) {
    SCOPED_TRACE(door.before);
    const auto open = std::count(door.before.begin(), door.before.end(), '{');
    const std::string closed(static_cast<std::size_t>(open), '}');
    EXPECT_EQ(at_platform(door.method, door.path, door.before + nested(250'000) + closed),
              door.status);
  }
  for (const char* path : {"people", "inbound", "faults", "chats", "sms"})
    EXPECT_EQ(status_at(sandbox_->control_port(), "POST", std::string("/sandbox/") + path,
                        nested(250'000)),
              422)
        << path;
  EXPECT_TRUE(ledger()["rings"].empty());
}

TEST_F(HostileBodies, OfAServerThatAnswersOrIsAskedForAnotherKeyAreReadAsNothing) {
  party_line_.will_answer(
      "/initiation", 200,
      R"({"type":"conversation_initiation_client_data","user_id":)" + nested(250'000) + "}");
  const Json inbound =
      control("POST", "/sandbox/inbound", {{"from", "+12125550100"}, {"to", "+12125550199"}});
  EXPECT_EQ(inbound["answered_with"], "agent");
  party_line_.will_answer("/tools/collect_profile", 200, R"({"say":)" + nested(250'000) + "}");
  const std::string id = dial(dial_body("+12125550101", "- occupation: What do you do?\n"));
  wait_for_end(id);
  EXPECT_EQ(conversation(id)["status"], "done");
}

TEST_F(HostileBodies, MayBeAsDeepAsTheLimitAndNoDeeper) {
  const std::string path = "/v1/convai/agents/agent_1";
  const std::string before = R"({"unheard_of":)";
  EXPECT_EQ(at_platform("PATCH", path, before + nested(kJsonDepth - 1) + "}"), 200);
  EXPECT_EQ(at_platform("PATCH", path, before + nested(kJsonDepth) + "}"), 422);
  EXPECT_EQ(at_platform("PATCH", path, R"({"name":")" + std::string(100, '[') + R"(\"[["})"), 200);
}

TEST_F(HostileBodies, MayHoldANumberThatNoComputerKnows) {
  EXPECT_EQ(at_platform("PATCH", "/v1/convai/agents/agent_1", R"({"name":1e999})"), 422);
}

}  // namespace
}  // namespace pl::sandbox
