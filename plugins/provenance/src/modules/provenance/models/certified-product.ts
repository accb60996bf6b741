import { model } from "@medusajs/framework/utils"
import { Certificate } from "./certificate"

/** A product that a certificate names. A producer's certificate that names none covers all its products. */
export const CertifiedProduct = model
  .define("certified_product", {
    id: model.id({ prefix: "cepr" }).primaryKey(),
    product_id: model.text(),
    certificate: model.belongsTo(() => Certificate, { mappedBy: "products" }),
  })
  .indexes([{ on: ["product_id", "certificate_id"], unique: true, where: "deleted_at IS NULL" }])
