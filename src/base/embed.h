// Files that are part of the program, byte for byte. The assembler reads them, so that no generated
// source is needed; CMake gives the path and builds the source again when the file changes.
#pragma once

// In one source file, outside every namespace: `symbol` to `symbol_end` are the bytes of `path`.
#define PL_EMBED(symbol, path)         \
  asm(".pushsection .rodata\n" #symbol \
      ":\n"                            \
      ".incbin \"" path "\"\n" #symbol \
      "_end:\n.byte 0\n"               \
      ".popsection\n");                \
  extern "C" const char symbol[];      \
  extern "C" const char symbol##_end[];
