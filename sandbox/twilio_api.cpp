#include "sandbox/twilio_api.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/percent.h"
#include "base/text.h"
#include "sandbox/json.h"
#include "sandbox/sms_network.h"
#include "sandbox/twilio_calls.h"
#include "sandbox/twilio_shapes.h"
#include "sandbox/twilio_signing.h"

namespace pl::sandbox {
namespace {

constexpr std::string_view kRoot = "/2010-04-01/";
constexpr std::string_view kCalls = "/Calls/";
constexpr std::size_t kBodyPoints = 1600;
constexpr int kPageSize = 50;
constexpr int kPageSizeMax = 1000;
constexpr int kValidityMax = 36'000;  // seconds

std::string message_of(int code, const std::string& from, const std::string& to) {
  switch (code) {
    case 21211:
      return "The 'To' number " + to + " is not a valid phone number.";
    case 21212:
      return "The 'From' number " + from + " is not a valid phone number.";
    case 21408:
      return "Permission to send an SMS has not been enabled for the region indicated by the 'To' "
             "number: " +
             to;
    case 21606:
      return "The 'From' phone number provided (" + from +
             ") is not a valid message-capable "
             "Twilio phone number for this destination.";
    case 21610:
      return "Attempt to send to unsubscribed recipient";
    case 21611:
      return "This 'From' number has exceeded the maximum number of queued messages";
    case 21612:
      return "The 'To' phone number: " + to +
             ", is not currently reachable using the 'From' phone "
             "number: " +
             from + " via SMS.";
    case 21614:
      return "'To' number: " + to + ", is not a valid mobile number";
    default:
      return "Refused";
  }
}

bool is_entitled(const Twilio& twilio, const net::Request& request) {
  const auto given = request.header("Authorization");
  if (!given || twilio.account_sid.empty()) return false;
  if (*given == "Basic " + base64(twilio.account_sid + ":" + twilio.auth_token)) return true;
  return !twilio.key_sid.empty() &&
         *given == "Basic " + base64(twilio.key_sid + ":" + twilio.key_secret);
}

// The last of that name, or empty.
std::string field(const std::vector<net::Header>& fields, std::string_view name) {
  std::string value;
  for (const net::Header& one : fields)
    if (one.name == name) value = one.value;
  return value;
}

// Empty when a text may go from there to there.
std::optional<net::Response> wrong_parties(const World& world, const std::string& from,
                                           const std::string& to) {
  if (to.empty()) return twilio_failure(400, 21604, "A 'To' phone number is required.");
  if (from.empty()) return twilio_failure(400, 21603, "A 'From' phone number is required.");
  auto code = sender_error(world, from);
  if (!code) code = recipient_error(world, from, to);
  if (!code) return std::nullopt;
  return twilio_failure(400, *code, message_of(*code, from, to));
}

// Empty for anything but a whole number from `low` to `high`.
std::optional<int> number_at(const std::vector<net::Header>& fields, std::string_view name,
                             int fallback, int low, int high) {
  const std::string text = field(fields, name);
  if (text.empty()) return fallback;
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  if (number < low || number > high) return std::nullopt;
  return number;
}

bool is_web_address(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://"})
    if (url.starts_with(scheme) && url.size() > scheme.size() && url[scheme.size()] != '/')
      return url.find(' ') == url.npos;
  return false;
}

net::Response create(World& world, const net::Request& request) {
  const auto fields = net::parse_query(request.body);
  if (!fields) return twilio_failure(400, 20001, "The form cannot be read");
  Sms sms;
  sms.to = field(*fields, "To");
  sms.from = field(*fields, "From");
  sms.service_sid = field(*fields, "MessagingServiceSid");
  sms.body = field(*fields, "Body");
  if (!sms.service_sid.empty()) {
    if (sms.service_sid != world.workspace.twilio.messaging_service_sid)
      return twilio_failure(400, 21701, "The Messaging Service does not exist");
    if (sms.from.empty() && !world.workspace.phone_numbers.empty())
      sms.from = world.workspace.phone_numbers.front().number;
  }
  if (auto wrong = wrong_parties(world, sms.from, sms.to)) return *std::move(wrong);
  if (sms.body.empty()) return twilio_failure(400, 21602, "Message body is required.");
  if (code_points(sms.body).size() > kBodyPoints)
    return twilio_failure(400, 21617,
                          "The concatenated message body exceeds the 1600 character limit");
  const std::string callback = field(*fields, "StatusCallback");
  if (!callback.empty() && !is_web_address(callback))
    return twilio_failure(400, 21609,
                          "The 'StatusCallback' URL " + callback + " is not a valid URL");
  if (!number_at(*fields, "ValidityPeriod", kValidityMax, 1, kValidityMax))
    return twilio_failure(400, 20001, "ValidityPeriod is out of range: 1 to 36000 seconds");
  sms.at = world.now();
  sms.sid = "SM" + world.new_hex(32);
  sms.direction = "outbound-api";
  sms.status = sms.service_sid.empty() ? "queued" : "accepted";
  const Json created = message_json(world, sms);
  const std::string sid = sms.sid;
  world.ledger.add(std::move(sms));
  deliver_sms(world, sid, callback);
  return json_response(201, created);
}

// The newest first.
net::Response list(const World& world, const net::Request& request, UtcTime as_of) {
  const auto fields = net::parse_query(request.query);
  if (!fields) return twilio_failure(400, 20001, "The query cannot be read");
  const auto size = number_at(*fields, "PageSize", kPageSize, 1, kPageSizeMax);
  const auto page = number_at(*fields, "Page", 0, 0, 1'000'000);
  if (!size || !page) return twilio_failure(400, 20001, "Page or PageSize is out of range");
  const std::string to = field(*fields, "To");
  const std::string from = field(*fields, "From");
  const std::size_t first = static_cast<std::size_t>(*page) * static_cast<std::size_t>(*size);
  const std::size_t end = first + static_cast<std::size_t>(*size);
  Json messages = Json::array();
  std::size_t count = 0;
  const std::vector<Sms>& all = world.ledger.sms();
  for (auto sms = all.rbegin(); sms != all.rend(); ++sms) {
    if (sms->at > as_of) continue;
    if ((!to.empty() && sms->to != to) || (!from.empty() && sms->from != from)) continue;
    if (count >= first && count < end) messages.push_back(message_json(world, *sms));
    ++count;
  }
  const auto uri = [&](int number) {
    std::string text =
        request.path + "?PageSize=" + std::to_string(*size) + "&Page=" + std::to_string(number);
    if (!to.empty()) text += "&To=" + percent_encode(to);
    if (!from.empty()) text += "&From=" + percent_encode(from);
    return text;
  };
  return json_response(200,
                       Json{{"end", first + messages.size()},
                            {"first_page_uri", uri(0)},
                            {"next_page_uri", count > end ? Json(uri(*page + 1)) : Json(nullptr)},
                            {"page", *page},
                            {"page_size", *size},
                            {"previous_page_uri", *page > 0 ? Json(uri(*page - 1)) : Json(nullptr)},
                            {"start", first},
                            {"uri", uri(*page)},
                            {"messages", std::move(messages)}});
}

net::Response not_found(const net::Request& request) {
  return twilio_failure(404, 20404, "The requested resource " + request.path + " was not found");
}

// `sid` as it stands in the path.
net::Response fetch(World& world, const net::Request& request, std::string_view sid) {
  const Sms* const sms = world.ledger.sms(sid);
  return sms ? json_response(200, message_json(world, *sms)) : not_found(request);
}

}  // namespace

net::Response twilio_failure(int status, int code, const std::string& message) {
  return json_response(
      status, Json{{"code", code},
                   {"message", message},
                   {"more_info", "https://www.twilio.com/docs/errors/" + std::to_string(code)},
                   {"status", status}});
}

bool is_twilio(const net::Request& request) {
  return request.path.starts_with(kRoot);
}

std::string_view twilio_target(const net::Request& request) {
  if (request.path.find(kCalls) != std::string::npos) return "call";
  return request.method == "GET" ? "sms_list" : "sms";
}

net::Response answer_twilio(World& world, const net::Request& request, UtcTime as_of) {
  const Twilio& twilio = world.workspace.twilio;
  if (!is_entitled(twilio, request)) return twilio_failure(401, 20003, "Authenticate");
  constexpr std::string_view kJson = ".json";
  const std::string account = std::string(kRoot) + "Accounts/" + twilio.account_sid;
  std::string_view path = request.path;
  if (!path.starts_with(account) || !path.ends_with(kJson)) return not_found(request);
  path.remove_prefix(account.size());
  path.remove_suffix(kJson.size());
  if (path.starts_with(kCalls)) {
    return answer_twilio_call(world, request, path.substr(kCalls.size()));
  }
  constexpr std::string_view kMessages = "/Messages";
  if (!path.starts_with(kMessages)) return not_found(request);
  path.remove_prefix(kMessages.size());
  const bool one = path.starts_with('/');
  if (!one && !path.empty()) return not_found(request);
  if (request.method == "GET")
    return one ? fetch(world, request, path.substr(1)) : list(world, request, as_of);
  if (request.method == "POST" && !one) return create(world, request);
  return twilio_failure(405, 20004, "Method not allowed");
}

net::Response refuse_twilio(const Fault& fault) {
  // 20404, 20429, 20500, 20503: most codes of the platform are the status with 20 before it.
  int code = fault.status == 401 ? 20003 : 20'000 + fault.status;
  if (!fault.code.empty()) code = std::stoi(fault.code);
  net::Response response =
      twilio_failure(fault.status, code,
                     code == 20429 ? "Too Many Requests" : "Refused on request of the sandbox");
  if (fault.retry_after)
    response.headers.push_back({"Retry-After", std::to_string(*fault.retry_after)});
  return response;
}

}  // namespace pl::sandbox
