#!/usr/bin/env python3
"""Checks recorded JSON exchanges against an OpenAPI 3.1 description.

    check_openapi.py OPENAPI.json FOLDER

FOLDER holds files {"method", "path", "status"?, "content_type"?, "request": {...}|null, "response":
{...}|null}; the path may carry a query, or be the name of a webhook. For each: the operation must
exist, the names in its path and query must be its own with values that fit, and both bodies must
satisfy its schemas. What is answered with application/problem+json may have been asked wrongly.
OpenAPI 3.1 schemas are JSON Schema 2020-12. Exit code 1 on any mismatch, and when nothing was
checked.
"""

import json
import pathlib
import re
import sys
import urllib.parse

from jsonschema import Draft202012Validator

PROBLEM = "application/problem+json"


def plain(media_type):
    """A media type without its parameters."""
    return media_type.split(";")[0].strip().lower()


def body_schema(content, media_type=None):
    """The schema of a body of that type in a `content` object, else of a JSON body; or None."""
    for described, entry in (content or {}).items():
        name = plain(described)
        wanted = plain(media_type) if media_type else name
        if name == wanted and (media_type or name == "application/json" or name.endswith("+json")):
            return entry.get("schema", {})
    return None


def query_value(text):
    """A query carries text alone; the schema says whether a number or a boolean was meant."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, (bool, int, float)) else text


class Contract:
    def __init__(self, document):
        self.document = document

    def resolve(self, node):
        while isinstance(node, dict) and "$ref" in node:
            parts = node["$ref"].removeprefix("#/").split("/")
            node = self.document
            for part in parts:
                node = node[part.replace("~1", "/").replace("~0", "~")]
        return node

    def mismatches(self, schema, value, what):
        # The components travel with the schema, so that "#/components/..." is found in it.
        whole = {"allOf": [schema], "components": self.document.get("components", {})}
        for error in Draft202012Validator(whole).iter_errors(value):
            place = "/".join(str(part) for part in error.absolute_path)
            yield f"{what} /{place}: {error.message[:300]}"

    def operation(self, method, path):
        """The operation, its parameters and those in the path; literal paths win over templates."""
        items = self.document.get("paths", {}) | self.document.get("webhooks", {})
        for template in sorted(items, key=lambda t: t.count("{")):
            pattern = re.sub(r"\\{[^/]*?\\}", "([^/]+)", re.escape(template))
            item = items[template]
            matched = re.fullmatch(pattern, path)
            if matched and method.lower() in item:
                found = item[method.lower()]
                names = re.findall(r"{([^/]*?)}", template)
                parameters = item.get("parameters", []) + found.get("parameters", [])
                return found, parameters, dict(zip(names, matched.groups()))
        return None, [], {}

    def of_kind(self, parameters, kind):
        known = map(self.resolve, parameters)
        return {each["name"]: each for each in known if each.get("in") == kind}

    def fits(self, parameter, values):
        """Whether one of the readings of a text is what the parameter may be."""
        schema = parameter.get("schema", {})
        return any(not list(self.mismatches(schema, value, "")) for value in values)

    def check_path(self, parameters, given):
        for name, parameter in self.of_kind(parameters, "path").items():
            value = urllib.parse.unquote(given.get(name, ""))
            if not self.fits(parameter, [value, query_value(value)]):
                yield f"path: {name} does not fit its schema"

    def check_query(self, parameters, query):
        known = self.of_kind(parameters, "query")
        given = urllib.parse.parse_qs(query, keep_blank_values=True)
        for name, values in given.items():
            if name not in known:
                yield f"query: {name} is not a parameter"
                continue
            if not self.fits(known[name], [values[0], query_value(values[0]), values]):
                yield f"query: {name} does not fit its schema"
        for name, parameter in known.items():
            if parameter.get("required") and name not in given:
                yield f"query: {name} is missing"

    def check_request(self, operation, request):
        body = self.resolve(operation.get("requestBody", {}))
        schema = body_schema(body.get("content"))
        if request is None:
            if body.get("required"):
                yield "request: a body is required"
        elif schema is None:
            yield "request: the operation takes no JSON body"
        else:
            yield from self.mismatches(schema, request, "request")

    def described(self, operation, status):
        """What the operation says of a status: by its number, its class, or of any other."""
        responses = operation.get("responses", {})
        number = str(status)
        for key in (number, f"{number[0]}XX", "default"):
            if key in responses:
                return self.resolve(responses[key])
        return None

    def check_response(self, described, status, media_type, response):
        if described is None:
            yield f"response: status {status} is not described"
            return
        content = described.get("content")
        schema = body_schema(content, media_type)
        if media_type and schema is None:
            yield f"response: {media_type} is not described for status {status}"
        elif response is not None and schema is None:
            yield "response: the operation gives no JSON body"
        elif response is not None:
            yield from self.mismatches(schema, response, "response")

    def check(self, exchange):
        path, _, query = exchange["path"].partition("?")
        operation, parameters, in_path = self.operation(exchange["method"], path)
        if operation is None:
            return ["no such operation"]
        status = exchange.get("status", 200)
        described = self.described(operation, status)
        found = []
        if PROBLEM not in map(plain, (described or {}).get("content", {})):
            found += self.check_path(parameters, in_path)
            found += self.check_query(parameters, query)
            found += self.check_request(operation, exchange.get("request"))
        if exchange.get("response") is not None or "status" in exchange:
            media_type = exchange.get("content_type")
            found += self.check_response(described, status, media_type, exchange.get("response"))
        return found


def check_file(contract, file):
    """The mismatches in one file, and what it is about."""
    try:
        exchange = json.loads(file.read_text(encoding="utf-8"))
        about = f"{exchange['method']} {exchange['path']}"
        return contract.check(exchange), about
    except (ValueError, KeyError, TypeError) as error:
        return [f"not a recorded exchange: {error!r}"], "?"


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    contract = Contract(json.loads(pathlib.Path(arguments[0]).read_text(encoding="utf-8")))
    files = sorted(pathlib.Path(arguments[1]).glob("*.json"))
    broken = 0
    for file in files:
        found, about = check_file(contract, file)
        broken += bool(found)
        if found:
            print(f"BROKEN {file.name}: {about}: {'; '.join(found)}")
    print(f"{len(files)} exchanges checked, {broken} broken")
    return 1 if broken or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
