#!/usr/bin/env python3
"""Runs the commands that README.md and the guides promise.

    tools/readme_commands.py [FILE ...]    from the root of the project, after ./run or ./test

Every fenced block marked `sh ci` is run by itself with `bash -e`, in the order of the page. Blocks
marked `sh ci WORD` are parts of one script: those of one WORD run together, where the first of them
stands. Prints each command before it runs. Exits with 1 at the first script that fails, and when a
page has none.
"""

import pathlib
import re
import subprocess
import sys

LONGEST_S = 60  # of one script; these are quick looks, not the test suite
FENCE = re.compile(r"^```sh ci(?:[ ]+(\w+))?[ ]*\n(.*?)^```[ ]*$", re.DOTALL | re.MULTILINE)


def scripts(text):
    """(line, script) of each; the line is that of its first command."""
    found = {}
    for number, block in enumerate(FENCE.finditer(text)):
        line = text.count("\n", 0, block.start(2)) + 1
        first, script = found.get(block[1] or number, (line, ""))
        found[block[1] or number] = (first, script + block[2])
    return found.values()


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
    for page in map(pathlib.Path, arguments or ["README.md"]):
        found = scripts(page.read_text(encoding="utf-8"))
        if not found:
            sys.exit(f"{page}: no block marked `sh ci`")
        for line, script in found:
            status = run(script)
            if status != 0:
                sys.exit(f"{page}:{line}: failed with status {status}")
        print(f"{page}: {len(found)} script(s) ran")


if __name__ == "__main__":
    main(sys.argv[1:])
