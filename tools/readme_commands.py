#!/usr/bin/env python3
"""Runs the commands that README.md promises.

    tools/readme_commands.py [FILE]        from the root of the project, after ./run or ./test

Every fenced block marked `sh ci` is run by itself with `bash -e`, in the order of the page. Prints
each command before it runs. Exits with 1 at the first block that fails, and when there is none.
"""

import pathlib
import re
import subprocess
import sys

LONGEST_S = 60  # of one block; these are quick looks, not the test suite
FENCE = re.compile(r"^```sh ci[ ]*\n(.*?)^```[ ]*$", re.DOTALL | re.MULTILINE)


def blocks(text):
    """(line, script) of each block; the line is that of its first command."""
    for found in FENCE.finditer(text):
        yield text.count("\n", 0, found.start(1)) + 1, found[1]


def run(script):
    for line in script.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            print(f"$ {line}", flush=True)
    try:
        return subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], timeout=LONGEST_S,
                              stdin=subprocess.DEVNULL, check=False).returncode
    except subprocess.TimeoutExpired:
        print(f"still running after {LONGEST_S} s", file=sys.stderr)
        return 1


def main(arguments):
    page = pathlib.Path(arguments[0] if arguments else "README.md")
    found = list(blocks(page.read_text(encoding="utf-8")))
    if not found:
        sys.exit(f"{page}: no block marked `sh ci`")
    for line, script in found:
        status = run(script)
        if status != 0:
            sys.exit(f"{page}:{line}: failed with status {status}")
    print(f"{page}: {len(found)} blocks ran")


if __name__ == "__main__":
    main(sys.argv[1:])
