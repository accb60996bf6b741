import { model } from "@medusajs/framework/utils"
import { Organisation } from "./organisation"

/** One role of one person (a customer) in one organisation. Leaving is a date: who could do what stays readable. */
export const OrganisationMember = model
  .define("organisation_member", {
    id: model.id({ prefix: "orgm" }).primaryKey(),
    organisation: model.belongsTo(() => Organisation, { mappedBy: "members" }),
    customer_id: model.text(),
    role: model.text(),
    verified_at: model.dateTime().nullable(),
    verified_by: model.text().nullable(),
    refused_at: model.dateTime().nullable(),
    refusal_reason: model.text().nullable(),
    left_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["organisation_id", "customer_id", "role"], unique: true, where: "deleted_at IS NULL" },
    { on: ["customer_id"], where: "deleted_at IS NULL" },
  ])
