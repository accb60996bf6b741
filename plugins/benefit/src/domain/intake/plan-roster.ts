import type { HouseholdInput, LinkageInput } from "@fupin/contract/schemas"
import { cleanText } from "./cell"
import type { HouseholdColumns, MemberColumns } from "./roster-columns"
import type { Values } from "./table"

/** A row of the roster as it is saved. What is empty stays as it is. */
export function householdOf({ status, status_from, kind, payee_name, id_number, phone, bank_account, ...row }: Values<HouseholdColumns>, today: string): HouseholdInput {
  const filled = Object.fromEntries(Object.entries({ kind, payee_name, id_number, phone, bank_account }).filter(([, value]) => value !== null))
  return { ...row, ...filled, statuses: status === null ? [] : [{ status, valid_from: status_from ?? today }] }
}

/** A household that already has a number or an ID number in a row. */
export interface Known {
  id: string
  code: string
  region_code: string
  id_number_index: string | null
}

type RowFault = { key: keyof HouseholdColumns & string; message: string }

/** What of a row only the roster can tell: other people's numbers, other regions. `found` by code and by ID number; `before`: the row of the file with the same ID number. */
export function decideRosterRow(row: Values<HouseholdColumns>, { byCode, byIdNumber, before, mayWrite }: { byCode: Known | null; byIdNumber: Known | null; before: number | null; mayWrite: (region: string) => boolean }): RowFault | null {
  if (!mayWrite(row.region_code)) return { key: "region_code", message: "行政村代码：不在您负责的区划内" }
  if (byCode && !mayWrite(byCode.region_code)) return { key: "code", message: "农户编号：这个编号已属于其他区划的农户" }
  if (before !== null) return { key: "id_number", message: `身份证：与第 ${before} 行相同` }
  if (byIdNumber && byIdNumber.id !== byCode?.id) return { key: "id_number", message: "身份证：这个身份证号码已登记在另一户名下" }
  return null
}

export interface Agreement {
  number: string
  title: string
  producer_id: string
  rules: LinkageInput["rules"]
  /** Since when each present member has belonged to it. */
  members: ReadonlyMap<string, string>
}

export interface MemberRow {
  row: number
  beneficiary_id: string
  weight: number
  valid_from: string
}

/** The next version of an agreement: its own rules, the members that the file names. Whoever belonged to it before keeps the day. */
export function planMembership({ number, title, producer_id, rules, members }: Agreement, rows: readonly MemberRow[]): LinkageInput {
  const from = `${rows[0]!.valid_from}T00:00:00+08:00`
  return {
    number, title, producer_id, rules, valid_from: from,
    members: rows.map(({ beneficiary_id, weight }) => ({ beneficiary_id, weight, from: members.get(beneficiary_id) ?? from })),
  }
}

type MemberFault = { key: keyof MemberColumns & string; message: string }

/** Is the row's agreement one that may be written, its household known under that name, and its day the one of the agreement's first row? */
export function decideMember(row: Values<MemberColumns>, { agreement, household, first_day }: { agreement: Agreement | null; household: { name: string; payee_name: string } | null; first_day: string | null }): MemberFault | null {
  const squeezed = (name: string) => cleanText(name).replace(/[\s·•]/g, "")
  if (agreement === null) return { key: "number", message: "协议编号：没有这份协议，或不在您负责的区划内" }
  if (household === null) return { key: "name", message: "姓名：没有登记这一户，或不在您负责的区划内；请核对农户编号或身份证号码" }
  if (![household.name, household.payee_name].map(squeezed).includes(squeezed(row.name))) return { key: "name", message: "姓名：与登记的户主或领款人不符" }
  return first_day === null || first_day === row.valid_from ? null : { key: "valid_from", message: `生效日期：同一协议的生效日期应相同（${first_day}）` }
}
