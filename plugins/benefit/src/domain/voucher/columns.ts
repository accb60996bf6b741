import type { VoucherKind } from "@fupin/contract/schemas"
import { choice, day, idNumber, text, yuan } from "../intake/fields"
import { optional, required } from "../intake/table"

export const PAYMENT_WAYS = { 银行转账: "bank_transfer", 现金: "cash", 微信支付宝: "mobile", 公务卡: "card" } as const

/** Whom the row is for: by the office's own number or by ID number, and the name as a check. */
const whom = (today: string) => ({
  household_code: optional("农户编号", text(40, /^[A-Za-z0-9][A-Za-z0-9-]{2,39}$/, "农户编号应为 3 到 40 位字母、数字或短横线"), "编号"),
  id_number: optional("身份证号码", idNumber(today), "身份证", "身份证号"),
  name: required("姓名", text(60), "户主姓名", "领款人"),
})

const purchase = (today: string) => ({
  ...whom(today),
  buyer_unit: required("采购单位", text(60), "买方", "买方单位"),
  buyer_person: optional("结对帮扶人", text(20), "帮扶人"),
  goods: required("商品", text(60), "产品名称", "商品名称"),
  quantity: required("数量", text(40)),
  amount_fen: required("金额（元）", yuan()),
  paid_on: required("交易日期", day({ to: today }), "交易时间", "日期"),
  payment_way: required("付款方式", choice(PAYMENT_WAYS), "支付方式"),
})

const list = (today: string, goods: string, quantity: string, paid: string) => ({
  ...whom(today),
  goods: required(goods, text(60)),
  quantity: required(quantity, text(40)),
  amount_fen: required("金额（元）", yuan(), "实发金额", "应付金额"),
  paid_on: required(paid, day({ to: today }), "日期"),
  note: optional("备注", text(100)),
})

/** The columns of each list, on the business date `today`. */
export const purchaseColumns = purchase
export const listColumns = (kind: Exclude<VoucherKind, "direct_purchase">, today: string) =>
  kind === "wages" ? list(today, "工种", "出勤天数", "发放日期") : list(today, "租赁物", "面积（亩）", "支付日期")
export type ListColumns = ReturnType<typeof listColumns>
export type PurchaseColumns = ReturnType<typeof purchaseColumns>
