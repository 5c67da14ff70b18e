#include "cli/route.h"

#include <gtest/gtest.h>

#include "cli/fake_server_test.h"

namespace pl::cli {
namespace {

TEST(Route, OfWhatIsNoNumberIsAWrongCommandLine) {
  FakeSession fake;
  fake.server.on("GET /v1/route?from=41780000001",
                 R"({"detail":"from: not an international phone number"})", 422);
  EXPECT_EQ(route(fake.session, {.number = "41780000001"}), kWrongUsage);
  EXPECT_EQ(fake.err,
            "partyline route: the server answered 422: from: not an international phone number\n"
            "See: partyline route --help\n");
  EXPECT_EQ(fake.out, "");
}

TEST(Route, OnALineThatTheServerHasNotIsRefusedAndNamesThoseThereAre) {
  FakeSession fake;
  fake.server.on("GET /v1/route?from=anonymous&line=nope",
                 R"({"detail":"line: no such line; there is nikita"})", 404);
  EXPECT_EQ(route(fake.session, {.number = "anonymous", .line = "nope"}), kRefused);
  EXPECT_EQ(fake.err,
            "partyline route: the server answered 404: line: no such line; there is nikita\n");
}

}  // namespace
}  // namespace pl::cli
