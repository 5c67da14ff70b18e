#!/usr/bin/env python3
"""Lets the compiler look at every file of a build without making anything of it.

    tools/stand_alone.py BUILD_FOLDER      a configured one, with its compile_commands.json

By clang and file by file it fails where a file leans on what its neighbours include, where a name
shadows another, and where a member is touched without the lock that its annotation names.

Most of the time would go into reading the same headers again. clang reads those that pay from what
it has read before: for a file, one that the first of our headers in it is or includes itself. So no
file is given a name that it has not asked for.
"""

import collections
import concurrent.futures
import functools
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

ROOTS = ("src", "proof", ".")  # where headers are looked for
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


@functools.cache
def includes(path):
    """Our own headers that a file names, and all others, in their order."""
    ours, others = [], []
    for quote, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
        found = [root for root in ROOTS if quote == '"' and pathlib.Path(root, name).is_file()]
        ours.extend(pathlib.Path(root, name) for root in found[:1])
        others.extend([name] * (not found))
    return ours, others


@functools.cache
def reach(header):
    """The header and all of ours that come with it; and how many come with it in all."""
    seen, others, left = set(), set(), [header]
    while left:
        path = left.pop()
        if path not in seen:
            seen.add(path)
            left.extend(includes(path)[0])
            others.update(includes(path)[1])
    return seen, len(seen) + len(others)


def worth_keeping(files):
    """For each of the files the header that is read ahead, or None: as many as save more than
    they cost."""
    first = {file: includes(file)[0][:1] for file in files}
    chosen = dict.fromkeys(files)

    def saved(header, file):
        kept = chosen[file]
        return reach(header)[1] - (reach(kept)[1] if kept else 0)

    while True:
        gains = collections.Counter()
        for file in files:
            for header in reach(first[file][0])[0] if first[file] else ():
                gains[header] += max(0, saved(header, file))
        for header in gains:
            gains[header] -= reach(header)[1]
        best = max(sorted(gains), key=gains.get, default=None)
        if best is None or gains[best] <= 0:
            return chosen
        for file in files:
            if first[file] and best in reach(first[file][0])[0] and saved(best, file) > 0:
                chosen[file] = best


def look(command, folder):
    """What the compiler says; empty when it has nothing to say."""
    seen = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return seen.stderr if seen.returncode or seen.stderr else ""


def options_of(entry):
    """The command of a file without the file, and without what it would make."""
    command = shlex.split(entry["command"])
    output = command.index("-o")
    del command[output:output + 2]
    command.remove("-c")
    command.remove(entry["file"])
    if "clang" in command[0]:
        command.append("-Wthread-safety")
    return tuple(command)


def looks_at(entries, kept_in):
    """Two rounds of commands: the headers to be read ahead, and then the files."""
    root = pathlib.Path.cwd()
    alike = collections.defaultdict(list)
    for entry in entries:
        alike[options_of(entry)].append(pathlib.Path(entry["file"]).relative_to(root))
    ahead, files = [], []
    for number, (options, those) in enumerate(alike.items()):
        chosen = worth_keeping(those) if "clang" in options[0] else dict.fromkeys(those)
        place = {header: f"{kept_in}/{number}-{'-'.join(header.parts)}.pch"
                 for header in set(chosen.values()) - {None}}
        ahead += [[*options, "-x", "c++-header", str(root / header), "-o", pch]
                  for header, pch in place.items()]
        for file, header in chosen.items():
            read_before = ["-include-pch", place[header]] if header else []
            files.append([*options, "-fsyntax-only", *read_before, str(root / file)])
    return ahead, files


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    table = pathlib.Path(sys.argv[1]) / "compile_commands.json"
    entries = json.loads(table.read_text(encoding="utf-8"))
    folder = entries[0]["directory"]
    complaints = []
    with tempfile.TemporaryDirectory() as kept_in, \
            concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for commands in looks_at(entries, kept_in):
            said = pool.map(functools.partial(look, folder=folder), commands)
            complaints += [text for text in said if text]
            if complaints:
                break
    for text in complaints:
        print(text, end="")
    if complaints:
        sys.exit(f"stand alone: {len(complaints)} things to mend")
    print(f"stand alone: {len(entries)} files")


if __name__ == "__main__":
    main()
