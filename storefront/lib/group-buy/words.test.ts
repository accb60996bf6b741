import { describe, expect, it } from "vitest"
import { groupState, momentText, partState, timeLeft } from "./words"

const NOW = Date.parse("2026-11-22T10:00:00+08:00")
const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString()
const open = { state: "open" as const, starts_at: at(-1), ends_at: at(1), price_now_fen: null }

describe("a group buy in words", () => {
  it.each([
    [open, "正在拼团"], [{ ...open, price_now_fen: 1 }, "已达成团数"], [{ ...open, starts_at: at(0.5) }, "即将开始"], [{ ...open, ends_at: at(-0.5) }, "已结束，正在结算"],
    [{ ...open, state: "reached" as const }, "已成团，结算中"], [{ ...open, state: "settled" as const }, "已成团"], [{ ...open, state: "closed" as const }, "未成团，已退款"], [{ ...open, state: "cancelled" as const }, "已取消"],
  ])("%o is %s", (group, text) => expect(groupState(group, NOW).text).toBe(text))

  it("says how long there is, and when it ends in China", () => {
    expect([at(51), at(5.2), at(0.0692), at(0), at(-1)].map((until) => timeLeft(until, NOW))).toEqual(["2 天 3 小时", "5 小时 12 分", "4 分 09 秒", null, null])
    expect(momentText("2026-11-22T16:05:00Z")).toBe("11月23日 00:05")
    expect(partState("unpaid").text).toBe("等待转账到账")
  })
})
