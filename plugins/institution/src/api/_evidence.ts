import { EvidencePackQuery } from "@fupin/contract/schemas"
import type { MedusaRequest } from "@medusajs/framework/http"
import { type PackContents, readContents } from "../evidence/contents"
import { customerOf } from "../medusa"
import { allowMember } from "../reads/members"
import { readOrganisations } from "../reads/plans"
import { validQuery } from "./_query"

/** What the pack of a member's unit is made of. Errors: those of `allowMember`, invalid_input. */
export async function packFor(req: MedusaRequest): Promise<PackContents> {
  const { organisation_id, period } = validQuery(req, EvidencePackQuery)
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  const [organisation] = await readOrganisations(req.scope, { id: organisation_id })
  return await readContents(req.scope, organisation!, period)
}
