#include "cli/commands.h"

#include <fmt/format.h>

#include "host/phone_numbers.h"
#include "host/system_clock.h"
#include "host/zone_files.h"

namespace pl::cli {

const char* version() {
  return PARTYLINE_VERSION;
}

void add_version(CLI::App& program, int& /*exit_code*/) {
  CLI::App* command = program.add_subcommand(
      "version", "Print the version, and those of time zones and numbering plans");
  command->footer("Example:\n  partyline version");
  command->callback([] {
    const UtcTime now = host::SystemClock().now();
    const auto zones = host::ZoneFiles::open();
    fmt::print("partyline {}\ntzdata {}\nlibphonenumber {}\n", version(),
               zones ? core::shown((*zones)->edition(), now) : zones.error().message,
               core::shown(host::PhoneNumbers().edition(), now));
  });
}

void add_client_commands(CLI::App& program, int& exit_code) {
  for (const auto add :
       {add_callers, add_call, add_outreaches, add_calls, add_attention, add_journal, add_keys,
        add_endpoints, add_deliveries, add_forget, add_erasures, add_export_caller}) {
    add(program, exit_code);
  }
}

}  // namespace pl::cli
