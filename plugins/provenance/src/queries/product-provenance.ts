import { refusal } from "@fupin/access"
import { summarizeLinkageWorkflow } from "@fupin/benefit/workflows"
import type { ProductProvenance } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { decideBadge, decideSale } from "../domain/designation"
import { holdsAt } from "../domain/moment"
import { publicName } from "../domain/profile"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../modules/provenance"
import { readConsentedNames } from "./consented"

/** Where a published product is from, who sells and who certified it, as of `now`. Errors: unknown_product, no_provenance. */
export async function getProductProvenance(container: MedusaContainer, productId: string, now: Date): Promise<ProductProvenance> {
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [products, [profile], designations, linkages] = await Promise.all([
    query.graph({ entity: "product", fields: ["id"], filters: { id: productId, status: "published" } }),
    provenance.readProfiles([productId], now),
    provenance.readDesignations([productId]),
    summarizeLinkageWorkflow(container).run({ input: { product_ids: [productId] } }),
  ])
  if (products.data.length === 0) throw refusal("not_found", "unknown_product")
  if (!profile) throw refusal("not_found", "no_provenance")
  const code = profile.origin_code
  const [paths, flags, certificates, nameOf] = await Promise.all([
    provenance.readRegionPaths([code, profile.producer.region_code]),
    provenance.readRegionFlags([code], now),
    provenance.readCertificatesOf(productId, profile.producer.id),
    readConsentedNames(container, [profile.producer]),
  ])
  const badge = decideBadge(designations, now)
  const sale = decideSale(designations, now)
  const { id, kind } = profile.producer
  return {
    product_id: productId,
    designation: badge && { number: badge.number, status: badge.status, valid_to: badge.valid_to.toISOString() },
    origin: { code, path: paths[code] ?? [], flags: flags[code] ?? [] },
    producer: { id, kind, name: publicName({ ...profile.producer, public_name: nameOf(profile.producer) }, paths[profile.producer.region_code]?.at(-1) ?? "") },
    certificates: certificates.filter((one) => holdsAt(one, now)).map((one) => ({ kind: one.kind, number: one.number, issuer: one.issuer, valid_to: one.valid_to?.toISOString() ?? null })),
    linkage: linkages.result[productId] ?? { kinds: [], households: 0 },
    problem: sale.ok ? null : { code: sale.code, message: sale.message },
  }
}
