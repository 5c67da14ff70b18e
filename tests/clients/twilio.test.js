// Twilio's own SDK: it sends texts through the sandbox, which stands in for Twilio, and judges what
// the sandbox signs; what the SDK signs is taken by the server.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import twilio from "twilio";
import { Receiver, Stage, waitFor } from "./stage.js";

const { getExpectedTwilioSignature, validateRequest } = twilio;

const formOf = ({ body }) => Object.fromEntries(new URLSearchParams(body));

describe("The Twilio SDK", () => {
  let stage, receiver, sdk, token;

  before(async () => {
    [stage, receiver] = await Promise.all([Stage.start(), Receiver.start()]);
    token = stage.account.TWILIO_AUTH_TOKEN;
    sdk = twilio(stage.account.TWILIO_ACCOUNT_SID, token);
    sdk.api.baseUrl = stage.platformUrl;
  });
  after(async () => {
    await stage?.stop();
    receiver?.stop();
  });

  const send = (to, body, more = {}) =>
    sdk.messages.create({ to, from: stage.lineNumber, body, ...more });

  const genuine = (received, form = formOf(received)) =>
    validateRequest(
      token,
      received.headers["x-twilio-signature"],
      receiver.url + received.path,
      form,
    );

  test("sends a text and fetches it until it is delivered", async () => {
    const sent = await send("+12125550101", "Grüezi, does this arrive?");
    assert.equal(sent.status, "queued");
    const delivered = await waitFor("the delivery", async () => {
      const message = await sdk.messages(sent.sid).fetch();
      return message.status === "delivered" && message;
    });
    assert.equal(delivered.body, "Grüezi, does this arrive?");
    assert.equal(delivered.to, "+12125550101");
    assert.equal(delivered.from, stage.lineNumber);
    assert.ok(Math.abs(delivered.dateSent.getTime() - Date.now()) < 60_000);
    await assert.rejects(sdk.messages(`SM${"0".repeat(32)}`).fetch(), { status: 404, code: 20404 });
  });

  test("lists the texts of a number, page after page", async () => {
    for (const body of ["one", "two", "three"]) await send("+12125550102", body);
    const listed = await sdk.messages.list({ to: "+12125550102", pageSize: 1 });
    assert.deepEqual(listed.map((one) => one.body), ["three", "two", "one"]);
  });

  test("is refused in Twilio's own words", async () => {
    await assert.rejects(send("+12125550121", "a landline"), { status: 400, code: 21614 });
    const stranger = twilio(stage.account.TWILIO_ACCOUNT_SID, "wrong");
    stranger.api.baseUrl = stage.platformUrl;
    await assert.rejects(stranger.messages.list(), { status: 401, code: 20003 });
  });

  test("verifies what became of a text, as the sandbox signs it", async () => {
    const statusCallback = `${receiver.url}/status?for=ada%20b`;
    const { sid } = await send("+12125550122", "never arrives", { statusCallback });
    const status = await receiver.first(
      "what became of the text",
      (one) => formOf(one).MessageStatus === "undelivered",
    );
    const form = formOf(status);
    assert.deepEqual([form.MessageSid, form.ErrorCode], [sid, "30003"]);
    assert.equal(genuine(status), true);
    assert.equal(genuine(status, { ...form, MessageStatus: "delivered" }), false);
  });

  test("verifies a text from a phone, as the sandbox signs it", async () => {
    await stage.control("PUT", "workspace/urls", { incoming_sms: `${receiver.url}/incoming` });
    const body = "Hoi zäme & bis später 👋";
    await stage.control("POST", "sms", { from: "+12125550103", to: stage.lineNumber, body });
    const received = await receiver.first("the text", (one) => one.path === "/incoming");
    const form = formOf(received);
    assert.equal(form.Body, body);
    assert.equal(genuine(received), true);
    assert.equal(genuine(received, { ...form, Body: "STOP" }), false);
  });

  test("signs a word to stop, which the server obeys; it refuses one that was changed", async () => {
    const headers = { Authorization: `Bearer ${stage.apiKey}` };
    const number = "+12125550104";
    const made = await fetch(`${stage.url}/v1/callers`, {
      method: "POST",
      headers,
      body: JSON.stringify({ number, name: "Ada", consent: { voice: true, text: true } }),
    });
    const { id } = await made.json();
    const optedOut = async () =>
      (await (await fetch(`${stage.url}/v1/callers/${id}`, { headers })).json()).opted_out_at;

    const form = { MessageSid: `SM${"1".repeat(32)}`, From: number, To: stage.lineNumber };
    const url = `${stage.url}/twilio/messages`;
    const harmless = { ...form, Body: "Übermorgen?" };
    const signature = getExpectedTwilioSignature(token, url, harmless);
    const forged = await stage.postForm("/twilio/messages", { ...form, Body: "STOP" }, signature);
    assert.equal(forged.status, 401);
    assert.equal((await stage.postForm("/twilio/messages", harmless, signature)).status, 200);
    assert.equal(await optedOut(), null);

    const stop = { ...form, Body: "STOP" };
    const taken = await stage.postForm(
      "/twilio/messages",
      stop,
      getExpectedTwilioSignature(token, url, stop),
    );
    assert.deepEqual([taken.status, taken.headers.get("content-type")], [200, "text/xml"]);
    assert.notEqual(await optedOut(), null);
  });

  test("signs with the port left out, as Twilio sometimes does, and the server takes it", async () => {
    const form = { MessageSid: `SM${"2".repeat(32)}`, MessageStatus: "delivered" };
    const without = new URL(`${stage.url}/twilio/status`);
    without.port = "";
    const signature = getExpectedTwilioSignature(token, without.href, form);
    assert.equal((await stage.postForm("/twilio/status", form, signature)).status, 204);
    const other = getExpectedTwilioSignature(`${token}0`, without.href, form);
    assert.equal((await stage.postForm("/twilio/status", form, other)).status, 401);
  });
});
