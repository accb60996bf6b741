import type { StaffRole } from "@fupin/contract/schemas"

/** What staff may do, in the words of the desk that does it. */
export const PERMISSIONS = [
  "provenance:read", "provenance:write",
  "household:read", "household:write", "household:reveal", "household:review", "access_log:read",
  "linkage:read", "linkage:write",
  "ledger:read", "ledger:reconcile",
  "papers:export", "papers:export_full_ids", "papers:issue", "papers:manage",
  "settlement:read", "settlement:write", "settlement:approve", "filing:read", "filing:submit", "filing:accept", "voucher:read", "voucher:write",
  "institution:read", "institution:write", "institution:run",
  "payment:receive", "goods:accept",
  "staff:manage",
] as const
export type Permission = (typeof PERMISSIONS)[number]

const TOWN_CLERK: Permission[] = [
  "provenance:read", "household:read", "household:write", "linkage:read", "filing:read", "filing:submit", "voucher:read", "voucher:write", "papers:export", "papers:issue",
]
const AUDITOR: Permission[] = ["provenance:read", "household:read", "linkage:read", "ledger:read", "papers:export", "institution:read", "settlement:read", "filing:read", "voucher:read"]
const FINANCE: Permission[] = ["provenance:read", "institution:read", "ledger:read", "payment:receive", "goods:accept", "settlement:read", "settlement:write", "voucher:read", "voucher:write"]
const OFFICE: Permission[] = [
  ...AUDITOR, "provenance:write", "household:write", "household:reveal", "household:review", "linkage:write", "ledger:reconcile",
  "papers:export_full_ids", "papers:issue", "papers:manage", "institution:write", "institution:run", "payment:receive", "goods:accept",
  "settlement:write", "settlement:approve", "filing:submit", "filing:accept", "voucher:write",
]

export const ROLE_PERMISSIONS: Record<StaffRole, readonly Permission[]> = {
  administrator: PERMISSIONS,
  office: OFFICE,
  town_clerk: TOWN_CLERK,
  finance: FINANCE,
  // Those who reveal do not watch over themselves: the office does not read the access log.
  auditor: [...AUDITOR, "access_log:read"],
}
