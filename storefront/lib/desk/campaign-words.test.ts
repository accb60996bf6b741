import { expect, it } from "vitest"
import { lacking, lateText, remedyText } from "./campaign-words"

const minutes = { filename: "纪要.pdf", sha256: "", uploaded_at: "" }

it("names what a campaign still lacks, and nothing once all is there", () => {
  expect(lacking({ minutes: null, members: 0 }, [])).toEqual(["设置礼包", "导入名册", "上传会议纪要"])
  expect(lacking({ minutes, members: 3 }, [{ is_default: false }])).toEqual(["选定默认礼包"])
  expect(lacking({ minutes, members: 3 }, [{ is_default: true }])).toEqual([])
})

it("says what a change brings before it is confirmed, and what it brought", () => {
  const figures = { members: 2, heads: 3, before_fen: 80_002, after_fen: 70_003, given_back_fen: 9_999 }
  expect(remedyText({ ...figures, saved: false })).toBe("涉及 2 人（3 份）：活动金额由 ¥800.02 变为 ¥700.03，退回预算 ¥99.99。请确认")
  expect(remedyText({ ...figures, after_fen: 80_002, given_back_fen: 0, saved: true })).toBe("已调整 2 人（3 份），正在下单；活动金额由 ¥800.02 变为 ¥800.02，预算不变")
})

it("says what a late joiner or leaver brings: more, less, a pack for the union, or a wait for approval", () => {
  const change = { pack: "山货礼包", heads: 1, before_fen: 20_000, after_fen: 30_000, is_returned: false, needs_approval: false, saved: false }
  expect(lateText(change)).toBe("发放“山货礼包” 1 份：活动金额由 ¥200.00 变为 ¥300.00。请确认")
  expect(lateText({ ...change, needs_approval: true })).toContain("确认后先送单位审批")
  expect(lateText({ ...change, after_fen: 10_000, saved: true })).toBe("已调整：不再发放“山货礼包” 1 份；活动金额由 ¥200.00 变为 ¥100.00")
  expect(lateText({ ...change, after_fen: 20_000, is_returned: true })).toContain("礼包退回工会，不再发给本人")
})
