import { type OwnFiling, readUnitFiling, readUnitScan } from "@fupin/benefit/queries/read-unit-filings"
import type { MedusaRequest } from "@medusajs/framework/http"
import { decideRole, type MemberAction } from "../domain/decide-member"
import { customerOf } from "../medusa"
import { allowMember } from "../reads/members"

/** The filing in the path, if the person may do `action` for the unit that files it. Errors: not_found, those of `allowMember`. */
export async function filingFor(req: MedusaRequest, action: MemberAction): Promise<{ filing: OwnFiling; mayFile: boolean }> {
  const filing = await readUnitFiling(req.scope, req.params.id!)
  const roles = await allowMember(req.scope, customerOf(req), filing.organisation_id, action)
  return { filing, mayFile: decideRole(roles, "file").ok }
}

/** The same of a scan. Errors: unknown_file, not_found, those of `allowMember`. */
export async function scanFor(req: MedusaRequest, action: MemberAction) {
  const { scan, filing } = await readUnitScan(req.scope, req.params.id!)
  await allowMember(req.scope, customerOf(req), filing.organisation_id, action)
  return scan
}
