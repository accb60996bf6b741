import { model } from "@medusajs/framework/utils"

/** 受赠单位: takes goods given. Contact and phone are the unit's own public ones. */
export const DonationRecipient = model
  .define("donation_recipient", {
    id: model.id({ prefix: "dnrc" }).primaryKey(),
    name: model.text(),
    kind: model.text(),
    county_code: model.text(),
    detail: model.text(),
    contact: model.text(),
    phone: model.text(),
    need: model.text(),
    saved_by: model.text(),
    closed_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["name", "county_code"], unique: true, where: "deleted_at IS NULL" }])
