import { model } from "@medusajs/framework/utils"

/** A household's written consent to be named in public, and its withdrawal, once. `household.name_consent_on` follows from these rows by trigger. */
export const NameConsent = model
  .define("name_consent", {
    id: model.id({ prefix: "nmcs" }).primaryKey(),
    household_id: model.text(),
    purpose: model.enum(["public_name"]),
    given_on: model.text(),
    /** Number or SHA-256 of the scan; null for what was recorded before scans were kept. */
    evidence: model.text().nullable(),
    recorded_by: model.text(),
    withdrawn_on: model.text().nullable(),
    withdrawn_by: model.text().nullable(),
  })
  .indexes([{ on: ["household_id", "purpose"], unique: true, where: "withdrawn_on IS NULL" }])
