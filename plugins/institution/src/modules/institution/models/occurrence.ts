import { model } from "@medusajs/framework/utils"
import { StandingOrder } from "./standing-order"

/** One delivery date of a standing order. `attempt` grows with each claim and fences off a worker whose lease ran out. */
export const Occurrence = model
  .define("occurrence", {
    id: model.id({ prefix: "occ" }).primaryKey(),
    standing_order: model.belongsTo(() => StandingOrder, { mappedBy: "occurrences" }),
    delivery_date: model.text(),
    /** 1, or more for a second delivery of the same date (补货), which carries its own lines alone. */
    round: model.number().default(1),
    cutoff_on: model.text(),
    state: model.text(),
    decided_by: model.text().nullable(),
    attempt: model.number().default(0),
    lease_until: model.dateTime().nullable(),
    error: model.text().nullable(),
    /** This date's own quantities by variant; others follow the standing order. */
    edits: model.json(),
    /** What the standing order asked for when each of them was set, for the three-way merge. */
    bases: model.json().default({}),
    headcount: model.number().nullable(),
    version: model.number().default(1),
    expected_benefit_fen: model.number().nullable(),
    households: model.number().nullable(),
    order_ids: model.array(),
    accepted_at: model.dateTime().nullable(),
    accepted_by: model.text().nullable(),
    lines: model.hasMany(() => OccurrenceLine, { mappedBy: "occurrence" }),
  })
  .cascades({ delete: ["lines"] })
  .indexes([
    { on: ["standing_order_id", "delivery_date", "round"], unique: true },
    { on: ["state", "delivery_date"] },
  ])

/** What was asked for, supplied and accepted, side by side with the reason; written when it is placed. Quantities are numeric in the database: goods settled by weight are accepted to the gram. */
export const OccurrenceLine = model
  .define("occurrence_line", {
    id: model.id({ prefix: "occl" }).primaryKey(),
    occurrence: model.belongsTo(() => Occurrence, { mappedBy: "lines" }),
    variant_id: model.text(),
    seller_id: model.text().nullable(),
    unit_price_fen: model.number(),
    settle_by: model.text().default("count"),
    requested: model.float(),
    supplied: model.float(),
    accepted: model.float().nullable(),
    reason: model.text().nullable(),
    order_id: model.text().nullable(),
    line_item_id: model.text().nullable(),
  })
  .indexes([{ on: ["occurrence_id", "variant_id"], unique: true }, { on: ["order_id"] }])
