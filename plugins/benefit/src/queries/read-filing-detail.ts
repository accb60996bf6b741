import { decideRegion } from "@fupin/access"
import type { FilingDetail, RollUp } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { FilingRow } from "../modules/filing"
import { type Asked, type ContentSums, readBrought, readSums } from "../modules/filing/contents"
import { readAttachments, readReasons } from "../modules/filing/desk"
import { readLate } from "../modules/filing/late"
import { readPapers } from "../modules/filing/papers"
import { readParts } from "../modules/filing/roll-up"
import { readSteps } from "../modules/filing/steps"
import { contentsOf } from "./filing-contents"
import { type NamesFor, readActorNames } from "./read-actor-names"
import { readChecklist } from "./read-filing-checklist"
import { readFilingEvidence } from "./read-filing-evidence"
import { readFilingRoster } from "./read-filing-roster"
import { headsOf } from "./read-filings"

type Contents = FilingDetail["contents"]

/** The figures of a filing and what it still misses. */
export async function readFilingState(container: MedusaContainer, filing: FilingRow, now: Date) {
  const asked = await contentsOf(container, filing)
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const sums = await readSums(connection, asked)
  const roster = await readFilingRoster(container, asked, [])
  const evidence = await readFilingEvidence(container, asked)
  const { rows_fen, carried_forward_fen, collectives_fen, suspense_fen } = roster.foot
  const roll_up = await readRollUp(container, asked, sums, rows_fen + carried_forward_fen + collectives_fen + suspense_fen)
  const brought_fen = (await readBrought(connection, filing)).reduce((total, { amount_fen }) => total + amount_fen, 0)
  const contents: Contents = {
    journals: sums.journals, entries: sums.entries, orders: sums.orders, households: sums.households, provisional_fen: sums.provisional_fen, unsealed: sums.unsealed,
    roster: { rows: roster.rows.length, ...roster.foot, brought_fen }, evidence: { rows: evidence.rows.length, rows_fen: evidence.foot.rows_fen, balanced: evidence.foot.balanced },
  }
  const checklist = await readChecklist(container, asked, {
    sums, paid_orders: [...new Set(evidence.rows.flatMap(({ order_id }) => order_id ?? []))], is_balanced: { roster: roster.foot.balanced, evidence: evidence.foot.balanced },
    children: (roll_up?.children ?? []).map(({ filing_id, unit_name, state }) => ({ id: filing_id, label: unit_name, is_accepted: state === "accepted" })),
  }, now)
  return { asked, contents, checklist, roll_up, payment_ids: [...new Set(evidence.rows.map(({ payment_reference }) => payment_reference))] }
}

/** Who looks at a filing, and the regions in which they may submit and accept. */
export interface Onlooker {
  actor_id: string
  submits: string[]
  accepts: string[]
  /** As whom they read who else acted. */
  reader: NamesFor
}

/** Everything that the page of one filing shows. */
export async function readFilingDetail(container: MedusaContainer, filing: FilingRow, { actor_id, submits, accepts, reader }: Onlooker, now: Date): Promise<FilingDetail> {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { asked, contents, checklist, roll_up } = await readFilingState(container, filing, now)
  const [attachments, reasons, steps, late] = [await readAttachments(connection, filing.id), await readReasons(connection, filing.id), await readSteps(connection, filing.id), await readLate(connection, asked)]
  const nameOf = await readActorNames(container, [...attachments.map(({ uploaded_by }) => uploaded_by), ...[...reasons, ...steps].map((one) => one.actor_id)], reader)
  const [head] = await headsOf(container, [filing], now, reader)
  const receive = filing.state === "submitted" && decideRegion(filing.unit.parent_region ?? filing.unit.region_code, accepts).ok
  const isOpen = filing.state === "open" || filing.state === "returned"
  return {
    filing: head!, contents, roll_up, checklist: isOpen ? checklist : [],
    may: {
      submit: isOpen && now >= new Date(head!.may_submit_from) && decideRegion(filing.unit.region_code, submits).ok, receive,
      accept: receive && filing.submitted_by !== actor_id,
    },
    seal: filing.seal_root === null ? null : { height: filing.sealed_height!, root: filing.seal_root },
    attachments: attachments.map(({ filing_id: _filing, uploaded_by, uploaded_at, ...scan }) => ({ ...scan, uploaded_by: nameOf(uploaded_by), uploaded_at: uploaded_at.toISOString() })),
    reasons: reasons.map(({ actor_id: by, at, ...reason }) => ({ ...reason, actor: nameOf(by), at: at.toISOString() })),
    late: late.map(({ event_at, ...row }) => ({ ...row, event_at: event_at.toISOString() })),
    history: steps.map(({ act, at, note, actor_id: by }) => ({ act, at: at.toISOString(), actor: nameOf(by), note })),
    papers: await readPapers(connection, filing.id),
  }
}

/** What the unit's children filed of it, each movement once: Σ parts − twice + not covered = this filing = the ledger. */
async function readRollUp(container: MedusaContainer, asked: Asked, sums: ContentSums, total_fen: number): Promise<RollUp | null> {
  const parts = await readParts(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), asked)
  if (!parts) return null
  const parts_fen = parts.children.reduce((total, { part_fen }) => total + part_fen, 0)
  const figures = { parts_fen, twice_fen: parts_fen - parts.covered_fen, not_covered_fen: sums.earned_fen - parts.covered_fen, total_fen, ledger_fen: sums.earned_fen }
  return { children: parts.children, ...figures, orders: sums.orders, complete: total_fen === sums.earned_fen && parts.children.every(({ state }) => state === "accepted") }
}
