import { model } from "@medusajs/framework/utils"
import { HouseholdStatusRow } from "./household-status"

/** A beneficiary: a household or a village collective. Columns ending in _sealed hold ciphertext only. */
export const Household = model
  .define("household", {
    id: model.id({ prefix: "hh" }).primaryKey(),
    code: model.text(),
    kind: model.enum(["household", "collective"]),
    name: model.text(),
    payee_name: model.text(),
    region_code: model.text(),
    name_consent_on: model.text().nullable(),
    id_number_sealed: model.text().nullable(),
    id_number_index: model.text().nullable(),
    phone_sealed: model.text().nullable(),
    bank_account_sealed: model.text().nullable(),
    statuses: model.hasMany(() => HouseholdStatusRow, { mappedBy: "household" }),
  })
  .indexes([
    { on: ["code"], unique: true, where: "deleted_at IS NULL" },
    { on: ["id_number_index"], unique: true, where: "deleted_at IS NULL AND id_number_index IS NOT NULL" },
    { on: ["region_code"] },
  ])
