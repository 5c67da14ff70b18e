#!/usr/bin/env python3
"""Runs the script of `partyline platform print --curl` against a stand-in for the platform.

    play_account.py OPENAPI.json PARTYLINE LINE_FOLDER...

The stand-in knows nothing of Party Line: it checks each request against the platform's own OpenAPI
(what that leaves out is let pass), the key and that no `${NAME}` was left in it, and answers with an
id. Exit code 1 when a request was wrong, the script failed, or an id or secret was not kept.
"""

import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

from check_openapi import Contract

KEY = "key-of-nobody"
# The shell must pass these on as they are.
SECRETS = {"PARTYLINE_INITIATION_SECRET": "first $(id) `id` \\secret",
           "PARTYLINE_TOOLS_SECRET": "second-secret-'of'-nobody",
           "TWILIO_ACCOUNT_SID": "AC0", "TWILIO_AUTH_TOKEN": "token-of-nobody"}
ANSWER = {"secret_id": "sec_1", "id": "tool_1", "webhook_id": "hook_1", "webhook_secret": "wsec_1",
          "agent_id": "agent_1", "phone_number_id": "phnum_1"}
KEPT = {"ELEVENLABS_AGENT_ID=agent_1", "ELEVENLABS_PHONE_NUMBER_ID=phnum_1",
        "ELEVENLABS_WEBHOOK_SECRET=wsec_1"}


class Platform(http.server.BaseHTTPRequestHandler):
    def answer(self):
        text = self.rfile.read(int(self.headers["content-length"])).decode()
        about = f"{self.command} {self.path}"
        wrong = self.server.wrong
        self.server.asked.append(about)
        if self.headers["xi-api-key"] != KEY:
            wrong.append(f"{about}: without the key")
        if "${" in text:
            wrong.append(f"{about}: a name was not filled in")
        try:
            body = json.loads(text)
        except ValueError as error:
            wrong.append(f"{about}: {error}")
            body = {}
        if self.path == "/v1/convai/secrets" and body.get("value") != SECRETS.get(body.get("name")):
            wrong.append(f"{about}: not the secret that was set")
        if not self.path.startswith("/v1/workspace/"):
            exchange = {"method": self.command, "path": self.path, "request": body}
            wrong += [f"{about}: {each}" for each in self.server.contract.check(exchange)]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(ANSWER).encode())

    do_POST = do_PATCH = answer

    def log_message(self, *_):
        pass


def play(contract, program, line):
    """What is wrong with the account of one line."""
    server = http.server.HTTPServer(("127.0.0.1", 0), Platform)
    server.contract, server.wrong, server.asked = contract, [], []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    script = subprocess.run(
        [program, "platform", "print", "--curl", "--line", line, "--greeting", "Hello.",
         "--public-url", "https://voice.example.com",
         "--elevenlabs-url", f"http://127.0.0.1:{server.server_port}"],
        check=True, capture_output=True, text=True).stdout
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "partyline.env").touch(0o644)  # as the package's is
        ran = subprocess.run(["bash"], input=script, cwd=folder, text=True, capture_output=True,
                             env=os.environ | SECRETS | {"ELEVENLABS_API_KEY": KEY}, check=False)
        kept = pathlib.Path(folder) / "partyline.env"
        known = set(kept.read_text().splitlines()) if kept.exists() else set()
        mode = kept.stat().st_mode & 0o777 if kept.exists() else 0o600
    server.shutdown()
    wrong = server.wrong + [f"not kept: {name}" for name in sorted(KEPT - known)]
    if ran.returncode != 0:
        wrong.append(f"the script failed: {ran.stderr.strip()}")
    if mode != 0o600:
        wrong.append(f"others may read what was kept: {mode:o}")
    print(f"{'BROKEN' if wrong else 'ok':6} {line}: {'; '.join(wrong) or len(server.asked)}")
    return wrong


def main(arguments):
    if len(arguments) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    contract = Contract(json.loads(pathlib.Path(arguments[0]).read_text(encoding="utf-8")))
    return 1 if any([play(contract, arguments[1], line) for line in arguments[2:]]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
