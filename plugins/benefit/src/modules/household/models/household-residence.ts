import { model } from "@medusajs/framework/utils"

/** In which village a household lived since when (business date); without rows it always lived where it lives now. Only grows. */
export const HouseholdResidence = model
  .define("household_residence", {
    id: model.id({ prefix: "hhrs" }).primaryKey(),
    household_id: model.text(),
    region_code: model.text(),
    since: model.text(),
  })
  .indexes([{ on: ["household_id", "since"], unique: true }])
