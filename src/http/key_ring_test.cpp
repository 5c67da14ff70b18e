#include "http/key_ring.h"

#include <gtest/gtest.h>

#include "../../tests/support/sample_line.h"
#include "wire/signature.h"

namespace pl::http {
namespace {

using ports::Scope;

ports::ApiKey key(std::uint64_t number, const std::string& token, std::set<Scope> scopes) {
  return {.id = testing::sample_id<core::ApiKeyId>(number),
          .name = "key " + std::to_string(number),
          .sha256 = wire::sha256_hex(token),
          .scopes = std::move(scopes),
          .created_at = testing::kSampleNow,
          .revoked_at = std::nullopt};
}

TEST(KeyRing, KnowsWhoseTokenItIs) {
  KeyRing ring({"pl_root"});
  ring.replace({key(1, "pl_one", {Scope::kRead}), key(2, "pl_two", {Scope::kWrite})});
  EXPECT_EQ(ring.client_with("pl_one")->name, "key 1");
  EXPECT_EQ(ring.client_with("pl_two")->key, testing::sample_id<core::ApiKeyId>(2));
  EXPECT_EQ(ring.client_with("pl_root")->name, "root");
}

TEST(KeyRing, KnowsNobodyByAnythingElse) {
  KeyRing ring({"pl_root"});
  ring.replace({key(1, "pl_one", {Scope::kRead})});
  for (const std::string& token :
       {std::string(), std::string("pl_"), std::string("pl_ONE"), std::string("pl_one "),
        std::string("pl_on"), wire::sha256_hex("pl_one"), std::string(100'000, 'x')}) {
    EXPECT_FALSE(ring.client_with(token)) << token.substr(0, 70);
  }
  EXPECT_FALSE(KeyRing({}).client_with(""));
  EXPECT_FALSE(KeyRing({""}).client_with("")) << "an empty secret lets nobody in";
}

TEST(KeyRing, ForgetsARevokedKeyAtOnce) {
  KeyRing ring({});
  ports::ApiKey one = key(1, "pl_one", {Scope::kRead});
  ring.replace({one});
  EXPECT_TRUE(ring.client_with("pl_one"));
  one.revoked_at = testing::kSampleNow;
  ring.replace({one});
  EXPECT_FALSE(ring.client_with("pl_one"));
}

TEST(KeyRing, AScopeAllowsNothingElseButAdminAllowsAll) {
  KeyRing ring({"pl_root"});
  ring.replace({key(1, "pl_one", {Scope::kRead, Scope::kDial})});
  const auto one = *ring.client_with("pl_one");
  EXPECT_TRUE(one.may(Scope::kRead));
  EXPECT_TRUE(one.may(Scope::kDial));
  for (const Scope scope : {Scope::kWrite, Scope::kErase, Scope::kAdmin}) {
    EXPECT_FALSE(one.may(scope)) << text_of(scope);
  }
  for (const Scope scope : kEvery<ports::Scope>)
    EXPECT_TRUE(ring.client_with("pl_root")->may(scope));
}

}  // namespace
}  // namespace pl::http
