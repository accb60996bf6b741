import { expect, it } from "vitest"
import { readAdjustments } from "./answer-form"

it("reads the lines that are answered, to the fen", () =>
  expect(readAdjustments({ id: "stmt", "due:a": "30.05", "why:a": "按实收重算", "due:b": "10", "why:b": "" })).toEqual({ ok: true, value: { lines: [{ line_id: "a", due_fen: 3_005, resolution: "按实收重算" }] } }))

it.each<[string, Record<string, string>, object]>([
  ["an amount that is none", { "due:a": "三十", "why:a": "重算" }, { "due:a": expect.any(String) }],
  ["an answer that says nothing", { "due:a": "30", "why:a": "好" }, { "why:a": expect.any(String) }],
  ["no answer at all", { "due:a": "30", "why:a": "" }, {}],
])("asks again for %s", (_name, values, errors) => expect(readAdjustments(values)).toMatchObject({ ok: false, errors }))
