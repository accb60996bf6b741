import { refusal } from "@fupin/access"
import type { Demand, DemandChoice } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { saveSupplyAgreementsWorkflow } from "../workflows/save-supply-agreements"
import { demandsOf } from "."
import { showDemands } from "./show-demands"

/**
 * Chooses a quote, once, and drafts the agreement from it: negotiated, signed and ordered under like any other. A choice that was
 * broken off before its draft is finished by choosing the same again. Errors: not_found, those of `decideChoice`.
 */
export async function chooseQuote(container: MedusaContainer, id: string, choice: DemandChoice, actor_id: string): Promise<void> {
  const at = new Date()
  const [demand] = await showDemands(container, await demandsOf(container).readDemands({ ids: [id] }), { side: "buyer" }, at)
  if (!demand) throw refusal("not_found", "not_found")
  await demandsOf(container).choose(id, choice, demand.quotes, { actor_id, at })
  if (demand.chosen?.agreement_id) return
  const { result: [agreement] } = await saveSupplyAgreementsWorkflow(container).run({ input: { agreements: [draftOf(demand, choice.quote_id)] } })
  await demandsOf(container).noteAgreement(id, agreement!.id)
}

/** The quote as terms: at its prices, at most the goods that cover what was asked; raw material is settled by weight. */
function draftOf({ number, organisation_id, from_day, to_day, weekdays, lines, bulk, quotes }: Demand, quoteId: string) {
  const { producer, lines: quoted } = quotes.find(({ id }) => id === quoteId)!
  return {
    number, organisation_id, producer_id: producer.id, valid_from: from_day, valid_to: to_day, weekdays, lead_time_days: 1, stage: "draft" as const,
    lines: quoted.map(({ line, variant_id, unit_price_fen, quantity }) => ({ variant_id, unit_price_fen, term_max: quantity, grade: lines[line]!.requirement, settle_by: bulk ? "weight" as const : "count" as const })),
  }
}
