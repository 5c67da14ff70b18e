// A product of its own: a client whose types were made from our OpenAPI, told by events what happens,
// which it verifies with the library of Standard Webhooks. It reads the journal as it is written.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createEventSource } from "eventsource-client";
import createClient from "openapi-fetch";
import { Webhook } from "standardwebhooks";
import { Receiver, Stage } from "./stage.js";

/** @typedef {import("./generated/api.js").paths} Paths */
/** @typedef {import("./generated/api.js").components["schemas"]} Schemas */
/** @typedef {import("./stage.js").Received} Received */

const number = "+12125550100";

/** What a 2xx answered; anything else fails the test.
 * @template T
 * @param {{data?: T, error?: unknown, response: Response}} answer
 * @returns {T} */
function taken({ data, error, response }) {
  assert.ok(data !== undefined, `${response.status}: ${JSON.stringify(error)}`);
  return data;
}

describe("A product with a generated client", () => {
  /** @type {Stage} */
  let stage;
  /** @type {Receiver} */
  let receiver;
  /** @type {import("openapi-fetch").Client<Paths>} */
  let api;
  /** @type {Webhook} */
  let webhook;

  before(async () => {
    [stage, receiver] = await Promise.all([Stage.start(), Receiver.start()]);
    api = createClient({
      baseUrl: stage.url,
      headers: { Authorization: `Bearer ${stage.apiKey}` },
    });
  });
  after(async () => {
    await stage?.stop();
    receiver?.stop();
  });

  /** The first event of that type that fits, verified.
   * @param {string} type
   * @param {(data: any) => boolean} fits
   * @returns {Promise<any>} */
  async function event(type, fits) {
    const found = await receiver.first(`the event ${type}`, ({ body }) => {
      const told = JSON.parse(body);
      return told.type === type && fits(told.data);
    });
    return /** @type {any} */ (webhook.verify(found.body, found.headers)).data;
  }

  test("asks to be told, and keeps the secret that it is given", async () => {
    const made = await api.POST("/v1/endpoints", { body: { url: `${receiver.url}/hooks` } });
    const endpoint = taken(made);
    assert.deepEqual([made.response.status, endpoint.enabled], [201, true]);
    webhook = new Webhook(endpoint.secret);
    const listed = taken(await api.GET("/v1/endpoints"));
    assert.deepEqual(listed.items.map((one) => [one.id, one.url]), [[endpoint.id, endpoint.url]]);
  });

  test("follows a caller from the first call to the hand-over by events alone", async () => {
    // The person is busy when the second persona calls back, once.
    const behaviours = ["answer", "busy", "answer"];
    await stage.control("POST", "people", { number, name: "Ada", behaviours });
    const caller = taken(
      await api.POST("/v1/callers", {
        body: {
          number,
          name: "Ada",
          timezone: "America/New_York",
          consent: { voice: true, text: true, source: "signup form" },
        },
      }),
    );
    assert.equal(caller.stage, "new");
    const onboarding = taken(
      await api.POST("/v1/callers/{id}/onboarding", { params: { path: { id: caller.id } } }),
    );
    assert.equal(onboarding.plan, "onboarding");

    /** @param {any} data */
    const ofAda = (data) => data.caller === caller.id;
    const onboarded = await event("caller.onboarded", ofAda);
    assert.deepEqual([onboarded.from, onboarded.to], ["onboarding", "onboarded"]);
    const ended = await event("call.ended", (data) => data.outreach === onboarding.id);
    const connected = await event(
      "outreach.connected",
      (data) => ofAda(data) && data.plan === "handoff",
    );
    assert.deepEqual([connected.retries, connected.via], ["1", "call"]);

    const firstCall = taken(
      await api.GET("/v1/calls/{id}", { params: { path: { id: ended.call } } }),
    );
    assert.deepEqual([firstCall.persona, firstCall.number], ["meta-nikita", number]);
    assert.ok(firstCall.transcript.length > 4);
    const handoff = taken(
      await api.GET("/v1/outreaches/{id}", { params: { path: { id: connected.outreach } } }),
    );
    // The sandbox's people are soon done: within 8 s it is `brief`.
    const [busy, reached] = handoff.attempts;
    assert.equal(busy?.verdict, "busy");
    assert.ok(["answered", "brief"].includes(reached?.verdict ?? ""), `${reached?.verdict}`);
    assert.equal(reached?.answerer, "person");
    assert.deepEqual([handoff.result?.success, handoff.result?.retries], [true, 1]);
    const now = taken(
      await api.GET("/v1/callers/{id}", { params: { path: { id: caller.id } } }),
    );
    assert.equal(now.stage, "onboarded");
  });

  test("believes no event that was changed, is old, or was signed with another secret", () => {
    const [{ body, headers }] = receiver.received;
    webhook.verify(body, headers);
    assert.throws(() => webhook.verify(body.replace("caller", "callee"), headers), /signature/);
    assert.throws(() => webhook.verify(body, { ...headers, "webhook-id": "msg_0" }), /signature/);
    const old = String(Number(headers["webhook-timestamp"]) - 3600);
    assert.throws(() => webhook.verify(body, { ...headers, "webhook-timestamp": old }), /old/);
    const other = new Webhook(Buffer.from("another secret of thirty-two by").toString("base64"));
    assert.throws(() => other.verify(body, headers), /signature/);
  });

  test("verifies with the old and with the new secret after a rotation", async () => {
    const [{ id }] = taken(await api.GET("/v1/endpoints")).items;
    const rotated = taken(
      await api.POST("/v1/endpoints/{id}/rotate", { params: { path: { id } } }),
    );
    const [delivery] = taken(await api.GET("/v1/deliveries")).items;
    const before = receiver.received.length;
    taken(await api.POST("/v1/deliveries/{id}/replay", { params: { path: { id: delivery.id } } }));
    const replayed = await receiver.first(
      "the replayed event",
      (one) =>
        one.headers["webhook-id"] === delivery.id && receiver.received.indexOf(one) >= before,
    );
    webhook.verify(replayed.body, replayed.headers);
    new Webhook(rotated.secret).verify(replayed.body, replayed.headers);
  });

  test("reads the journal by server-sent events, and goes on where it was", async () => {
    const { items } = taken(await api.GET("/v1/journal"));
    assert.ok(items.length > 10);
    /** @param {number} count
     * @param {string} [initialLastEventId] */
    const stream = async (count, initialLastEventId) => {
      const source = createEventSource({
        url: `${stage.url}/v1/journal/stream`,
        headers: { Authorization: `Bearer ${stage.apiKey}` },
        initialLastEventId,
      });
      const read = [];
      for await (const { id, event: kind, data } of source) {
        read.push({ id, kind, entry: /** @type {Schemas["JournalEntry"]} */ (JSON.parse(data)) });
        if (read.length === count) break;
      }
      source.close();
      return read;
    };
    const first = await stream(5);
    const rest = await stream(items.length - 5, first[4].id);
    const all = [...first, ...rest];
    assert.deepEqual(all.map((one) => one.entry), items);
    assert.deepEqual(all.map((one) => [one.id, one.kind]), items.map((i) => [`${i.seq}`, i.kind]));

    const live = stream(1, String(items[items.length - 1].seq));
    const registered = taken(
      await api.POST("/v1/callers", { body: { number: "+12125550105", name: "Bo" } }),
    );
    const [{ entry }] = await live;
    assert.deepEqual([entry.kind, entry.caller], ["caller.registered", registered.id]);
  });

  test("is told what is wrong by a problem that it can read", async () => {
    const { error, response } = await api.POST("/v1/callers", { body: { number } });
    assert.equal(response.status, 409);
    assert.ok(typeof error === "object"); // too large a body alone is refused as plain text
    assert.equal(error.status, 409);
    assert.match(error.detail, /clr_/);
  });
});
