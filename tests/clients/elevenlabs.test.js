// The platform's own SDK: it speaks with the sandbox, which stands in for the platform, and judges
// what the sandbox signs; what is signed its way is taken by the server.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { ElevenLabsClient, ElevenLabsError } from "@elevenlabs/elevenlabs-js";
import { Receiver, Stage, waitFor } from "./stage.js";

/** The header of the platform, which the SDK verifies but cannot make. */
function signed(body, secret, seconds = Math.floor(Date.now() / 1000)) {
  const digest = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v0=${digest}`;
}

describe("The ElevenLabs SDK", () => {
  let stage, receiver, sdk, agentId, agentPhoneNumberId, secret;

  before(async () => {
    [stage, receiver] = await Promise.all([Stage.start(), Receiver.start()]);
    agentId = stage.account.ELEVENLABS_AGENT_ID;
    agentPhoneNumberId = stage.account.ELEVENLABS_PHONE_NUMBER_ID;
    secret = stage.account.ELEVENLABS_WEBHOOK_SECRET;
    sdk = new ElevenLabsClient({
      apiKey: stage.account.ELEVENLABS_API_KEY,
      baseUrl: stage.platformUrl,
      maxRetries: 0,
    });
    await stage.control("PUT", "workspace/urls", { post_call: `${receiver.url}/events` });
  });
  after(async () => {
    await stage?.stop();
    receiver?.stop();
  });

  const call = (toNumber, conversationInitiationClientData) =>
    sdk.conversationalAi.twilio.outboundCall({
      agentId,
      agentPhoneNumberId,
      toNumber,
      conversationInitiationClientData,
    });

  const ended = (conversationId) =>
    waitFor("the end of the call", async () => {
      const conversation = await sdk.conversationalAi.conversations.get(conversationId);
      return ["done", "failed"].includes(conversation.status) && conversation;
    });

  const event = (kind, conversationId) =>
    receiver.first(`the ${kind} of the sandbox`, ({ body }) => {
      const { type, data } = JSON.parse(body);
      return type === kind && data.conversation_id === conversationId;
    });

  const postEvent = (body, header) =>
    fetch(`${stage.url}/elevenlabs/events`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "ElevenLabs-Signature": header },
      body,
    });

  test("places a call whose override is spoken, and reads it back", async () => {
    const placed = await call("+12125550100", {
      userId: "clr_ada",
      dynamicVariables: { partyline_call: "call_sdk", name: "Ada" },
      conversationConfigOverride: {
        agent: { firstMessage: "Hello {{name}}, this is the SDK.", language: "en" },
        tts: { voiceId: "voice_of_the_sdk", speed: 1.1 },
        conversation: { maxDurationSeconds: 60 },
      },
    });
    assert.equal(placed.success, true);
    assert.match(placed.callSid, /^CA[0-9a-f]{32}$/);

    const conversation = await ended(placed.conversationId);
    assert.equal(conversation.status, "done");
    assert.equal(conversation.userId, "clr_ada");
    assert.deepEqual(
      [conversation.transcript[0].role, conversation.transcript[0].message],
      ["agent", "Hello Ada, this is the SDK."],
    );
    assert.equal(conversation.metadata.phoneCall.callSid, placed.callSid);
    assert.equal(conversation.metadata.phoneCall.externalNumber, "+12125550100");
    const told = conversation.conversationInitiationClientData;
    assert.equal(told.dynamicVariables.partyline_call, "call_sdk");
    assert.equal(told.conversationConfigOverride.tts.voiceId, "voice_of_the_sdk");
    assert.equal(told.conversationConfigOverride.conversation.maxDurationSeconds, 60);
  });

  test("lists the newest conversations first, a page at a time", async () => {
    const made = [];
    for (const number of ["+12125550110", "+12125550118"]) {
      made.unshift((await call(number, { userId: "clr_page" })).conversationId);
    }
    const page = (cursor) =>
      sdk.conversationalAi.conversations.list({ userId: "clr_page", pageSize: 1, cursor });
    const first = await page();
    assert.equal(first.hasMore, true);
    const second = await page(first.nextCursor);
    assert.equal(second.hasMore, false);
    const listed = [...first.conversations, ...second.conversations];
    assert.deepEqual(listed.map((one) => one.conversationId), made);
    assert.deepEqual(listed.map((one) => one.direction), ["outbound", "outbound"]);
  });

  test("understands the agent and the tools that the server looks up", async () => {
    const agent = await sdk.conversationalAi.agents.get(agentId);
    assert.equal(agent.phoneNumbers[0].phoneNumber, stage.lineNumber);
    const { tools } = await sdk.conversationalAi.tools.list();
    const names = tools.map((one) => one.toolConfig.name).sort();
    assert.ok(names.includes("complete_onboarding"), names.join());
  });

  test("forgets a conversation that was deleted", async () => {
    const { conversationId } = await call("+12125550110", {});
    await ended(conversationId);
    await sdk.conversationalAi.conversations.delete(conversationId);
    await assert.rejects(sdk.conversationalAi.conversations.get(conversationId), (error) => {
      assert.equal(error.statusCode, 404);
      return true;
    });
  });

  test("is refused in the platform's own words", async () => {
    await assert.rejects(call("0041", {}), (error) => {
      assert.equal(error.constructor.name, "UnprocessableEntityError");
      assert.deepEqual(error.body.detail[0].loc, ["body", "to_number"]);
      return true;
    });
    const stranger = new ElevenLabsClient({ apiKey: "sk_wrong", baseUrl: stage.platformUrl });
    await assert.rejects(stranger.conversationalAi.agents.get(agentId), (error) => {
      assert.equal(error.statusCode, 401);
      return true;
    });
  });

  test("verifies what the sandbox signs, and nothing that was changed", async () => {
    const { conversationId } = await call("+12125550115", {});
    const { headers, body } = await event("post_call_transcription", conversationId);
    const header = headers["elevenlabs-signature"];
    const verified = await sdk.webhooks.constructEvent(body, header, secret);
    assert.equal(verified.data.conversation_id, conversationId);
    await assert.rejects(sdk.webhooks.constructEvent(`${body} `, header, secret), ElevenLabsError);
    await assert.rejects(sdk.webhooks.constructEvent(body, header, `${secret}x`), ElevenLabsError);
  });

  test("signs alike: the server takes what the SDK verifies, and refuses the rest", async () => {
    const { conversationId } = await call("+12125550110", {});
    const { body } = await event("call_initiation_failure", conversationId);
    const header = signed(body, secret);
    await sdk.webhooks.constructEvent(body, header, secret);
    assert.equal((await postEvent(body, header)).status, 200);
    const changed = body.replace(conversationId, "conv_forged");
    assert.notEqual(changed, body);
    assert.equal((await postEvent(changed, header)).status, 401);
    assert.equal((await postEvent(body, signed(body, `${secret}x`))).status, 401);
    assert.equal((await postEvent(body, signed(body, secret).replace("t=", "t=1"))).status, 401);
  });
});
