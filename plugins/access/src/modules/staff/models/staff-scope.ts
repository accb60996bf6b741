import { model } from "@medusajs/framework/utils"

export const StaffScope = model
  .define("staff_scope", {
    id: model.id({ prefix: "stsc" }).primaryKey(),
    user_id: model.text(),
    role: model.text(),
    region: model.text(),
    valid_to: model.dateTime().nullable(),
  })
  .indexes([{ on: ["user_id", "role", "region"], unique: true, where: "deleted_at IS NULL" }])
