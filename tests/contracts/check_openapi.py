#!/usr/bin/env python3
"""Checks recorded JSON exchanges against an OpenAPI 3.1 description.

    check_openapi.py OPENAPI.json FOLDER

FOLDER holds files {"method", "path", "status"?, "request": {...}|null, "response": {...}|null}; the
path may carry a query. For each: the operation must exist, the query names must be its own with
values that fit, and both bodies must satisfy its schemas. OpenAPI 3.1 schemas are JSON Schema
2020-12. Exit code 1 on any mismatch, and when nothing was checked.
"""

import json
import pathlib
import re
import sys
import urllib.parse

from jsonschema import Draft202012Validator


def json_schema(content):
    """The schema of a JSON body in a `content` object, or None."""
    for media_type, entry in (content or {}).items():
        if media_type.split(";")[0].strip() == "application/json":
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
        """The operation and its shared parameters; literal paths win over templates."""
        for template in sorted(self.document.get("paths", {}), key=lambda t: t.count("{")):
            pattern = re.sub(r"\\{[^/]*?\\}", "[^/]+", re.escape(template))
            item = self.document["paths"][template]
            if re.fullmatch(pattern, path) and method.lower() in item:
                found = item[method.lower()]
                return found, item.get("parameters", []) + found.get("parameters", [])
        return None, []

    def check_query(self, parameters, query):
        known = {}
        for parameter in map(self.resolve, parameters):
            if parameter.get("in") == "query":
                known[parameter["name"]] = parameter
        given = urllib.parse.parse_qs(query, keep_blank_values=True)
        for name, values in given.items():
            if name not in known:
                yield f"query: {name} is not a parameter"
                continue
            schema = known[name].get("schema", {})
            candidates = [values[0], query_value(values[0]), values]
            if all(list(self.mismatches(schema, value, "")) for value in candidates):
                yield f"query: {name} does not fit its schema"
        for name, parameter in known.items():
            if parameter.get("required") and name not in given:
                yield f"query: {name} is missing"

    def check_request(self, operation, request):
        body = self.resolve(operation.get("requestBody", {}))
        schema = json_schema(body.get("content"))
        if request is None:
            if body.get("required"):
                yield "request: a body is required"
        elif schema is None:
            yield "request: the operation takes no JSON body"
        else:
            yield from self.mismatches(schema, request, "request")

    def check_response(self, operation, status, response):
        responses = operation.get("responses", {})
        described = responses.get(str(status)) or responses.get("default")
        if described is None:
            yield f"response: status {status} is not described"
            return
        schema = json_schema(self.resolve(described).get("content"))
        if response is not None and schema is None:
            yield "response: the operation gives no JSON body"
        elif response is not None:
            yield from self.mismatches(schema, response, "response")

    def check(self, exchange):
        path, _, query = exchange["path"].partition("?")
        operation, parameters = self.operation(exchange["method"], path)
        if operation is None:
            return ["no such operation"]
        found = list(self.check_query(parameters, query))
        found += self.check_request(operation, exchange.get("request"))
        if exchange.get("response") is not None or "status" in exchange:
            status = exchange.get("status", 200)
            found += self.check_response(operation, status, exchange.get("response"))
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
        print(f"{'BROKEN' if found else 'ok':6} {file.name}: {'; '.join(found) or about}")
    print(f"{len(files)} exchanges checked, {broken} broken")
    return 1 if broken or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
