#include "cli/platform_command.h"

#include <gtest/gtest.h>

#include "cli/fake_server_test.h"

namespace pl::cli {
namespace {

const std::string kCheck = "POST /v1/platform/check";

TEST(PlatformCheck, SaysThatEverythingIsOn) {
  FakeSession fake;
  fake.server.on(kCheck, R"({"items":[{"line":"nikita","agent_id":"agent_1","ready":true,"off":[],
                             "todo":null,"error":null}]})");
  EXPECT_EQ(check_platform(fake.session), kDone);
  EXPECT_EQ(fake.out, "LINE    AGENT    READY  OFF\nnikita  agent_1  yes    -\n");
  EXPECT_EQ(fake.err, "");
}

TEST(PlatformCheck, NamesWhatIsOffWhereToClickAndWhoCouldNotBeAsked) {
  FakeSession fake;
  fake.server.on(kCheck, R"({"items":[
    {"line":"nikita","agent_id":"agent_1","ready":false,"off":["first_message","voice_id"],
     "todo":"open the agent's Security tab","error":null},
    {"line":"vera","agent_id":"agent_2","ready":false,"off":[],"todo":null,
     "error":"there is no such agent"}]})");
  EXPECT_EQ(check_platform(fake.session), kRefused);
  EXPECT_NE(fake.out.find("first_message, voice_id"), std::string::npos) << fake.out;
  EXPECT_EQ(fake.err, "nikita: open the agent's Security tab\nvera: there is no such agent\n");
}

}  // namespace
}  // namespace pl::cli
