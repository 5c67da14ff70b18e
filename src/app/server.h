// The server, whole: every object it is made of, and the threads that drive them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "core/line.h"
#include "engine/retention.h"
#include "net/http_server.h"
#include "platforms/elevenlabs/doors.h"
#include "platforms/twilio/api.h"
#include "platforms/twilio/doors.h"
#include "ports/zones.h"

namespace pl::app {

struct ServerSettings {
  std::vector<core::Line> lines;
  std::string database = "partyline.db";
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;
  int io_threads = 2;
  std::string elevenlabs_url = "https://api.elevenlabs.io";
  std::string elevenlabs_key;
  std::string telegram_url = "https://api.telegram.org";
  std::string telegram_token;
  platforms::TwilioAccess twilio;     // without an account nobody is texted by SMS
  std::vector<std::string> api_keys;  // that may do everything
  platforms::ElevenLabsSecrets secrets;
  platforms::TwilioSecrets twilio_secrets;
  std::vector<std::string> telegram_secrets;
  std::string operator_chat;          // Telegram; empty: operators look for themselves
  bool private_endpoints = false;     // events may go to any address, and over plain HTTP
  std::optional<net::ServerTls> tls;  // empty: plain HTTP
  net::ServerLimits limits;
  engine::Retention retention;
  int api_rate = 100;  // requests a second of one API key, and twice as many at once; 0: no limit
};

class Server {
 public:
  // Opens the store, recovers what a crash left, and only then listens. `zones` outlives it.
  static Result<std::unique_ptr<Server>> start(ServerSettings settings, const ports::Zones& zones);
  // Stops listening, lets the store finish, abandons what is under way outside: what it was is in
  // the store.
  virtual ~Server() = default;

  virtual std::uint16_t port() const = 0;
  // Reads certificate and key again, for the connections that come; an error changes nothing.
  virtual Result<void> reload_tls() = 0;
  // The time zones were read again. From any thread.
  virtual void zones_changed() = 0;
  // The lines as they were just read, or what was wrong with them. Good ones answer from the next
  // call on, while calls that have begun keep theirs; bad ones change nothing but that operators
  // are told. An error says why the old lines stay. Not on the server's own threads.
  virtual Result<void> reload_lines(Result<std::vector<core::Line>> lines) = 0;
};

}  // namespace pl::app
