import type { MedusaRequest } from "@medusajs/framework/http"
import { AgreementDossier, SupplyAgreement } from "@fupin/contract/schemas"
import { businessDay } from "../domain/business-day"
import type { AgreementRow } from "../medusa"
import { readDossier } from "../reads/dossier"
import { showAgreements } from "../reads/show-plans"
import { type AgreementAct, changeAgreementWorkflow } from "../workflows/change-agreement"

/** One agreement with everything about it, as of today. */
export async function answerAgreement(req: Pick<MedusaRequest, "scope">, held: AgreementRow): Promise<{ agreement: SupplyAgreement; dossier: AgreementDossier }> {
  const today = businessDay(new Date())
  const [agreement] = await showAgreements(req.scope, [held], today)
  return { agreement: SupplyAgreement.parse(agreement), dossier: AgreementDossier.parse(await readDossier(req.scope, held, today)) }
}

/** Does it, then answers the agreement as it is now. */
export async function actOnAgreement(req: Pick<MedusaRequest, "scope">, id: string, act: AgreementAct, actor_id: string) {
  const { result } = await changeAgreementWorkflow(req.scope).run({ input: { id, act, actor_id } })
  return answerAgreement(req, result)
}
