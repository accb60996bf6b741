import { model } from "@medusajs/framework/utils"

export const Designation = model
  .define("designation", {
    id: model.id({ prefix: "desi" }).primaryKey(),
    number: model.text(),
    product_id: model.text(),
    status: model.text(),
    valid_from: model.dateTime(),
    valid_to: model.dateTime(),
  })
  .indexes([
    { on: ["number"], unique: true, where: "deleted_at IS NULL" },
    { on: ["product_id"], where: "deleted_at IS NULL" },
  ])
