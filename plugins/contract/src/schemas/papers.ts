import { z } from "zod"
import { FenAmount, Period } from "./common.js"

/** `GET /admin/benefit/roster` and `/evidence`. Full ID numbers only for the accepting office's copy, with a reason. */
export const PaperQuery = z.strictObject({
  period: Period,
  format: z.enum(["json", "xlsx"]).default("json"),
  full_ids: z.enum(["true", "false"]).default("false").transform((text) => text === "true"),
  reason: z.string().trim().max(200).default(""),
})
export type PaperQuery = z.infer<typeof PaperQuery>

const PaperHead = { title: z.string(), period: z.string(), from: z.string(), to: z.string(), regions: z.array(z.string()) }

const RosterRow = z.object({ household_id: z.string(), name: z.string(), id_number: z.string().nullable(), phone: z.string().nullable(), amount_fen: FenAmount })

/**
 * 附件1 带贫人员名册. The foot equation: rows_fen + carried_forward_fen + collectives_fen + suspense_fen = ledger_fen,
 * the last read from the ledger by a query of its own. Carried forward: 结转 of rows that would be zero or less.
 */
export const Roster = z.object({
  ...PaperHead,
  stage: z.literal("payable"),
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
 * rows_fen + elsewhere_fen (goods of other regions' producers) + freight_fen = paid_fen, the last read by a query of its own.
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
    order_id: z.string(),
    line_item_id: z.string(),
    payment_reference: z.string(),
  })),
  foot: z.object({ rows_fen: FenAmount, elsewhere_fen: FenAmount, freight_fen: FenAmount, paid_fen: FenAmount, balanced: z.boolean() }),
})
export type Evidence = z.infer<typeof Evidence>
