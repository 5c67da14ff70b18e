#include "wire/reason.h"

#include <gtest/gtest.h>

namespace pl::wire {
namespace {

TEST(SafeReason, HidesNumbersIdsAndKeysAndKeepsTheWords) {
  struct Case {
    const char* text;
    const char* safe;
  };
  const Case cases[] = {
      {"Bad Request: chat not found", "Bad Request: chat not found"},
      {"Too Many Requests: retry after 30", "Too Many Requests: retry after 30"},
      {"+41780000001 is unreachable", "+# is unreachable"},
      {"call +41 78 000 00 01 now", "call +# now"},
      {"(212) 555-0100.", "(#."},
      {"code 1234, then 5678", "code 1234, then 5678"},
      {"12345", "#"},
      {"agent agent_3701k3ttaq12ewp8b7qv5rfyszkz is gone", "agent # is gone"},
      {"bad key sk_4f6a8b2c4f6a8b2c4f6a8b2c", "bad key #"},
      {"conversation_initiation_client_data is wrong",
       "conversation_initiation_client_data is wrong"},
      {"a\nb\x1b[31m\x7f", "a b [31m "},
      {"caf\xc3\xa9", "caf??"},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(safe_reason(c.text), c.safe);
  EXPECT_EQ(safe_reason(std::string(5000, 'a')).size(), 200U);
}

TEST(NoAnswerReason, KeepsAddressAndPortAndHidesNumbers) {
  struct Case {
    const char* text;
    const char* safe;
  };
  const Case cases[] = {
      {"request to 127.0.0.1: Failed to connect to 127.0.0.1 port 18791 after 0 ms: Refused",
       "request to 127.0.0.1: Failed to connect to 127.0.0.1 port 18791 after 0 ms: Refused"},
      {"Failed to connect to localhost port 8791", "Failed to connect to localhost port 8791"},
      {"Failed to connect to ::1 port 65535", "Failed to connect to ::1 port 65535"},
      {"Could not resolve host: api.example", "Could not resolve host: api.example"},
      {"no answer about +41780000001", "no answer about +#"},
      {"no answer about 41 78 000 00 01 port 80", "no answer about # port 80"},
      {"port 417800 and port 41780000001", "port # and port #"},
      {"06.12.34.56.78 or +61.123.45.67", "# or +#"},
      {"1.41.780.000.001", "#"},
      {"a\nb", "a b"},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(no_answer_reason(c.text), c.safe);
}

TEST(ErrorReason, ReadsTheThreeFormsOfErrorBodies) {
  struct Case {
    const char* body;
    const char* reason;
  };
  const Case cases[] = {
      {R"({"detail":[{"loc":["body","to_number"],"msg":"Field required","type":"missing"}]})",
       "HTTP 400: body: to_number: Field required"},
      {R"({"detail":{"type":"authentication_error","code":"invalid_api_key",
           "message":"Invalid API key","status":"invalid_api_key","request_id":"r1"}})",
       "HTTP 400: invalid_api_key: Invalid API key"},
      {R"({"detail":{"status":"too_many_concurrent_requests","message":"Busy."}})",
       "HTTP 400: too_many_concurrent_requests: Busy."},
      {R"({"detail":"Not Found"})", "HTTP 400: Not Found"},
      {R"({"detail":"no call to +41780000001"})", "HTTP 400: no call to +#"},
      {R"({"detail":[1,"x",{"loc":"body","msg":"m"},{"msg":"only words"}]})",
       "HTTP 400: only words"},
      {R"({"detail":null})", "HTTP 400"},
      {R"({"message":"x"})", "HTTP 400"},
      {"<html>Bad gateway</html>", "HTTP 400"},
      {"", "HTTP 400"},
  };
  for (const Case& c : cases) EXPECT_EQ(error_reason(400, c.body), c.reason);
}

TEST(ErrorNames, FindsTheFieldInEachForm) {
  struct Case {
    const char* body;
    bool named;
  };
  const Case cases[] = {
      {R"({"detail":[{"loc":["body","to_number"],"msg":"bad","type":"t"}]})", true},
      {R"({"detail":[{"loc":["body","agent_id"],"msg":"bad","type":"t"}]})", false},
      {R"({"detail":{"param":"to_number","message":"bad"}})", true},
      {R"({"detail":{"message":"The to_number is not valid"}})", true},
      {R"({"detail":{"message":"The agent_to_number is not valid"}})", false},
      {R"({"detail":"to_number: unreachable"})", true},
      {R"({"detail":"to_numbers"})", false},
      {R"({"message":"to_number"})", false},
      {"to_number", false},
  };
  for (const Case& c : cases) EXPECT_EQ(error_names(c.body, "to_number"), c.named) << c.body;
}

}  // namespace
}  // namespace pl::wire
