import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import ProvenanceModule from "../modules/provenance"

/** So that Query reaches `product.designations`. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  { ...ProvenanceModule.linkable.designation.id, primaryKey: "product_id" },
  { readOnly: true, isList: true },
)
