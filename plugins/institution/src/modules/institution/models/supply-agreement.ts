import { model } from "@medusajs/framework/utils"
import { Organisation } from "./organisation"
import { StandingOrder } from "./standing-order"

/** 定向采购协议: a term, delivery days and lines. Days are business days, YYYY-MM-DD. */
export const SupplyAgreement = model
  .define("supply_agreement", {
    id: model.id({ prefix: "sagr" }).primaryKey(),
    number: model.text(),
    organisation: model.belongsTo(() => Organisation, { mappedBy: "agreements" }),
    producer_id: model.text().nullable(),
    valid_from: model.text(),
    valid_to: model.text(),
    weekdays: model.array(),
    lead_time_days: model.number(),
    /** draft → negotiating → signed → terminated; `valid_to` is then its last day, `agreed_to` the one that was signed. */
    stage: model.text().default("signed"),
    signed_on: model.text().nullable(),
    agreed_to: model.text().nullable(),
    termination_reason: model.text().nullable(),
    /** One more whenever terms or stage change; `agreement_revision` keeps what each said. */
    version: model.number().default(1),
    lines: model.hasMany(() => SupplyAgreementLine, { mappedBy: "agreement" }),
    standing_orders: model.hasMany(() => StandingOrder, { mappedBy: "agreement" }),
  })
  .cascades({ delete: ["lines"] })
  .indexes([{ on: ["number"], unique: true, where: "deleted_at IS NULL" }])

export const SupplyAgreementLine = model
  .define("supply_agreement_line", {
    id: model.id({ prefix: "sagl" }).primaryKey(),
    agreement: model.belongsTo(() => SupplyAgreement, { mappedBy: "lines" }),
    variant_id: model.text(),
    unit_price_fen: model.number(),
    max_quantity: model.number().nullable(),
    min_quantity: model.number().nullable(),
    term_min: model.number().nullable(),
    term_max: model.number().nullable(),
    price_rule: model.json().default({ kind: "lock" }),
    grade: model.text().default(""),
    substitute_variant_id: model.text().nullable(),
    temperature: model.text().default("ambient"),
    settle_by: model.text().default("count"),
  })
  .indexes([{ on: ["agreement_id", "variant_id"], unique: true, where: "deleted_at IS NULL" }])
