import type { PreorderRule } from "./schemas/preorder.js"

/** The rule of a pre-production contract as sentences: on the pages of its offer and on the paper that both sides sign. */
export function ruleSentences({ deposit_percent, deposit_days, instalments, grace_days, balance_days, shortage, tolerance_percent, surplus_percent, answer_days }: PreorderRule): string[] {
  const later = instalments.map(({ due_on, percent }) => `${due_on} 前付 ${percent}%`).join("，")
  return [
    `签订后 ${deposit_days} 天内付 ${deposit_percent}%${later && `，${later}`}，余款在验收后 ${balance_days} 天内付清。这些都是预付款，不是定金。`,
    `逾期超过 ${grace_days} 天，合同自动失效，已付的全部退回。`,
    `减产时${shortage === "pro_rata" ? "按各单位的认购量同比例分配" : "先满足学校、医院和养老机构，其余按认购量同比例分配"}，多付的全部退回。`,
    `少分超过 ${tolerance_percent}% 的，可在公布产量后 ${answer_days} 天内退出，已付的全部退回。`,
    surplus_percent > 0 ? `增产时可按原价加购，最多加认购量的 ${surplus_percent}%，申请多于余量的按同一规则分配。` : "增产部分不加购。",
  ]
}
