import { model } from "@medusajs/framework/utils"

/** Who takes a household's place from a day on, and why. The one record of successors in the house. Only grows; a later day replaces an earlier one. */
export const HouseholdSuccession = model
  .define("household_succession", {
    id: model.id({ prefix: "hhsc" }).primaryKey(),
    household_id: model.text(),
    successor_id: model.text(),
    /** Business date, the first day on which the successor stands in. */
    from: model.text(),
    reason: model.enum(["death", "move", "merge"]),
    recorded_by: model.text(),
    proposal_id: model.text().nullable(),
  })
  .indexes([{ on: ["household_id", "from"], unique: true }, { on: ["successor_id"] }])
