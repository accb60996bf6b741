import { refusal } from "@fupin/access"
import type { Demand } from "@fupin/contract/schemas"
import type { MedusaRequest } from "@medusajs/framework/http"
import { demandsOf } from "../demand"
import { type SeesQuotes, showDemands } from "../demand/show-demands"
import type { MemberAction } from "../domain/decide-member"
import { customerOf } from "../medusa"
import type { DemandRow } from "../modules/demand/rows"
import { allowMember } from "../reads/members"

/** The demand, if the signed-in person may do `action` for whoever posted it. Errors: not_found, those of `allowMember`. */
export async function demandFor(req: MedusaRequest, action: MemberAction): Promise<DemandRow> {
  const [demand] = await demandsOf(req.scope).readDemands({ ids: [req.params.id!] })
  if (!demand) throw refusal("not_found", "not_found")
  await allowMember(req.scope, customerOf(req), demand.organisation_id, action)
  return demand
}

export async function answerDemand(req: Pick<MedusaRequest, "scope">, id: string, sees: SeesQuotes = { side: "buyer" }): Promise<{ demand: Demand }> {
  const [demand] = await showDemands(req.scope, await demandsOf(req.scope).readDemands({ ids: [id] }), sees, new Date())
  return { demand: demand! }
}
