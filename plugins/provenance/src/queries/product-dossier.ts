import { refusal } from "@fupin/access"
import type { ProductDossier } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { whyInvalid } from "../domain/designation"
import { holdsAt } from "../domain/moment"
import { showLots } from "./lots"
import type { CertificateRow, ProfileRow } from "../medusa"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../modules/provenance"

/** Where a product is from today, for deciding who may touch it. Error: unknown_product. */
export async function readOrigins(container: MedusaContainer, productIds: string[], now: Date): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "product", fields: ["id"], filters: { id: productIds } })
  if (data.length < new Set(productIds).size) throw refusal("not_found", "unknown_product")
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  return (await provenance.readProfiles(productIds, now)).map(({ origin_code }) => origin_code)
}

/** Everything staff see on a product's page, ended designations and certificates too. */
export async function getProductDossier(container: MedusaContainer, productId: string, now: Date): Promise<ProductDossier> {
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  const [profile] = await provenance.readProfiles([productId], now)
  const [designations, certificates, lots] = await Promise.all([
    provenance.readDesignations([productId]),
    provenance.readCertificatesOf(productId, profile?.producer.id ?? null),
    provenance.readLots({ product_id: [productId] }, 50),
  ])
  return {
    product_id: productId,
    profile: profile ? await describeProfile(provenance, profile, now) : null,
    designations: designations.map(({ id, number, status, valid_from, valid_to, ...row }) => ({
      id, number, status, valid_from: valid_from.toISOString(), valid_to: valid_to.toISOString(), in_force: whyInvalid({ status, valid_from, valid_to, ...row }, now) === null,
    })),
    certificates: await Promise.all(certificates.map((row) => describeCertificate(container, row, now))),
    lots: showLots(lots, now),
  }
}

async function describeProfile(provenance: ProvenanceModuleService, profile: ProfileRow, now: Date): Promise<ProductDossier["profile"]> {
  const code = profile.origin_code
  const [paths, flags] = await Promise.all([provenance.readRegionPaths([code]), provenance.readRegionFlags([code], now)])
  const { id, name, kind, uscc, region_code, beneficiary_id, public_name } = profile.producer
  return {
    id: profile.id,
    producer: { id, name, kind, uscc, region_code, beneficiary_id, public_name },
    origin: { code, path: paths[code] ?? [], flags: flags[code] ?? [] },
    valid_from: profile.valid_from.toISOString(),
    valid_to: profile.valid_to?.toISOString() ?? null,
  }
}

async function describeCertificate(container: MedusaContainer, row: CertificateRow, now: Date): Promise<ProductDossier["certificates"][number]> {
  const file = row.file_id === null ? null : await container.resolve(Modules.FILE).retrieveFile(row.file_id)
  const { id, kind, number, issuer } = row
  return { id, kind, number, issuer, valid_from: row.valid_from.toISOString(), valid_to: row.valid_to?.toISOString() ?? null, file_url: file?.url ?? null, in_force: holdsAt(row, now) }
}
