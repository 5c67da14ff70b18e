// The schema of every SQL store, as the steps by which it came about. It is SQLite's in three
// words: STRICT, AUTOINCREMENT, and INTEGER for 64 bits.
#pragma once

#include <span>

namespace pl::store {

// Statements without parameters, to be run in a transaction of their own with the note that they
// were.
std::span<const char* const> schema_steps();

}  // namespace pl::store
