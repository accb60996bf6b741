import { model } from "@medusajs/framework/utils"
import { Household } from "./household"

/** What the household was, from when until when (business dates). */
export const HouseholdStatusRow = model
  .define("household_status", {
    id: model.id({ prefix: "hhst" }).primaryKey(),
    status: model.text(),
    valid_from: model.text(),
    valid_to: model.text().nullable(),
    household: model.belongsTo(() => Household, { mappedBy: "statuses" }),
  })
  .indexes([{ on: ["household_id", "status", "valid_from"], unique: true, where: "deleted_at IS NULL" }])
