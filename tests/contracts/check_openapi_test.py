#!/usr/bin/env python3
"""Proves that check_openapi.py finds what it is there to find."""

import contextlib
import io
import json
import pathlib
import tempfile
import unittest

import check_openapi
from check_openapi import PROBLEM

DESCRIPTION = {
    "openapi": "3.1.0",
    "paths": {
        "/calls": {
            "post": {
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Call"}}
                    },
                },
                "responses": {
                    "200": {
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Placed"}}
                        }
                    }
                },
            },
            "get": {
                "parameters": [
                    {
                        "in": "query",
                        "name": "page_size",
                        "schema": {"type": "integer", "maximum": 100},
                    },
                    {"in": "query", "name": "user", "schema": {"type": "string"}},
                ],
                "responses": {"200": {"description": "nothing"}},
            },
        },
        "/calls/{id}": {
            "parameters": [
                {"in": "path", "name": "id", "schema": {"type": "string", "pattern": "^c[0-9]$"}}
            ],
            "get": {
                "responses": {
                    "200": {
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Placed"}}
                        }
                    },
                    "404": {"$ref": "#/components/responses/NotFound"},
                }
            },
            "put": {
                "requestBody": {
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Strict"}}
                    }
                },
                "responses": {
                    "200": {"content": {"text/plain": {"schema": {"const": "ok"}}}},
                    "4XX": {"$ref": "#/components/responses/NotFound"},
                },
            },
        },
    },
    "webhooks": {
        "call.ended": {
            "post": {
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Strict"}}
                    },
                },
                "responses": {"2XX": {"description": "taken"}},
            }
        }
    },
    "components": {
        "responses": {
            "NotFound": {
                "content": {
                    "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }
            }
        },
        "schemas": {
            "Call": {
                "type": "object",
                "required": ["to"],
                "properties": {
                    "to": {"type": "string"},
                    "voice": {"anyOf": [{"$ref": "#/components/schemas/Voice"}, {"type": "null"}]},
                },
            },
            "Voice": {"type": "object", "properties": {"speed": {"type": "number"}}},
            "Placed": {
                "type": "object",
                "required": ["id"],
                "properties": {"id": {"type": "string"}},
            },
            "Strict": {
                "type": "object",
                "required": ["note"],
                "additionalProperties": False,
                "properties": {"note": {"type": ["string", "null"], "pattern": "^[a-z]+$"}},
            },
            "Problem": {
                "type": "object",
                "required": ["status"],
                "additionalProperties": False,
                "properties": {"status": {"type": "integer"}},
            },
        },
    },
}


def exchange(**changes):
    made = {
        "method": "POST",
        "path": "/calls",
        "status": 200,
        "request": {"to": "+1", "voice": {"speed": 1}},
        "response": {"id": "c1"},
    }
    return {**made, **changes}


def get(path, **changes):
    return exchange(method="GET", path=path, request=None, **changes)


def put(**changes):
    made = {"method": "PUT", "path": "/calls/c1", "request": {"note": None}, "response": "ok"}
    return exchange(**{**made, "content_type": "text/plain; charset=utf-8", **changes})


def refused(status, **changes):
    made = {"status": status, "content_type": PROBLEM, "response": {"status": status}}
    return put(**{**made, **changes})


def event(note, **changes):
    return exchange(path="call.ended", request={"note": note}, response=None, **changes)


class CheckOpenApi(unittest.TestCase):
    def run_on(self, *exchanges):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "recorded").mkdir()
            (root / "api.json").write_text(json.dumps(DESCRIPTION))
            for number, each in enumerate(exchanges):
                text = each if isinstance(each, str) else json.dumps(each)
                (root / "recorded" / f"{number}.json").write_text(text)
            with contextlib.redirect_stdout(io.StringIO()) as out:
                code = check_openapi.main([str(root / "api.json"), str(root / "recorded")])
            return code, out.getvalue()

    def test_accepts_what_fits(self):
        code, out = self.run_on(
            exchange(),
            get("/calls/c1"),
            get("/calls?page_size=100&user=17", response=None),
            exchange(response=None),
            put(),
            put(request={"note": "good"}),
            event(None, status=204),
        )
        self.assertEqual((code, out.splitlines()[-1]), (0, "7 exchanges checked, 0 broken"))

    def test_lets_a_problem_be_asked_for(self):
        code, out = self.run_on(
            get("/calls/C1", status=404, response={"status": 404}),
            get("/calls/c1?colour=red", status=404, response={"status": 404}, content_type=PROBLEM),
            refused(422, request={"note": 7, "more": True}),
        )
        self.assertEqual((code, out.splitlines()[-1]), (0, "3 exchanges checked, 0 broken"))

    def test_finds_every_kind_of_mismatch(self):
        broken = {
            "request /: 'to' is a required": exchange(request={}),
            "request /voice": exchange(request={"to": "+1", "voice": {"speed": "fast"}}),
            "a body is required": exchange(request=None),
            "takes no JSON body": get("/calls/c1") | {"request": {}},
            "response /id": exchange(response={"id": 7}),
            "status 404 is not described": exchange(status=404),
            "gives no JSON body": get("/calls"),
            "no such operation": get("/people"),
            "page_size does not fit": get("/calls?page_size=101", response=None),
            "colour is not a parameter": get("/calls?colour=red", response=None),
            "path: id does not fit": get("/calls/C1"),
            "unexpected": put(request={"note": None, "more": True}),
            "request /note": put(request={"note": "7"}),
            "response /: 'ok' was expected": put(response="no"),
            "application/json is not described": put(content_type="application/json"),
            "response /status": refused(404, response={"status": "404"}),
            "text/plain is not described for status 404": refused(404, content_type="text/plain"),
            "status 500 is not described": refused(500),
            "request /note: 7": event(7, status=200),
            "not a recorded exchange": "{}",
        }
        for reason, each in broken.items():
            with self.subTest(reason):
                code, out = self.run_on(exchange(), each)
                self.assertEqual(code, 1)
                self.assertIn(reason, out)
                self.assertIn("2 exchanges checked, 1 broken", out)

    def test_fails_when_nothing_was_checked(self):
        self.assertEqual(self.run_on(), (1, "0 exchanges checked, 0 broken\n"))


if __name__ == "__main__":
    unittest.main()
