import { model } from "@medusajs/framework/utils"
import { Producer } from "./producer"

export const ProductProfile = model
  .define("product_profile", {
    id: model.id({ prefix: "prpr" }).primaryKey(),
    product_id: model.text(),
    producer: model.belongsTo(() => Producer, { mappedBy: "profiles" }),
    origin_code: model.text(),
    valid_from: model.dateTime(),
    valid_to: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["product_id", "valid_from"], unique: true, where: "deleted_at IS NULL" },
    { name: "product_profile_one_open", on: ["product_id"], unique: true, where: "valid_to IS NULL AND deleted_at IS NULL" },
  ])
