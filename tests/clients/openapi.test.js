// The description of our API, judged by a public linter.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createConfig, lint } from "@redocly/openapi-core";

const ref = fileURLToPath(new URL("../../src/http/openapi.json", import.meta.url));

test("The OpenAPI has no error by Redocly's recommended rules", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lint({ ref, config });
  const errors = problems.filter((one) => one.severity === "error");
  assert.deepEqual(
    errors.map((one) => `${one.location[0].pointer}: ${one.message} (${one.ruleId})`),
    [],
  );
});
