import { model } from "@medusajs/framework/utils"

/** 批次: what one producer harvested or made of one product on one day. Never changed; what was wrong is taken back with its reason. */
export const Lot = model
  .define("lot", {
    id: model.id({ prefix: "lot" }).primaryKey(),
    code: model.text(),
    product_id: model.text(),
    producer_id: model.text(),
    made_on: model.text(),
    best_before: model.text().nullable(),
    mark: model.text().default(""),
    report: model.text().default(""),
    entered_as: model.text(),
    entered_by: model.text(),
    withdrawn_at: model.dateTime().nullable(),
    withdrawn_by: model.text().nullable(),
    withdraw_reason: model.text().nullable(),
  })
  .indexes([
    { on: ["code"], unique: true, where: "deleted_at IS NULL" },
    { on: ["producer_id", "product_id", "made_on", "mark"], unique: true, where: "withdrawn_at IS NULL AND deleted_at IS NULL" },
    { on: ["product_id"], where: "deleted_at IS NULL" },
  ])
