import { model } from "@medusajs/framework/utils"

/** 区划. Not called region: that word is taken by core's currency regions. */
export const Division = model
  .define("division", {
    code: model.text().primaryKey(),
    name: model.text().searchable(),
    level: model.text(),
    parent_code: model.text().nullable(),
  })
  .indexes([{ on: ["parent_code"], where: "deleted_at IS NULL" }])
