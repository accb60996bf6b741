import { model } from "@medusajs/framework/utils"
import { Occurrence } from "./occurrence"
import { SupplyAgreement } from "./supply-agreement"

/** 定向认购: what is delivered on which days under an agreement. The contact's phone is sealed. */
export const StandingOrder = model
  .define("standing_order", {
    id: model.id({ prefix: "stor" }).primaryKey(),
    agreement: model.belongsTo(() => SupplyAgreement, { mappedBy: "standing_orders" }),
    name: model.text(),
    weekdays: model.array(),
    starts_on: model.text(),
    ends_on: model.text().nullable(),
    paused_from: model.text().nullable(),
    resume_on: model.text().nullable(),
    skip_statutory_holidays: model.boolean().default(true),
    deliver_on_makeup_workdays: model.boolean().default(false),
    observe_vacations: model.boolean().default(true),
    headcount: model.number().nullable(),
    /** Grows with each change: whoever saves an older one is told. */
    version: model.number().default(1),
    delivery: model.json(),
    delivery_phone_sealed: model.text(),
    /** A unit that the goods are given to (爱心捐赠); `delivery` is then its address as it was when saved. */
    recipient_id: model.text().nullable(),
    /** Why it is bought; null: as the unit says of all it buys. */
    reason: model.text().nullable(),
    created_by: model.text().nullable(),
    lines: model.hasMany(() => StandingOrderLine, { mappedBy: "standing_order" }),
    occurrences: model.hasMany(() => Occurrence, { mappedBy: "standing_order" }),
  })
  .cascades({ delete: ["lines"] })
  .indexes([{ on: ["agreement_id", "name"], unique: true, where: "deleted_at IS NULL" }])

export const StandingOrderLine = model
  .define("standing_order_line", {
    id: model.id({ prefix: "stol" }).primaryKey(),
    standing_order: model.belongsTo(() => StandingOrder, { mappedBy: "lines" }),
    variant_id: model.text(),
    quantity: model.number(),
  })
  .indexes([{ on: ["standing_order_id", "variant_id"], unique: true, where: "deleted_at IS NULL" }])
