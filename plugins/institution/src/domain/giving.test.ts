import { describe, expect, it } from "vitest"
import { decideGiving, sumByRecipient } from "./giving"

describe("goods given away", () => {
  it.each([
    ["the unit keeps them", null, { ok: true, value: true }], ["taken", { name: "尖山小学", is_open: true }, { ok: true, value: true }],
    ["no longer taken", { name: "尖山小学", is_open: false }, { ok: false, code: "recipient_closed", message: expect.stringContaining("“尖山小学”已停止接收") }],
  ])("%s", (_, recipient, expected) => expect(decideGiving(recipient)).toEqual(expected))

  const part = (given_to: string | null, amount_fen: number) => ({ given_to, amount_fen })
  it.each([
    ["nothing", [], []], ["what is kept is no gift", [part(null, 900)], []],
    ["by recipient, paid less refunded, the most first", [part("甲", 100), part("乙", 300), part("甲", -1), part(null, 7)], [{ name: "乙", paid_fen: 300 }, { name: "甲", paid_fen: 99 }]],
    ["what came back whole is gone", [part("甲", 100), part("甲", -100)], []],
  ])("%s", (_, parts, expected) => expect(sumByRecipient(parts)).toEqual(expected))
})
