#!/usr/bin/env python3
"""Fails on untidiness that no compiler sees.

    tools/tidy.py        from the root of the project

Prints FILE:LINE: what is wrong, one a line. Long functions are only warned about. Git is not asked:
every file below the root counts, except in hidden folders and those of a build.
"""

import pathlib
import re
import sys

SKIPPED = re.compile(r"^(\..*|build.*|corpus|node_modules|__pycache__)$")
CPP = {".h", ".cpp"}
CODE = CPP | {".py", ".sh", ".cmake", ""}
TEXT = CODE | {".md", ".yaml", ".yml", ".txt", ".call"}

CPP_COLUMNS = 100
MARKDOWN_COLUMNS = 120
FUNCTION_LINES = 60
FILE_LINES = 400

# The last word of a file's name says what it is; these say nothing.
EMPTY_WORDS = {"manager", "handler", "helper", "util", "data", "info", "process"}
UNFINISHED = "FIX" + "ME"
RAW_TEXT = re.compile(r'R"([^\s()\\]{0,16})\((.*?)\)\1"', re.DOTALL)
TOKEN = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])+'", re.DOTALL)
PREPROCESSOR = re.compile(r"^[ ]*#(?:\\\n|.)*", re.MULTILINE)
NO_FUNCTION = re.compile(r"\b(namespace|struct|class|enum|union|extern)\b")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
# A file that a page names, and what follows it up to the next one: the names of its tests.
NAMED_FILE = re.compile(r"`([\w*-][\w./*-]*/[\w.*-]+\.(?:cpp|h|py|sh|js|call|json|yaml))`([^`|]*)")
NAMED_TEST = re.compile(r"\b([A-Z]\w+)\.([A-Z]\w+|\*)")
NAMED_CASE = re.compile(r"\b[A-Z]\w+")


def blank(text):
    """As many lines as before, and nothing on them."""
    return '""' + "\n" * text.count("\n")


def code_alone(text):
    """C++ without comments and texts, line for line."""
    return TOKEN.sub(lambda found: blank(found[0]), RAW_TEXT.sub(lambda found: blank(found[0]), text))


def raw_lines(text):
    """The numbers of the lines that lie in a raw string: nobody can wrap those."""
    for found in RAW_TEXT.finditer(text):
        first = text.count("\n", 0, found.start()) + 1
        yield from range(first, first + found[0].count("\n") + 1)


def long_functions(text):
    """(line, length) of each function that is too long; what lies inside of one is part of it."""
    blocks, head, line = [], "", 1  # blocks: (first line, whether it is a function)
    code = PREPROCESSOR.sub(lambda found: "\n" * found[0].count("\n"), code_alone(text))
    for character in code:
        if character == "\n":
            line += 1
        if character == "{":
            inside = any(is_function for _, is_function in blocks)
            before, parenthesis, _ = head.partition("(")
            is_function = not inside and bool(parenthesis) and not NO_FUNCTION.search(before)
            blocks.append((line - head.lstrip().count("\n"), is_function))
        elif character == "}" and blocks:
            first, is_function = blocks.pop()
            length = line - first + 1
            if is_function and length > FUNCTION_LINES:
                yield first, length
        head = "" if character in "{};" else head + character


def check_name(path):
    last = re.split(r"[_\-.]", path.stem)[-1].lower()
    if path.suffix in CODE and (last in EMPTY_WORDS or last.removesuffix("s") in EMPTY_WORDS):
        yield 1, f'a file called "{last}" can hold anything; name what is in it'


def check_text(path, lines):
    for number, line in enumerate(lines, 1):
        if "\t" in line:
            yield number, "a tab; write spaces"
        if line != line.rstrip():
            yield number, "white space at the end of the line"
        if UNFINISHED in line:
            yield number, f"{UNFINISHED}: finish it, or say in an issue what is missing"
    if path.suffix in CODE and len(lines) > FILE_LINES:
        yield FILE_LINES + 1, f"{len(lines)} lines; split what is more than {FILE_LINES}"


