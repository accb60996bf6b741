import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import ProvenanceModule from "../modules/provenance"

/** So that Query reaches `product.product_profiles`. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  { ...ProvenanceModule.linkable.productProfile.id, primaryKey: "product_id" },
  { readOnly: true, isList: true },
)
