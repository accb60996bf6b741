import type { RosterKind } from "@fupin/contract/schemas"
import { householdColumns, KINDS, memberColumns, STATUSES } from "../domain/intake/roster-columns"
import type { Template } from "./template"

/** The workbook to fill in for households, and for who belongs to which agreement. */
export function rosterTemplate(kind: RosterKind, today: string): Template {
  if (kind === "households") {
    return {
      name: "受益农户登记表", columns: householdColumns(today), choices: { 类别: Object.keys(KINDS), 身份类别: Object.keys(STATUSES) },
      notes: ["同一编号再次导入为更新；身份证、联系方式、银行账号、身份留空则不改动，领款人留空即户主本人；带 * 的列必填；请勿合并单元格、请勿用公式；示例行不会导入"],
      example: { 农户编号: "示例-0001", 类别: "农户", 姓名: "张三", 身份证: "（18 位，文本）", 联系方式: "13800000000", 行政村代码: "500238104201", 身份类别: "脱贫户", 身份起始日期: "2020-11-01" },
    }
  }
  return {
    name: "利益联结成员表", columns: memberColumns(today, "2099-12-31"),
    notes: ["一份协议的全部成员须在同一文件中：未列出的成员自生效日期起退出；导入后为草稿，由另一位同事批准；农户编号与身份证填一项即可；示例行不会导入"],
    example: { 协议编号: "示例-渝巫联〔2026〕001号", 农户编号: "WX-GL-0001", 姓名: "张三", 份额: "3", 生效日期: today },
  }
}
