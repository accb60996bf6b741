import type { ApplicationState, Member, MemberEvent, MemberRole } from "@fupin/contract/schemas"
import type { StateLabel } from "../orders/states"
import { leaf, plain, straw, vermilion } from "./labels"
import { ROLE_NAMES } from "./words"

/** What a manager may give, what counts at once first. */
export const GIVEN_ROLES = ["buyer", "receiver", "viewer", "approver", "finance"] as const satisfies readonly MemberRole[]
/** Who approves or pays is verified by the office first. */
export const waitsForOffice = (role: MemberRole): boolean => role === "approver" || role === "finance"
export const roleOption = (role: MemberRole): string => (waitsForOffice(role) ? `${ROLE_NAMES[role]}（帮扶办核验后生效）` : ROLE_NAMES[role])

export const INVITATION_STATES = { open: straw("待使用"), used: leaf("已加入"), expired: plain("已过期"), revoked: plain("已撤销") } as const

export const APPLICATION_STATES = { pending: straw("待核验"), refused: vermilion("已退回"), verified: leaf("已核验") } as const satisfies Record<ApplicationState, StateLabel>

export interface Person {
  customer_id: string
  name: string
  email: string
  roles: Member[]
}

/** Members by person, managers first, then as they came. */
export function byPerson(members: readonly Member[]): Person[] {
  const people = [...new Set(members.map(({ customer_id }) => customer_id))].map((customer_id) => {
    const roles = members.filter((one) => one.customer_id === customer_id)
    return { customer_id, name: roles[0]!.name || roles[0]!.email, email: roles[0]!.email, roles }
  })
  const rank = ({ roles }: Person) => (roles.some(({ role }) => role === "manager") ? 0 : 1)
  return people.toSorted((a, b) => rank(a) - rank(b))
}

/** One change of the log as a sentence, without its time. */
export function eventText({ act, role, counts, name, by_name, note }: MemberEvent): string {
  const who = by_name ?? "帮扶办"
  const what = role === null ? "" : ROLE_NAMES[role]
  const waits = counts ? "" : "，待帮扶办核验"
  const noted = note ? `（${note}）` : ""
  switch (act) {
    case "invited": return `${who} 发出邀请：${what}${noted}`
    case "revoked": return `${who} 撤销邀请：${what}${noted}`
    case "joined": return `${name} 凭邀请码加入：${what}${waits}`
    case "applied": return name === null ? `${who} 提交单位登记${noted}` : `${name} 申请：${what}${noted}`
    case "added": return `${who} 为 ${name} 增加角色：${what}${waits}`
    case "verified": return name === null ? `${who} 核验单位通过` : `${who} 核验通过：${name}，${what}`
    case "refused": return `${who} 退回${name === null ? "单位登记" : ` ${name} 的申请`}${note ? `：${note}` : ""}`
    case "ended": return `${who} 终止 ${name} 的角色：${what}`
  }
}
