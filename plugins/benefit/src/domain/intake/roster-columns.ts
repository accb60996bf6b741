import { choice, day, digits, idNumber, text, whole } from "./fields"
import { optional, required } from "./table"

export const KINDS = { 农户: "household", 村集体: "collective" } as const
export const STATUSES = { 建档立卡户: "registered_poor", 脱贫户: "lifted", 监测户: "monitored", 低保户: "low_income", 特困户: "five_guarantees", 一般农户: "general" } as const

const CODE = text(40, /^[A-Za-z0-9][A-Za-z0-9-]{2,39}$/, "农户编号应为 3 到 40 位字母、数字或短横线")

/** 附件1's columns, the office's number and the village. The sum of 附件1 is no part of a roster: its column is passed over. */
export const householdColumns = (today: string) => ({
  code: required("农户编号", CODE, "编号"),
  kind: optional("类别", choice(KINDS)),
  name: required("姓名", text(60), "户主姓名", "名称"),
  payee_name: optional("领款人", text(60)),
  id_number: optional("身份证", idNumber(today), "身份证号码", "身份证号"),
  phone: optional("联系方式", digits(/^1[3-9]\d{9}$|^0\d{9,11}$/, "请填写 11 位手机号或带区号的座机"), "联系电话", "电话"),
  bank_account: optional("银行账号", digits(/^\d{10,24}$/, "银行账号应为 10 到 24 位数字"), "银行卡号"),
  region_code: required("行政村代码", digits(/^\d{12}$/, "行政村区划代码应为 12 位数字"), "行政村区划代码", "村代码"),
  status: optional("身份类别", choice(STATUSES), "农户身份"),
  status_from: optional("身份起始日期", day({ from: "1980-01-01", to: today }), "身份认定日期"),
})
export type HouseholdColumns = ReturnType<typeof householdColumns>

/** Who belongs to which agreement, by what weight. A file says the whole membership of each agreement that it names. */
export const memberColumns = (today: string, last: string) => ({
  number: required("协议编号", text(60)),
  household_code: optional("农户编号", CODE, "编号"),
  id_number: optional("身份证", idNumber(today), "身份证号码", "身份证号"),
  name: required("姓名", text(60), "户主姓名", "名称"),
  weight: required("份额", whole(1, 1_000_000), "权重"),
  valid_from: required("生效日期", day({ from: "2020-01-01", to: last })),
})
export type MemberColumns = ReturnType<typeof memberColumns>
