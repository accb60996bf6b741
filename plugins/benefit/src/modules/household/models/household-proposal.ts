import { model } from "@medusajs/framework/utils"

/** A change that one person proposes and another decides. What it says is sealed: it may hold names and numbers. */
export const HouseholdProposal = model
  .define("household_proposal", {
    id: model.id({ prefix: "hhpr" }).primaryKey(),
    kind: model.enum(["add", "move", "merge", "leave"]),
    /** Whom it is about; for `add` set when it is approved. */
    household_id: model.text().nullable(),
    region_code: model.text(),
    /** Null once the household's identity is removed. */
    change_sealed: model.text().nullable(),
    reason: model.text(),
    state: model.enum(["proposed", "approved", "refused", "withdrawn"]),
    proposed_by: model.text(),
    reviewed_by: model.text().nullable(),
    reviewed_at: model.dateTime().nullable(),
    review_note: model.text().nullable(),
  })
  .indexes([{ on: ["household_id"] }, { on: ["state"] }])
