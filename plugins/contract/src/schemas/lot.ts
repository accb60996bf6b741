import { z } from "zod"
import { BusinessDate } from "./common.js"
import { Id, PlainText } from "./supply-terms.js"

/** `POST /admin/provenance/products/:id/lots`: what was harvested or made on one day; entered again it is the same lot. */
export const LotInput = z.strictObject({
  made_on: BusinessDate,
  best_before: BusinessDate.nullable().default(null),
  /** The producer's own number (自编批号), which tells two lots of one day apart. */
  mark: PlainText(30).default(""),
  /** What proves it: number of a test report, of a certificate, or a note. */
  report: PlainText(80).default(""),
})
export type LotInput = z.infer<typeof LotInput>

/** `POST /store/workbench/lots`: a lot of the producer's own goods. */
export const OwnLotInput = LotInput.extend({ producer_id: Id, product_id: Id })
export type OwnLotInput = z.infer<typeof OwnLotInput>

/** `POST …/lots/:id/withdraw`: entered by mistake, or called back; it can be packed no more, and who looks it up is told. */
export const WithdrawLotInput = z.strictObject({ reason: PlainText(200).min(4, "请写明撤回的原因（至少四个字）") })
export type WithdrawLotInput = z.infer<typeof WithdrawLotInput>

/** 批次: what one producer harvested or made of one product on one day. Its code answers at `GET /store/verify/:number`. */
export const Lot = z.object({
  id: z.string(), code: z.string(), product_id: z.string(), producer_id: z.string(), made_on: z.string(), best_before: z.string().nullable(), mark: z.string(), report: z.string(),
  entered_as: z.enum(["staff", "producer"]), entered_at: z.string(), /** Why it was taken back; null: it stands. */ withdrawn: z.string().nullable(), /** Whether its last day is over. */ expired: z.boolean(),
})
export type Lot = z.infer<typeof Lot>

/** `GET /store/workbench/lots?producer_id=`: its products, those it no longer sells for the names of their lots, and its lots of the last half year, the newest in front. */
export const WorkbenchLots = z.object({ products: z.array(z.object({ id: z.string(), title: z.string(), is_sold: z.boolean() })), lots: z.array(Lot) })
export type WorkbenchLots = z.infer<typeof WorkbenchLots>

/** What is packed together: a date of a standing order, a campaign's orders, one order that replaces a spoiled pack, or a batch of a harvest that was booked ahead. */
export const PackingKind = z.enum(["occurrence", "campaign", "replacement", "batch"])
export type PackingKind = z.infer<typeof PackingKind>

/** `POST /store/workbench/packed-lots`, `POST /admin/institution/packed-lots`: which lots went into goods of a load, in place of what was named before. */
export const PackedLotsInput = z.strictObject({ load: z.strictObject({ kind: PackingKind, id: Id }), variant_id: Id, lot_ids: z.array(Id).max(5, "一种商品最多选五个批次").default([]) })
export type PackedLotsInput = z.infer<typeof PackedLotsInput>

/** A lot beside the goods that were packed from it. */
export const PackedLot = Lot.pick({ id: true, code: true, made_on: true, best_before: true, withdrawn: true })
export type PackedLot = z.infer<typeof PackedLot>

/** `GET /admin/institution/packed-lots?kind=&id=`: what is in a load, from which lots it is packed, and from which it could be. */
export const PackedGoodsQuery = PackedLotsInput.shape.load
export const PackedGoods = z.object({ is_closed: z.boolean(), goods: z.array(z.object({ variant_id: z.string(), title: z.string(), specification: z.string(), quantity: z.number(), lots: z.array(PackedLot), choices: z.array(PackedLot) })), /** Of a campaign: orders that replace spoiled packs, each a load of its own. */ replacements: z.array(z.object({ id: z.string(), reason: z.string() })) })
export type PackedGoods = z.infer<typeof PackedGoods>
