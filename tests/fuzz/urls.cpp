// Queries, escapes, the URLs of endpoints, and the addresses of peers.
#include "base/percent.h"
#include "entry.h"
#include "net/http.h"
#include "net/peer_address.h"
#include "net/target.h"

void pl::fuzz::try_bytes(std::string_view bytes) {
  const std::string text(bytes);
  PL_CHECK(percent_decode(percent_encode(bytes)) == text);
  if (const auto decoded = percent_decode(bytes)) PL_CHECK(decoded->size() <= bytes.size());
  if (const auto values = net::parse_query(bytes)) {
    std::string query;
    for (const auto& [name, value] : *values) {
      query += percent_encode(name) + "=" + percent_encode(value) + "&";
    }
    const auto again = net::parse_query(query);
    PL_CHECK(again && again->size() == values->size());
    for (std::size_t i = 0; i < values->size(); ++i) {
      PL_CHECK((*again)[i].name == (*values)[i].name && (*again)[i].value == (*values)[i].value);
    }
  }
  // Somebody on the inside may do whatever a stranger may.
  const auto anywhere = net::check_url(text, net::Reach::kAnywhere);
  if (const auto out = net::check_url(text, net::Reach::kPublicOnly)) {
    PL_CHECK(anywhere && *anywhere == *out);
    PL_CHECK(text.find_first_of("\r\n") == std::string::npos);
  }
  const std::string network = net::network_of(text);
  PL_CHECK(net::network_of(network) == network);
}
