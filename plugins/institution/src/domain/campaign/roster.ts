import type { Cell } from "@fupin/benefit/domain/intake/cell"
import { choice, digits, type Field, text, whole } from "@fupin/benefit/domain/intake/fields"
import { optional, required, type Values } from "@fupin/benefit/domain/intake/table"

const GARBLED = /\uFFFD|锟斤拷|烫烫烫|锘\p{Script=Han}?|Ã|â€/u

/** Text that was once saved in another encoding is refused, not printed on a list. */
const legible = (field: Field<string>): Field<string> => (cell: Cell) => (GARBLED.test(cell.text) ? { ok: false, message: "文字乱码，请用 Excel 重新打开原文件后另存为 .xlsx" } : field(cell))

/** A union's roster (R23): who gets a pack. */
const email: Field<string> = text(120, /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[A-Za-z]{2,}$/, "邮箱格式不正确")

export const rosterColumns = {
  employee_number: required("工号", text(40, /^[\p{Script=Han}A-Za-z0-9-]{1,40}$/u, "工号应为字母、数字或汉字"), "职工编号", "会员编号"),
  name: required("姓名", legible(text(40, /^[^;'"`\\{}[\]]{1,40}$/u, "姓名不能含引号等符号"))),
  phone: required("手机号", digits(/^1[3-9]\d{9}$/, "请填写 11 位手机号"), "手机", "联系电话", "手机号码"),
  department: optional("部门", legible(text(60)), "工会小组", "班组"),
  diet: optional("饮食需要", choice({ 清真: "halal", 无: "none", 无要求: "none" } as const), "饮食"),
  heads: optional("份数", whole(1, 99), "人数"),
  county_code: optional("区县代码", digits(/^\d{6}$/, "区县代码应为 6 位数字")),
  email: optional("邮箱", email, "电子邮箱", "邮件"),
  detail: optional("收货地址", legible(text(120)), "详细地址", "地址"),
}
export type RosterRow = Values<typeof rosterColumns>

/** A row as it is kept. */
export interface RosterEntry {
  employee_number: string
  name: string
  phone: string
  department: string
  diet: "none" | "halal"
  heads: number
  address: { county_code: string; detail: string } | null
  email: string | null
}

export function entryOf({ employee_number, name, phone, department, diet, heads, county_code, detail, email: mail }: RosterRow): RosterEntry {
  const address = county_code !== null && detail !== null ? { county_code, detail } : null
  return { employee_number, name, phone, department: department ?? "", diet: diet ?? "none", heads: heads ?? 1, address, email: mail }
}

/** What a row alone cannot tell: a phone of somebody else, half an address, a county that is none. `owner`: the employee number a phone already belongs to. */
export function decideRosterRow(row: RosterRow, { owner, counties }: { owner: string | undefined; counties: ReadonlySet<string> }): { key: keyof RosterRow & string; message: string } | null {
  if (owner !== undefined && owner !== row.employee_number) return { key: "phone", message: `手机号：与工号 ${owner} 相同` }
  if ((row.county_code === null) !== (row.detail === null)) return row.county_code === null ? { key: "county_code", message: "区县代码：填了收货地址时要填区县代码" } : { key: "detail", message: "收货地址：填了区县代码时要填详细地址" }
  if (row.county_code !== null && !counties.has(row.county_code)) return { key: "county_code", message: "区县代码：没有这个区县" }
  return null
}
