import { expect, it } from "vitest"
import { submittedText, tierText } from "./approval-words"

it.each([
  [{ up_to_fen: 10_000, mode: "none", approvers: [] }, null, "100.00 元以内：无须审批"],
  [{ up_to_fen: 500_000, mode: "any", approvers: [] }, 10_000, "5,000.00 元以内：任一审批人同意即可"],
  [{ up_to_fen: null, mode: "all", approvers: [{ customer_id: "a", name: "李主任" }, { customer_id: "b", name: "王校长" }] }, 500_000, "5,000.00 元以上：须 李主任、王校长 全部同意"],
  [{ up_to_fen: null, mode: "any", approvers: [{ customer_id: "a", name: "李主任" }] }, null, "所有采购：李主任 任一人同意即可"],
] as const)("says who approves %o above %s", (tier, above, text) => expect(tierText({ ...tier, approvers: [...tier.approvers] }, above)).toBe(text))

it.each([
  [{ mode: "none", approvers: [], because: null }, null],
  [{ mode: "any", approvers: [], because: null }, "提交后等待单位审批：任一审批人同意即可。"],
  [{ mode: "all", approvers: ["李主任", "王校长"], because: "今日同类采购累计 ¥120.00，已超过 ¥100.00，按合计金额审批" }, "提交后等待单位审批：须 李主任、王校长 全部同意。今日同类采购累计 ¥120.00，已超过 ¥100.00，按合计金额审批。"],
] as const)("says before it is submitted whose approval %o means", (preview, text) => expect(submittedText({ ...preview, approvers: [...preview.approvers] })).toBe(text))
