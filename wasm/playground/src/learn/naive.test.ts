import { expect, test } from "vitest";
import { clashOnNumbers, fewSteps, longEnough, noSharedPassword, sameWords, type Limit } from "./naive.ts";

test("a check that denies what it sees passes what is not stated", () => {
  expect(noSharedPassword({})).toBe("pass");
  expect(noSharedPassword({ "auth.passwords": [{ scheme: "shared" }] })).toBe("fail");
  expect(noSharedPassword({ "auth.passwords": [{ scheme: "user_defined" }] })).toBe("pass");
});

test("a count that is not stated becomes zero", () => {
  expect(fewSteps({})).toBe("pass");
  expect(fewSteps({ "radio.label_menu_steps": 3 })).toBe("pass");
  expect(fewSteps({ "radio.label_menu_steps": 5 })).toBe("fail");
});

test("three values, part by part, cannot tell what holds either way", () => {
  expect(longEnough({ "support.min_length": "P3Y" })).toBe("cannot tell");
  expect(longEnough({ "support.min_length": "P18M" })).toBe("cannot tell");
  expect(longEnough({ "support.min_length": "P18M", "product.radio": true })).toBe("fail");
  expect(longEnough({ "support.min_length": "P18M", "product.radio": false })).toBe("pass");
  expect(longEnough({ "support.min_length": "P6M" })).toBe("fail");
  expect(longEnough({})).toBe("cannot tell");
});

test("limits are compared as they are written, and on all numbers", () => {
  const [below5, atMost4, above4]: Limit[] = [{ op: "<", value: 5 }, { op: "<=", value: 4 }, { op: ">", value: 4 }] as const;
  if (!below5 || !atMost4 || !above4) throw new Error("three limits");
  expect(sameWords(below5, atMost4)).toBe(false);
  expect(clashOnNumbers(below5, above4)).toBe(false);
  expect(clashOnNumbers(atMost4, above4)).toBe(true);
  expect(clashOnNumbers(above4, { op: ">=", value: 9 })).toBe(false);
  expect(clashOnNumbers({ op: ">=", value: 4 }, atMost4)).toBe(false);
});
