import { expect, it } from "vitest"
import { lacking, remedyText } from "./campaign-words"

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
