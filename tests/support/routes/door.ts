import type { MemberRole } from "@fupin/contract/schemas"

export type Role = "administrator" | "office" | "town_clerk" | "finance" | "auditor"

/**
 * Who may pass a route's door. `passes`/`stopped`: nobody and customers 401, staff whose role lacks the permission 403 (null: every
 * role has it), the role named passes. `customer`: nobody 401. `members`: of a unit those with one of these roles pass, its others and
 * everybody of another unit are refused. `producer`: its people pass, where they `act` only while nobody stopped it. `own`: every customer passes, to no more than is theirs, as the reason says. `order`: as the matrix of orders says. `open`: everybody.
 */
export type Door = "open" | "order" | "customer" | { members: readonly MemberRole[] } | { producer: "read" | "act" } | { own: string } | { passes: Role; stopped: Role | null }
export type Routes = Record<string, Door>

export const EVERY_ROLE: readonly MemberRole[] = ["manager", "buyer", "approver", "finance", "receiver", "viewer"]
