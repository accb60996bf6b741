import { refusal } from "@fupin/access"
import type { AgreementDossier, Commitment } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { commitmentOf } from "../domain/commitment"
import { decideNegotiable } from "../domain/negotiation"
import type { AgreementRow } from "../medusa"
import { readNegotiation } from "./agreement-history"
import { goneGoods, readGoods } from "./goods"
import { institutionOf, unique } from "./plans"
import { isRenewalDue } from "./show-plans"

/** Everything about one agreement beyond its terms. */
export async function readDossier(container: MedusaContainer, agreement: AgreementRow, today: string): Promise<AgreementDossier> {
  const institution = institutionOf(container)
  const scan = await institution.readScanHead(agreement.id)
  return {
    ...(await readNegotiation(container, agreement)), price_series: decideNegotiable(agreement.stage).ok ? await readSeries(container) : [],
    commitments: await readCommitments(container, agreement, today), renewal_due: isRenewalDue(agreement, today), signed_on: agreement.signed_on,
    terminated: agreement.stage === "terminated" ? { last_day: agreement.valid_to, reason: agreement.termination_reason ?? "" } : null,
    scan: scan && { ...scan, uploaded_at: iso(scan.uploaded_at) },
  }
}

/** The indices that a price rule can state. */
async function readSeries(container: MedusaContainer): Promise<AgreementDossier["price_series"]> {
  const values = await institutionOf(container).readIndices(null)
  return unique(values.map(({ series }) => series)).map((series) => {
    const mine = values.filter((one) => one.series === series)
    return { series, source: mine.at(-1)!.source, months: mine.map(({ month }) => month) }
  })
}

const iso = (moment: Date): string => new Date(moment).toISOString()

/** How far both sides kept to what they committed to, line by line. */
export async function readCommitments(container: MedusaContainer, agreement: AgreementRow, today: string): Promise<Commitment[]> {
  const goods = await readGoods(container, agreement.lines.map(({ variant_id }) => variant_id))
  const sums = await institutionOf(container).readTermSums([agreement.id], today)
  const vacations = await institutionOf(container).readVacations([agreement.organisation_id])
  return agreement.lines.map(({ variant_id, term_min, term_max }) => {
    const { title, specification } = goods.get(variant_id) ?? goneGoods(variant_id)
    const { requested = 0, supplied = 0, accepted = 0 } = sums.find((one) => one.variant_id === variant_id) ?? {}
    const { valid_from, valid_to } = agreement
    return { variant_id, title, specification, term_min, term_max, requested, supplied, accepted, ...commitmentOf({ term_min, valid_from, valid_to, vacations, requested, supplied, accepted }, today) }
  })
}

/** The agreement that a proposal is about. Error: not_found. */
export async function agreementOfProposal(container: MedusaContainer, proposalId: string): Promise<string> {
  const agreementId = await institutionOf(container).readAgreementOf(proposalId)
  if (agreementId === null) throw refusal("not_found", "not_found")
  return agreementId
}
