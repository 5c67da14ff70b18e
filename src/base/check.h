// PL_CHECK stops the program when one of our own assumptions is broken, in release builds too.
// Never for anything that came from outside: a request, a file, a stored row.
#pragma once

#include <cstdio>
#include <cstdlib>

#define PL_CHECK(condition)                                                                   \
  do {                                                                                        \
    if (!(condition)) {                                                                       \
      std::fprintf(stderr, "%s:%d: broken assumption: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                           \
    }                                                                                         \
  } while (false)
