// The certificate of a server, and how it speaks TLS.
#pragma once

#include <utility>  // before Asio: Boost 1.74 uses std::exchange without including it

#include <boost/asio/ssl/context.hpp>
#include <memory>

#include "base/result.h"
#include "net/http_server.h"

namespace pl::net {

using TlsContext = boost::asio::ssl::context;

// TLS 1.2 and 1.3, with forward secrecy and authenticated encryption alone; HTTP/1.1 to whoever
// asks by ALPN. kInvalid for files that cannot be used; the message names the one. Reads the files
// on the calling thread.
Result<std::shared_ptr<TlsContext>> load_tls(const ServerTls& files);

}  // namespace pl::net
