import type { Template } from "@fupin/benefit/intake/template"
import { rosterColumns } from "../domain/campaign/roster"

/** The roster to be filled in. */
export const ROSTER_TEMPLATE: Template = {
  name: "职工名册", columns: rosterColumns,
  notes: ["一行一位职工；带 * 的必填。送货到家可在这里填收货地址，也可由职工在选礼包时自己填。", "填了邮箱的职工会收到带个人链接的邀请和提醒；其他人由工会发短信。", "饮食需要只填“清真”或留空；份数不填按 1 份。"],
  example: { 工号: "示例-001", 姓名: "王小明", 手机号: "13800000000", 部门: "后勤处", 饮食需要: "清真", 份数: "1", 邮箱: "wang@example.cn", 区县代码: "500112", 收货地址: "翠溪路18号" },
  choices: { 饮食需要: ["清真", "无"] },
}
