// A Response as the bytes that go over the wire.
#pragma once

#include <string>

#include "base/time.h"
#include "net/http.h"

namespace pl::net {

enum class AfterAnswer { kKeepOpen, kClose };
enum class SendBody { kYes, kNo };  // kNo: the answer to HEAD, whose length is still told

// A Response that cannot be sent (a status that is not final, a line break in a header) is our own
// bug and becomes a 500: sending it would let whoever wrote the header write a second answer.
std::string response_bytes(const Response& response, SendBody body, AfterAnswer after, UtcTime now);

// "Sun, 06 Nov 1994 08:49:37 GMT"
std::string http_date(UtcTime time);

}  // namespace pl::net
