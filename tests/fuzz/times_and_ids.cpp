// Instants, lengths of time and ids, as text.
#include "base/hex.h"
#include "base/id.h"
#include "base/time.h"
#include "core/names.h"
#include "entry.h"
#include "net/response_bytes.h"
#include "wire/mail_date.h"

void pl::fuzz::try_bytes(std::string_view bytes) {
  if (const auto time = parse_utc(bytes)) PL_CHECK(parse_utc(format_utc(*time)) == time);
  if (const auto length = parse_duration(bytes)) {
    PL_CHECK(length->count() >= 0 && *length <= std::chrono::hours(24 * 366));
    PL_CHECK(parse_duration(format_duration(*length)) == length);
  }
  if (const auto date = wire::read_mail_date(bytes)) {
    PL_CHECK(wire::read_mail_date(net::http_date(*date)) == date);
  }
  if (const auto id = core::CallId::parse(bytes)) PL_CHECK(id->text() == bytes);
  PL_CHECK(!core::CallId::parse(bytes) || !core::CallerId::parse(bytes));
  if (const auto decoded = from_hex(bytes)) PL_CHECK(from_hex(to_hex(*decoded)) == decoded);
}