def check_cpp(path, text):
    test = path.stem.endswith("_test") or path.parts[0] == "tests"
    raw = set(raw_lines(text))
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > CPP_COLUMNS and number not in raw:
            yield number, f"{len(line)} columns; at most {CPP_COLUMNS}"
    for number, line in enumerate(code_alone(text).splitlines(), 1):
        if ".detach()" in line:
            yield number, "a detached thread outlives what it uses; keep a std::jthread"
        if "sleep_for" in line and not test and path.parts[:2] not in {("src", "app"), ("src", "cli")}:
            yield number, "sleep_for; wait on a condition, or ask the clock through ports/"
        if "std::mutex" in line and not test and path.parts[:2] != ("src", "locks"):
            yield number, "std::mutex; clang follows that of locks/mutex.h"
        if path.suffix == ".h" and re.match(r"using\s+namespace\b", line):
            yield number, "`using namespace` in a header reaches everybody who includes it"
    if path.suffix == ".h" and "#pragma once" not in text.splitlines():
        yield 1, "no #pragma once"


def check_markdown(path, lines):
    fenced, titles = False, 0
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        if fenced:
            continue  # what a program printed is shown as it was
        if len(line) > MARKDOWN_COLUMNS and not line.lstrip().startswith("|"):
            yield number, f"{len(line)} columns; at most {MARKDOWN_COLUMNS}, but for tables"
        titles += line.startswith("# ")
        if line.startswith("# ") and titles == 2:
            yield number, "a second title; one `# ` a page"
        for target in LINK.findall(line):
            file = target.partition("#")[0]
            if file and "://" not in file and not file.startswith("mailto:"):
                if not (path.parent / file).exists():
                    yield number, f"the link leads nowhere: {target}"


def named_files(page, name):
    """Pages name files from the root, src/, proof/, or where they are; with or without a `*`."""
    name = re.sub(r"^e2e/", "tests/end_to_end/", name)
    for folder in (*map(pathlib.Path, (".", "src", "proof")), page.parent):
        found = sorted(folder.glob(name))
        if found:
            return found
    return []


def check_names(page, lines):
    """What a page calls a file or a test is one."""
    for number, line in enumerate(lines, 1):
        for name, after in NAMED_FILE.findall(line):
            found = named_files(page, name)
            if not found:
                yield number, f"there is no file {name}"
                continue
            text = "".join(file.read_text(encoding="utf-8") for file in found)
            if name.endswith("_test.cpp"):
                for suite, test in NAMED_TEST.findall(after):
                    end = r"\w+" if test == "*" else test
                    if not re.search(rf"\bTEST(_[FP])?\({suite},\s*{end}\)", text):
                        yield number, f"{name} has no test {suite}.{test}"
            elif name.startswith("tests/store_suite/"):
                for case in NAMED_CASE.findall(after):
                    if f'"{case}"' not in text:
                        yield number, f"{name} has no case {case}"


def files(folder):
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not SKIPPED.match(path.name):
            yield from files(path)
        elif path.is_file() and path.suffix in TEXT and not path.name.startswith("."):
            yield path


def main():
    if not pathlib.Path("LAYERS").is_file():
        sys.exit("LAYERS is missing; run this from the root of the project")
    wrong = warnings = count = 0
    for path in files(pathlib.Path(".")):
        count += 1
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        found = list(check_name(path)) + list(check_text(path, lines))
        if path.suffix in CPP:
            found += check_cpp(path, text)
            for number, length in long_functions(text):
                warnings += 1
                print(f"{path}:{number}: warning: a function of {length} lines; "
                      f"over {FUNCTION_LINES} is hard to keep in mind")
        elif path.suffix == ".md":
            found += check_markdown(path, lines)
            found += check_names(path, lines)
        for number, what in sorted(found):
            wrong += 1
            print(f"{path}:{number}: {what}")
    summary = f"tidy: {count} files, {wrong} thing(s) to mend, {warnings} warning(s)"
    if wrong:
        sys.exit(summary)
    print(summary)


if __name__ == "__main__":
    main()
