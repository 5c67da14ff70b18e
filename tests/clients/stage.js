// `partyline serve` and `partyline sandbox` as two programs in a temporary folder, on ports that the
// system chose and with secrets of their own; and a receiver for what they send out.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const partyline = process.env.PARTYLINE ?? path.join(root, "build", "partyline");
const patienceMs = 60_000;

/** Polls until `look` gives something that counts as true, which is returned.
 * @template T
 * @param {string} what
 * @param {() => T | Promise<T>} look
 * @returns {Promise<NonNullable<T>>} */
export async function waitFor(what, look) {
  for (const end = Date.now() + patienceMs; Date.now() < end; await pause(50)) {
    const seen = await look();
    if (seen) return seen;
  }
  throw new Error(`waited ${patienceMs / 1000} s in vain: ${what}`);
}

// The line that ships, without its long delays, and at night too.
/** @type {[string, string][]} */
const faster = [
  ["retry: [5s, 15s, 45s]", "retry: [1s, 1s, 1s]"],
  ["after_call_end: 5s", "after_call_end: 0s"],
  ["per_second: 1", "per_second: 10"],
  ['hours: "08:00-21:00"', 'hours: "00:00-24:00"'],
  ["text: [telegram]", "text: [sms]"],
];

/** @param {string} folder */
async function copyLine(folder) {
  await cp(path.join(root, "lines/nikita"), folder, { recursive: true });
  const file = path.join(folder, "line.yaml");
  let text = await readFile(file, "utf8");
  for (const [from, to] of faster) {
    assert.ok(text.includes(from), `not in line.yaml: ${from}`);
    text = text.replace(from, to);
  }
  await writeFile(file, text);
}

const secret = () => randomBytes(24).toString("hex");

function freshAccount() {
  return {
    ELEVENLABS_API_KEY: `sk_${secret()}`,
    ELEVENLABS_WEBHOOK_SECRET: `wsec_${secret()}`,
    PARTYLINE_INITIATION_SECRET: secret(),
    PARTYLINE_TOOLS_SECRET: secret(),
    TWILIO_ACCOUNT_SID: `AC${randomBytes(16).toString("hex")}`,
    TWILIO_AUTH_TOKEN: randomBytes(16).toString("hex"),
    ELEVENLABS_AGENT_ID: "agent_clients",
    ELEVENLABS_PHONE_NUMBER_ID: "phnum_clients",
  };
}

class Program {
  /** @param {string[]} args
   * @param {Record<string, string>} account */
  constructor(args, account) {
    this.output = "";
    this.child = spawn(partyline, args, {
      env: { PATH: process.env.PATH, ...account },
      stdio: ["ignore", "pipe", "pipe"],
    });
    /** @type {Error | undefined} */
    this.failure = undefined;
    this.child.on("error", (failure) => (this.failure = failure));
    process.on("exit", () => this.child.kill("SIGKILL")); // no server survives its test
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (this.output += text));
    }
  }

  /** What the pattern's group found in the output.
   * @param {RegExp} pattern
   * @returns {Promise<string>} */
  said(pattern) {
    return waitFor(`${pattern} in the output`, () => {
      if (this.failure) throw this.failure;
      assert.equal(this.child.exitCode, null, `it stopped:\n${this.output}`);
      return this.output.match(pattern)?.[1];
    });
  }

  async stop() {
    if (this.failure || this.child.exitCode !== null) return;
    this.child.kill("SIGTERM");
    await once(this.child, "exit");
  }
}

/** @typedef {{path: string, headers: Record<string, string>, body: string}} Received */

/** Takes every POST and remembers it. */
export class Receiver {
  static async start() {
    const receiver = new Receiver();
    receiver.server.listen(0, "127.0.0.1");
    await once(receiver.server, "listening");
    const address = receiver.server.address();
    assert.ok(address !== null && typeof address === "object");
    receiver.url = `http://127.0.0.1:${address.port}`;
    return receiver;
  }

  /** @private */
  constructor() {
    this.url = "";
    /** @type {Received[]} */
    this.received = [];
    this.server = createServer(async (request, response) => {
      const body = (await request.setEncoding("utf8").toArray()).join("");
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      this.received.push({ path: request.url ?? "", headers, body });
      response.writeHead(204).end();
    });
  }

  /** @param {string} what
   * @param {(one: Received) => boolean} fits */
  first(what, fits) {
    return waitFor(what, () => this.received.find(fits));
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(address !== null && typeof address === "object");
  server.close();
  await once(server, "close");
  return address.port;
}

export class Stage {
  static async start() {
    const stage = new Stage(await mkdtemp(path.join(tmpdir(), "partyline-clients-")));
    try {
      await stage.#startPrograms();
    } catch (failure) {
      await stage.stop();
      throw failure;
    }
    return stage;
  }

  /** @private
   * @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    this.account = freshAccount();
    this.lineNumber = "+41780000000";
    this.platformUrl = "";
    this.controlUrl = "";
    this.url = "";
    this.apiKey = "";
    /** @type {Program[]} */
    this.programs = [];
  }

  /** @param {string[]} args */
  #program(args) {
    const program = new Program(args, this.account);
    this.programs.push(program);
    return program;
  }

  async #startPrograms() {
    const line = path.join(this.folder, "line");
    await copyLine(line);
    // Twilio signs the server's address, so both must know it before either runs.
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const sandbox = this.#program(
      ["sandbox", "--line", line, "--server", this.url, "--port", "0", "--control-port", "0"],
    );
    this.platformUrl = await sandbox.said(/platform and messenger at (\S+)/);
    this.controlUrl = await sandbox.said(/control at (http:\/\/[^/\s]+)/);
    const database = path.join(this.folder, "partyline.db");
    const server = this.#program(
      ["serve", "--line", line, "--database", database, "--port", String(port), "--api-rate", "0"]
        .concat(["--public-url", this.url, "--allow-private-endpoints"])
        .concat(["--elevenlabs-url", this.platformUrl, "--twilio-url", this.platformUrl]),
    );
    await server.said(/listening on (\S+)/);
    this.apiKey = (await readFile(`${database}.key`, "utf8")).trim();
  }

  /** One call of the sandbox's control API; its answer.
   * @param {string} method
   * @param {string} where
   * @param {object} [body]
   * @returns {Promise<any>} */
  async control(method, where, body) {
    const answer = await fetch(`${this.controlUrl}/sandbox/${where}`, {
      method,
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    assert.equal(answer.status, 200, `${where}: ${text}`);
    return JSON.parse(text);
  }

  /** A form posted to the server as Twilio would.
   * @param {string} where
   * @param {Record<string, string>} form
   * @param {string} signature */
  postForm(where, form, signature) {
    return fetch(this.url + where, {
      method: "POST",
      headers: { "X-Twilio-Signature": signature },
      body: new URLSearchParams(form),
    });
  }

  async stop() {
    for (const program of this.programs.reverse()) await program.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
