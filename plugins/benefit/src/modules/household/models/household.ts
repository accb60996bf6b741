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
    /** Follows from `name_consent` by trigger; null while processing is restricted. */
    name_consent_on: model.text().nullable(),
    id_number_sealed: model.text().nullable(),
    id_number_index: model.text().nullable(),
    phone_sealed: model.text().nullable(),
    phone_index: model.text().nullable(),
    bank_account_sealed: model.text().nullable(),
    /** Last day as a beneficiary of new sales, and why; what was earned stays. */
    ended_on: model.text().nullable(),
    end_reason: model.enum(["own_wish", "death", "moved_away", "not_eligible", "merged"]).nullable(),
    /** Since when its data may only be kept, not used: an erasure was requested. */
    restricted_at: model.dateTime().nullable(),
    /** When its identity was removed. */
    erased_at: model.dateTime().nullable(),
    statuses: model.hasMany(() => HouseholdStatusRow, { mappedBy: "household" }),
  })
  .indexes([
    { on: ["code"], unique: true, where: "deleted_at IS NULL" },
    { on: ["id_number_index"], unique: true, where: "deleted_at IS NULL AND id_number_index IS NOT NULL" },
    { on: ["region_code"] },
    { on: ["phone_index"], where: "phone_index IS NOT NULL" },
  ])
