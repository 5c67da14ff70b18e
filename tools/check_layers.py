#!/usr/bin/env python3
"""Fails when a file sees a room that LAYERS does not let it see.

    tools/check_layers.py        from the root of the project

A room is a folder, and headers are included by its name, without the src/ or proof/ in which it
lies: sim/world.h. A row `folder/room: other another` of LAYERS lets the files of that folder include
headers of itself and of the rooms named there; `*` stands for all. A folder in a room that has a
row is a room of its own. Every file of src/, and of each other folder that a row begins with, is in
a room. Besides, base/ and core/ stay pure: no threads, no
files, no sockets, no clocks, no environment, no randomness of their own. Tests (*_test.cpp,
*_test.h) may look anywhere but one: the tests of base/ and core/ know no network and no store.
"""

import pathlib
import re
import sys

LAYERS = pathlib.Path("LAYERS")
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
    """The folder of each room; the rooms it sees, itself included; what is wrong with the table."""
    folders, sees, wrong = {}, {}, []
    for number, row in enumerate(text.splitlines(), 1):
        if not row.strip() or row.lstrip().startswith("#"):
            continue
        folder, colon, names = (part.strip() for part in row.partition(":"))
        room = re.sub(r"^(src|proof)/", "", folder)
        if not colon or not room:
            wrong.append(f"{LAYERS}:{number}: not a row `folder: room room`: {row.strip()}")
        elif room in sees:
            wrong.append(f"{LAYERS}:{number}: {room} has a row already")
        elif not pathlib.Path(folder).is_dir():
            wrong.append(f"{LAYERS}:{number}: there is no folder {folder}")
        else:
            folders[room] = pathlib.Path(folder)
            sees[room] = set(names.split()) | {room}
    for room in sees:
        if "*" in sees[room]:
            sees[room] = set(sees)
        for other in sorted(sees[room] - set(sees)):
            wrong.append(f"{LAYERS}: {room} sees {other}, which has no row of its own")
        for other in sorted(sees[room] & set(sees) - {room}):
            if room in sees[other] and room < other:
                wrong.append(f"{LAYERS}: {room} and {other} see each other")
    return folders, sees, wrong


def is_test(path):
    return path.stem.endswith("_test")


def room_of(path, folders):
    """The innermost room in which a file lies; None for none."""
    around = [room for room, folder in folders.items() if path.is_relative_to(folder)]
    return max(around, key=len, default=None)


def room_of_include(path, name, folders):
    """The room a header belongs to: None for other libraries and for the tests' own."""
    if name.startswith("."):
        target = (path.parent / name).resolve()
        return room_of(target.relative_to(pathlib.Path.cwd()), folders)
    around = [room for room in folders if name.startswith(room + "/")]
    return max(around, key=len, default=None)


def check_include(path, room, quote, name, folders, sees):
    test = is_test(path)
    if name.startswith(".") and not test:
        yield f"a relative include is for tests only: {name}"
        return
    if name.endswith("_test.h") and not test:
        yield f"only a test may include {name}"
    target = room_of_include(path, name, folders)
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


def check_file(path, folders, sees):
    room = room_of(path, folders)
    if room is None:
        yield f"{path}: {path.parent}/ has no row in {LAYERS}"
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        include = INCLUDE.match(line)
        if include:
            for complaint in check_include(path, room, include[1], include[2], folders, sees):
                yield f"{path}:{number}: {complaint}"
        elif room in PURE and not is_test(path):
            impure = IMPURE_CALL.search(COMMENT_OR_TEXT.sub('""', line))
            if impure:
                yield f"{path}:{number}: {room}/ must stay pure: {impure[0]}"


def main():
    if not LAYERS.is_file():
        sys.exit(f"{LAYERS} is missing; run this from the root of the project")
    folders, sees, complaints = read_layers(LAYERS.read_text(encoding="utf-8"))
    roots = {pathlib.Path(folder.parts[0]) for folder in folders.values()}
    paths = sorted(p for root in roots for p in root.rglob("*") if p.suffix in {".h", ".cpp"})
    for path in paths:
        complaints.extend(check_file(path, folders, sees))
    for complaint in complaints:
        print(complaint)
    if complaints:
        sys.exit(f"layers: {len(complaints)} thing(s) to mend")
    print(f"layers: {len(paths)} files in {len(sees)} rooms keep to {LAYERS}")


if __name__ == "__main__":
    main()
