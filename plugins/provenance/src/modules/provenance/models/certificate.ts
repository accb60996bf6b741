import { model } from "@medusajs/framework/utils"
import { CertifiedProduct } from "./certified-product"
import { Producer } from "./producer"

export const Certificate = model
  .define("certificate", {
    id: model.id({ prefix: "cert" }).primaryKey(),
    kind: model.text(),
    number: model.text(),
    issuer: model.text(),
    producer: model.belongsTo(() => Producer, { mappedBy: "certificates" }).nullable(),
    area_code: model.text().nullable(),
    file_id: model.text().nullable(),
    valid_from: model.dateTime(),
    valid_to: model.dateTime().nullable(),
    products: model.hasMany(() => CertifiedProduct, { mappedBy: "certificate" }),
  })
  .indexes([
    { on: ["kind", "number"], unique: true, where: "deleted_at IS NULL" },
    { on: ["number"], where: "deleted_at IS NULL" },
  ])
