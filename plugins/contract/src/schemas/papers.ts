import { z } from "zod"
import { FenAmount, Period, RegionCode } from "./common.js"

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不对")

/** What a paper is about, beside regions that narrow it: all that is theirs, or one producer, buying unit, campaign or order. */
export const PaperSubject = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("regions") }),
  z.object({ kind: z.enum(["producer", "organisation", "campaign", "order", "filing"]), id: z.string() }),
])
export type PaperSubject = z.infer<typeof PaperSubject>

/**
 * `GET /admin/benefit/roster` and `/evidence`. Full ID numbers only for the accepting office's copy, with a reason.
 * At most one of `producer_id`, `organisation_id` and `order_id`; `region` narrows to a division within one's own.
 */
export const PaperQuery = z.strictObject({
  period: Period,
  format: z.enum(["json", "xlsx", "pdf"]).default("json"),
  region: RegionCode.optional(),
  producer_id: Id.optional(),
  organisation_id: Id.optional(),
  order_id: Id.optional(),
  full_ids: z.enum(["true", "false"]).default("false").transform((text) => text === "true"),
  reason: z.string().trim().max(200).default(""),
}).refine(({ producer_id, organisation_id, order_id }) => [producer_id, organisation_id, order_id].filter(Boolean).length <= 1, { message: "经营主体、采购单位、订单只能选其一", path: ["producer_id"] })
export type PaperQuery = z.infer<typeof PaperQuery>

const PaperHead = { title: z.string(), period: z.string(), from: z.string(), to: z.string(), regions: z.array(z.string()), subject: PaperSubject }

const RosterRow = z.object({ household_id: z.string(), name: z.string(), id_number: z.string().nullable(), phone: z.string().nullable(), amount_fen: FenAmount })

/**
 * 附件1 带贫人员名册. The foot equation: rows_fen + carried_forward_fen + collectives_fen + suspense_fen = ledger_fen,
 * the last read from the ledger by a query of its own. Carried forward: 结转 of rows that would be zero or less.
 */
export const Roster = z.object({
  ...PaperHead,
  stage: z.enum(["payable", "settled"]),
  rows: z.array(RosterRow),
  carried_forward: z.array(RosterRow),
  collectives: z.array(z.object({ household_id: z.string(), name: z.string(), amount_fen: FenAmount })),
  foot: z.object({
    rows_fen: FenAmount, carried_forward_fen: FenAmount, collectives_fen: FenAmount, suspense_fen: FenAmount, ledger_fen: FenAmount, balanced: z.boolean(),
  }),
})
export type Roster = z.infer<typeof Roster>

/**
 * 附件2 消费扶贫证明材料: one row per line and payment; a reversal is negative and cites the original.
 * rows_fen + elsewhere_fen (goods of other regions' producers) + freight_fen = paid_fen + direct_fen (bought outside the shop by
 * sales voucher), the last two read by queries of their own.
 */
export const Evidence = z.object({
  ...PaperHead,
  rows: z.array(z.object({
    serial: z.number().int(),
    product: z.string(),
    seller: z.string(),
    buyer: z.string(),
    quantity: z.string(),
    amount_fen: FenAmount,
    traded_at: z.string(),
    remarks: z.string(),
    /** null where a sales voucher proves what was bought outside the shop; then the reference is the journal's. */
    order_id: z.string().nullable(),
    line_item_id: z.string().nullable(),
    payment_reference: z.string(),
  })),
  foot: z.object({ rows_fen: FenAmount, elsewhere_fen: FenAmount, freight_fen: FenAmount, direct_fen: FenAmount, paid_fen: FenAmount, balanced: z.boolean() }),
})
export type Evidence = z.infer<typeof Evidence>
