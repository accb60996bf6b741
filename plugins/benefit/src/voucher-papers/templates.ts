import type { VoucherKind } from "@fupin/contract/schemas"
import { listColumns, PAYMENT_WAYS, purchaseColumns } from "../domain/voucher/columns"
import type { Template } from "../intake/template"

const WHOM = "农户编号与身份证号码填一项即可，姓名用于核对；带 * 的列必填；请勿合并单元格、请勿用公式；示例行不会导入"

/** The workbook to fill in for each kind of list. */
export function voucherTemplate(kind: VoucherKind, today: string): Template {
  const day = today
  if (kind === "direct_purchase") {
    return {
      name: "直接采购登记表", notes: [WHOM], columns: purchaseColumns(today), choices: { 付款方式: Object.keys(PAYMENT_WAYS) },
      example: { 农户编号: "示例-0001", 姓名: "张三", 采购单位: "某某县总工会", 结对帮扶人: "李四", 商品: "土鸡蛋", 数量: "20 斤", "金额（元）": "300.00", 交易日期: day, 付款方式: "银行转账" },
    }
  }
  const wages = { 工种: "马铃薯采收", 出勤天数: "10" }
  const rent = { 租赁物: "承包地（东坡）", "面积（亩）": "3.5" }
  return {
    name: kind === "wages" ? "劳务报酬发放表" : "租金支付表", notes: [WHOM, "一个文件只填一个付款方、一个填报期间（上月 29 日至本月 28 日）"], columns: listColumns(kind, today),
    example: { 农户编号: "示例-0001", 姓名: "张三", ...(kind === "wages" ? wages : rent), "金额（元）": "1200.00", [kind === "wages" ? "发放日期" : "支付日期"]: day },
  }
}
