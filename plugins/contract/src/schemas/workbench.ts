import { z } from "zod"
import { Demand, DemandQuote } from "./demand.js"
import { BusinessDate } from "./common.js"
import { SupplyAgreement } from "./institution.js"
import { Invitation } from "./organisation.js"
import { PackedLot, PackingKind } from "./lot.js"
import { Packing } from "./supply.js"
import { Id, PlainText, SettleBy } from "./supply-terms.js"

/** `POST /admin/institution/producers/:id/invitations` → `{ code, people }`: the code is shown this once. */
export const ProducerInvitationInput = z.strictObject({ note: PlainText(60).default(""), valid_days: z.number().int().min(1).max(30).default(7) })
export type ProducerInvitationInput = z.infer<typeof ProducerInvitationInput>

/** `POST /admin/institution/producers/:id/standing`: a producer that is blacklisted or has ended may look, not act. */
export const ProducerStandingInput = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("stop"), reason: PlainText(200).min(4, "请写明暂停的原因（至少四个字）") }),
  z.strictObject({ act: z.literal("lift") }),
])
export type ProducerStandingInput = z.infer<typeof ProducerStandingInput>

export const ProducerMember = z.object({ id: z.string(), customer_id: z.string(), name: z.string(), email: z.string(), invited_at: z.string(), verified_at: z.string(), left_at: z.string().nullable() })
export type ProducerMember = z.infer<typeof ProducerMember>
export const ProducerInvitation = Invitation.omit({ role: true })
export type ProducerInvitation = z.infer<typeof ProducerInvitation>

/** `GET /admin/institution/producers/:id/people` → `{ people }`: who acts for a producer, who is invited, and whether it may act at all. */
export const ProducerPeople = z.object({ stopped: z.object({ reason: z.string(), since: z.string() }).nullable(), members: z.array(ProducerMember), invitations: z.array(ProducerInvitation) })
export type ProducerPeople = z.infer<typeof ProducerPeople>

/** `GET /store/workbench/producers` → `{ producers }`: those that the signed-in person acts for; `stopped` says why one may only look. */
export const MyProducer = z.object({ id: z.string(), name: z.string(), stopped: z.string().nullable() })
export type MyProducer = z.infer<typeof MyProducer>

/** Every list of the workbench is one producer's. */
export const ProducerQuery = z.strictObject({ producer_id: Id })
export type ProducerQuery = z.infer<typeof ProducerQuery>

/** `GET /store/workbench/packing?producer_id=&date=&format=json|pdf|xlsx` */
export const WorkbenchPackingQuery = z.strictObject({ producer_id: Id, date: BusinessDate, format: z.enum(["json", "pdf", "xlsx"]).default("json") })
export type WorkbenchPackingQuery = z.infer<typeof WorkbenchPackingQuery>

/** Its list of a date, and whom to ring where each delivery goes: the one thing it learns of a unit's people, and nothing once the day is over or while it is stopped. */
export const WorkbenchPacking = Packing.extend({ places: z.array(z.object({ occurrence_id: z.string(), address: z.string(), contact: z.string(), phone: z.string() })) })
export type WorkbenchPacking = z.infer<typeof WorkbenchPacking>

/** Something that waits for the producer's answer: terms proposed by the unit, a demand it could quote for, a disputed statement, an invoice asked for. */
export const WorkbenchTask = z.object({ kind: z.enum(["proposal", "demand", "dispute", "invoice"]), id: z.string(), title: z.string(), detail: z.string() })
export type WorkbenchTask = z.infer<typeof WorkbenchTask>

/** `GET /store/workbench/today?producer_id=`: what waits, and what is to be sent in the next days; days with nothing are absent. */
export const WorkbenchToday = z.object({
  today: z.string(), tasks: z.array(WorkbenchTask),
  days: z.array(z.object({ date: z.string(), units: z.number().int(), lines: z.array(z.object({ variant_id: z.string(), title: z.string(), specification: z.string(), settle_by: SettleBy, supplied: z.number() })) })),
})
export type WorkbenchToday = z.infer<typeof WorkbenchToday>

const OwnGoods = z.object({ variant_id: z.string(), title: z.string(), specification: z.string() })

/**
 * `GET /store/workbench/demands?producer_id=` → `{ demands }`, `…/demands/:id?producer_id=` → `{ demand }`: what the producer can quote for, and what it
 * quoted for. Nothing of other producers: neither their quotes nor how many there are.
 */
export const WorkbenchDemand = Demand.omit({ organisation_id: true, quotes: true, quote_count: true, chosen: true }).extend({
  /** Its certified goods from where they are asked. */
  goods: z.array(OwnGoods),
  quote: DemandQuote.omit({ producer: true, place: true, standing: true }).nullable(),
  outcome: z.enum(["won", "lost"]).nullable(), agreement_id: z.string().nullable(),
})
export type WorkbenchDemand = z.infer<typeof WorkbenchDemand>

/** `GET /store/workbench/agreements?producer_id=` → `{ agreements }`; with an id `{ agreement, dossier }`. */
export const WorkbenchAgreement = SupplyAgreement.extend({ organisation_name: z.string() })
export type WorkbenchAgreement = z.infer<typeof WorkbenchAgreement>

/** `POST /store/workbench/invoices/:id/decline`: the buyer reads why. */
export const DeclineInvoiceInput = z.strictObject({ reason: PlainText(200).min(4, "请写明不能开具的原因（至少四个字）") })
export type DeclineInvoiceInput = z.infer<typeof DeclineInvoiceInput>

/** `GET /store/workbench/campaign-goods?producer_id=` → `{ campaigns }`: what it packs beside standing orders and is not there yet: gift packs, those that replace spoiled ones, batches of its harvest. */
export const WorkbenchCampaign = z.object({
  kind: PackingKind.exclude(["occurrence"]), id: z.string(), title: z.string(), /** The day it is to be there; a replacement goes at once. */ due_on: z.string(), organisation_name: z.string(),
  lines: z.array(z.object({ ...OwnGoods.shape, product_id: z.string(), quantity: z.number(), lots: z.array(PackedLot) })),
})
export type WorkbenchCampaign = z.infer<typeof WorkbenchCampaign>
