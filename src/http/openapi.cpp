#include "http/openapi.h"

#include "base/embed.h"

PL_EMBED(pl_openapi_json, PL_OPENAPI)

namespace pl::http {

std::string_view openapi() {
  return {pl_openapi_json, pl_openapi_json_end};
}

}  // namespace pl::http
