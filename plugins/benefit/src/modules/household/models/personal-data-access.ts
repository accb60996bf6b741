import { model } from "@medusajs/framework/utils"

/** Who saw whose personal data in clear, when and why. Only grows. */
export const PersonalDataAccess = model
  .define("personal_data_access", {
    id: model.id({ prefix: "pdac" }).primaryKey(),
    household_id: model.text(),
    actor_id: model.text(),
    action: model.text(),
    fields: model.array(),
    reason: model.text(),
  })
  .indexes([{ on: ["household_id"] }, { on: ["created_at"] }])
