#!/usr/bin/env python3
"""Lets the compiler look at every file of a build without making anything of it.

    tools/stand_alone.py BUILD_FOLDER      a configured one, with its compile_commands.json

By clang and file by file it fails where a file leans on what its neighbours include, where a name
shadows another, and where a member is touched without the lock that its annotation names.
"""

import concurrent.futures
import json
import os
import pathlib
import shlex
import subprocess
import sys


def look(entry):
    """What the compiler says of one file; empty when it has nothing to say."""
    command = shlex.split(entry["command"])
    output = command.index("-o")
    del command[output:output + 2]
    command.append("-fsyntax-only")
    if "clang" in command[0]:
        command.append("-Wthread-safety")
    seen = subprocess.run(command, cwd=entry["directory"], capture_output=True, text=True)
    return seen.stderr if seen.returncode or seen.stderr else ""


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    table = pathlib.Path(sys.argv[1]) / "compile_commands.json"
    entries = json.loads(table.read_text(encoding="utf-8"))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        complaints = [text for text in pool.map(look, entries) if text]
    for text in complaints:
        print(text, end="")
    if complaints:
        sys.exit(f"stand alone: {len(complaints)} of {len(entries)} files to mend")
    print(f"stand alone: {len(entries)} files")


if __name__ == "__main__":
    main()
