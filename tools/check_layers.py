#!/usr/bin/env python3
"""Fails when a file in src/ sees a room that src/LAYERS does not let it see.

    tools/check_layers.py        from the root of the project

A row `room: other another` of src/LAYERS lets the files of src/room/ include headers of itself and
of the rooms named there; `*` stands for all. Besides, base/ and core/ stay pure: no threads, no
files, no sockets, no clocks, no environment, no randomness of their own. Tests (*_test.cpp,
*_test.h) may look anywhere but one: the tests of base/ and core/ know no network and no store.
"""

import pathlib
import re
import sys

LAYERS = pathlib.Path("src/LAYERS")
PURE = {"base", "core"}
FAR_FROM_PURE = {"net", "store"}  # what even a test of a pure room does without

IMPURE_HEADER = re.compile(
    r"(thread|mutex|shared_mutex|condition_variable|atomic|future|semaphore|latch|barrier|stop_token"
    r"|fstream|iostream|filesystem|random|csignal|unistd\.h|fcntl\.h|poll\.h|pthread\.h|netdb\.h"
    r"|sqlite3\.h|libpq-fe\.h|(sys|netinet|arpa|boost|curl|openssl|spdlog)/.*)$")
IMPURE_CALL = re.compile(
    r"\w+_clock::now|\bgetenv\b|\brandom_device\b|\bs?rand\s*\(|\bfopen\b|\bsocket\s*\("
    r"|\btime\s*\(\s*(nullptr|NULL|0)\s*\)|\bgettimeofday\b|\bclock_gettime\b")
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')
COMMENT_OR_TEXT = re.compile(r'//.*|"(?:\\.|[^"\\])*"')


def read_layers(text):
    """The rooms that each room sees, itself included; and what is wrong with the table."""
    sees, wrong = {}, []
    for number, row in enumerate(text.splitlines(), 1):
        if not row.strip() or row.lstrip().startswith("#"):
            continue
        room, colon, names = (part.strip() for part in row.partition(":"))
        if not colon or not room:
            wrong.append(f"{LAYERS}:{number}: not a row `room: room room`: {row.strip()}")
        elif room in sees:
            wrong.append(f"{LAYERS}:{number}: {room} has a row already")
        else:
            sees[room] = set(names.split()) | {room}
    for room in sees:
        if "*" in sees[room]:
            sees[room] = set(sees)
        for other in sorted(sees[room] - set(sees)):
            wrong.append(f"{LAYERS}: {room} sees {other}, which has no row of its own")
        for other in sorted(sees[room] & set(sees) - {room}):
            if room in sees[other] and room < other:
                wrong.append(f"{LAYERS}: {room} and {other} see each other")
    return sees, wrong


def is_test(path):
    return path.stem.endswith("_test")


def room_of_include(path, name, sees):
    """The room a header belongs to: None for other libraries and for files outside of src/."""
    if name.startswith("."):
        target = (path.parent / name).resolve()
        source = pathlib.Path("src").resolve()
        return target.relative_to(source).parts[0] if target.is_relative_to(source) else None
    first = name.split("/")[0]
    return first if first in sees else None


def check_include(path, room, quote, name, sees):
    test = is_test(path)
    if name.startswith(".") and not test:
        yield f"a relative include is for tests only: {name}"
        return
    if name.endswith("_test.h") and not test:
        yield f"only a test may include {name}"
    target = room_of_include(path, name, sees)
    if target is None:
        if quote == '"' and not name.startswith("."):
            yield f'"{name}" is in no room of {LAYERS}; write "room/file.h"'
        elif quote == "<" and room in PURE and not test and IMPURE_HEADER.match(name):
            yield f"{room}/ must stay pure: <{name}>"
        return
    if test:
        if room in PURE and target in FAR_FROM_PURE:
            yield f"a test of {room}/ may not include {target}/: {name}"
    elif target not in sees[room]:
        allowed = " ".join(sorted(sees[room] - {room})) or "nothing else"
        yield f"{room}/ may not include {target}/ (it sees {allowed}): {name}"


def check_file(path, sees):
    room = path.parts[1]
    if len(path.parts) == 2 or room not in sees:
        yield f"{path}: src/{'' if len(path.parts) == 2 else room + '/'} has no row in {LAYERS}"
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        include = INCLUDE.match(line)
        if include:
            for complaint in check_include(path, room, include[1], include[2], sees):
                yield f"{path}:{number}: {complaint}"
        elif room in PURE and not is_test(path):
            impure = IMPURE_CALL.search(COMMENT_OR_TEXT.sub('""', line))
            if impure:
                yield f"{path}:{number}: {room}/ must stay pure: {impure[0]}"


def main():
    if not LAYERS.is_file():
        sys.exit(f"{LAYERS} is missing; run this from the root of the project")
    sees, complaints = read_layers(LAYERS.read_text(encoding="utf-8"))
    paths = sorted(p for p in pathlib.Path("src").rglob("*") if p.suffix in {".h", ".cpp"})
    for path in paths:
        complaints.extend(check_file(path, sees))
    for complaint in complaints:
        print(complaint)
    if complaints:
        sys.exit(f"layers: {len(complaints)} thing(s) to mend")
    print(f"layers: {len(paths)} files in {len(sees)} rooms keep to {LAYERS}")


if __name__ == "__main__":
    main()
