#include "entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  pl::fuzz::try_bytes({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
