import { model } from "@medusajs/framework/utils"

export const DivisionFlag = model
  .define("division_flag", {
    id: model.id({ prefix: "dfla" }).primaryKey(),
    region_code: model.text(),
    flag: model.text(),
    valid_from: model.dateTime(),
    valid_to: model.dateTime().nullable(),
  })
  .indexes([{ on: ["region_code", "flag", "valid_from"], unique: true, where: "deleted_at IS NULL" }])
