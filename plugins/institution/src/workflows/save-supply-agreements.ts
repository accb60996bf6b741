import { allowed, refusal } from "@fupin/access"
import type { ErrorCode } from "@fupin/contract/codes"
import { AgreementLineInput, type SupplyAgreementInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "zod"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { addDays, businessDay, HORIZON_DAYS } from "../domain/business-day"
import { decideSettleBy } from "../domain/negotiation"
import { graph } from "../medusa"
import type { AgreementTerms } from "../modules/institution/books"
import { readChangesSince } from "../reads/agreement-history"
import { readGoodsWithSellers } from "../reads/goods"
import { institutionOf, readAgreements, readOrganisations, readStandingOrders } from "../reads/plans"

/** Seeds name the organisation by its 统一社会信用代码. */
export type AgreementEntry = Omit<SupplyAgreementInput, "organisation_id" | "lines" | "stage" | "version"> & ({ organisation_id: string } | { organisation_uscc: string })
  & { lines: z.input<typeof AgreementLineInput>[]; stage?: SupplyAgreementInput["stage"]; /** As a form has it; seeds have none. */ version?: number | null }

interface SaveAgreements {
  agreements: AgreementEntry[]
  actor_id?: string
}

const saveAgreementsStep = createStep("save-supply-agreements", async ({ agreements, actor_id = "system" }: SaveAgreements, { container }) => {
  const inputs = await Promise.all(agreements.map((entry) => named(container, entry)))
  await refuseUnknown(container, inputs)
  const ids = await institutionOf(container).saveAgreements(inputs, actor_id).catch(async (error: unknown) => { throw await withChanges(container, inputs, error) })
  await followStandingOrders(container, ids)
  return new StepResponse(await readAgreements(container, { id: ids }))
})

/** Whoever saved an older version is told what changed since. */
async function withChanges(container: MedusaContainer, [input]: AgreementTerms[], error: unknown): Promise<unknown> {
  if (!(error instanceof MedusaError) || error.code !== ("changed_meanwhile" satisfies ErrorCode) || !input?.version) return error
  const [agreement] = await readAgreements(container, { number: input.number })
  const changes = await readChangesSince(container, agreement!, input.version)
  return refusal("conflict", "changed_meanwhile", `另一位同事刚刚改过：${changes.join("；") || "签订情况"}。您填写的内容都在，没改动的项目已换成最新；核对后再保存`)
}

async function named(container: MedusaContainer, entry: AgreementEntry): Promise<AgreementTerms> {
  const filter = "organisation_id" in entry ? { id: entry.organisation_id } : { uscc: entry.organisation_uscc }
  const [organisation] = await readOrganisations(container, filter)
  if (!organisation) throw refusal("not_found", "not_found", "没有找到该采购单位")
  const { number, producer_id, valid_from, valid_to, weekdays, lead_time_days, lines, stage = "signed", version } = entry
  return { number, producer_id, valid_from, valid_to, weekdays, lead_time_days, stage, version, lines: lines.map((line) => AgreementLineInput.parse(line)), organisation_id: organisation.id }
}

/** Goods and producers are picked, never typed: a line names goods that exist and, where the agreement is with one producer, are theirs; a weighed line's are kilograms. */
async function refuseUnknown(container: MedusaContainer, inputs: AgreementTerms[]): Promise<void> {
  const goods = await readGoodsWithSellers(container, inputs.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)), new Date())
  const producerIds = [...new Set(inputs.flatMap(({ producer_id }) => producer_id ?? []))]
  const producers = producerIds.length === 0 ? [] : await graph<{ id: string }>(container, "producer", ["id"], { id: producerIds })
  if (producers.length < producerIds.length) throw refusal("invalid_data", "unknown_producer")
  for (const { producer_id, lines } of inputs) {
    if (lines.some(({ variant_id }) => !goods.has(variant_id))) throw refusal("invalid_data", "unknown_variant")
    if (producer_id !== null && lines.some(({ variant_id }) => goods.get(variant_id)!.seller?.id !== producer_id)) throw refusal("invalid_data", "not_from_this_producer")
    for (const { variant_id, settle_by } of lines) allowed(decideSettleBy(settle_by ?? "count", goods.get(variant_id)!))
  }
}

/** A changed term or lead time moves the deliveries not yet placed. */
export async function followStandingOrders(container: MedusaContainer, agreementIds: string[]): Promise<void> {
  const orders = await readStandingOrders(container, { agreement_id: agreementIds })
  if (orders.length === 0) return
  const from = businessDay(new Date())
  await institutionOf(container).syncOccurrences({ from, to: addDays(from, HORIZON_DAYS), standing_order_ids: orders.map(({ id }) => id) })
}

/** Agreements with their lines, found again by number. */
export const saveSupplyAgreementsWorkflow = createWorkflow("save-supply-agreements", (input: SaveAgreements) => new WorkflowResponse(saveAgreementsStep(input)))
