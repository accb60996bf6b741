import { model } from "@medusajs/framework/utils"
import { Certificate } from "./certificate"
import { ProductProfile } from "./product-profile"

export const Producer = model
  .define("producer", {
    id: model.id({ prefix: "prdc" }).primaryKey(),
    name: model.text().searchable(),
    kind: model.text(),
    uscc: model.text().nullable(),
    region_code: model.text(),
    beneficiary_id: model.text().nullable(),
    public_name: model.text().nullable(),
    profiles: model.hasMany(() => ProductProfile, { mappedBy: "producer" }),
    certificates: model.hasMany(() => Certificate, { mappedBy: "producer" }),
  })
  .indexes([
    { on: ["uscc"], unique: true, where: "uscc IS NOT NULL AND deleted_at IS NULL" },
    { on: ["name", "region_code"], where: "deleted_at IS NULL" },
    { on: ["beneficiary_id"], where: "beneficiary_id IS NOT NULL AND deleted_at IS NULL" },
  ])
