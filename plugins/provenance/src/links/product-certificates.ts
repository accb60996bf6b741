import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import ProvenanceModule from "../modules/provenance"

/** So that Query reaches `product.certified_products.certificate`. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  { ...ProvenanceModule.linkable.certifiedProduct.id, primaryKey: "product_id" },
  { readOnly: true, isList: true },
)
