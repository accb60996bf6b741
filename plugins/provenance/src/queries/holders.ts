import { allowed, refusal } from "@fupin/access"
import type { CertificateInput, ProducerInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { decideCertificate } from "../domain/certificate"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../modules/provenance"
import { readOrigins } from "./product-dossier"

const provenanceOf = (container: MedusaContainer): ProvenanceModuleService => container.resolve(PROVENANCE_MODULE)

/** Where these producers lie; those that do not exist lie nowhere. */
export async function readProducerRegions(container: MedusaContainer, ids: string[]): Promise<string[]> {
  return (await provenanceOf(container).listProducers({ id: ids }, { select: ["region_code"], take: null })).map(({ region_code }) => region_code)
}

/** Who sells the product now. Error: no_provenance. */
export async function readSeller(container: MedusaContainer, productId: string, now: Date): Promise<string> {
  const [profile] = await provenanceOf(container).readProfiles([productId], now)
  if (!profile) throw refusal("not_allowed", "no_provenance")
  return profile.producer.id
}

/** Where everything lies that saving this producer touches: itself, what it replaces, the household that it is. */
export async function readProducerHolders(container: MedusaContainer, { id, uscc, region_code, beneficiary_id }: ProducerInput): Promise<string[]> {
  const held = await provenanceOf(container).listProducers({ $or: [{ id: id ?? [] }, { uscc: uscc ?? [] }] }, { select: ["region_code"] })
  return [region_code, ...held.map((one) => one.region_code), ...(await readBeneficiaryRegions(container, beneficiary_id === null ? [] : [beneficiary_id]))]
}

/** Where everything lies that saving this certificate touches: its producer and products, and those of the certificate it replaces. */
export async function readCertificateHolders(container: MedusaContainer, input: CertificateInput, now: Date): Promise<string[]> {
  const number = allowed(decideCertificate(input))
  const [held] = await provenanceOf(container).listCertificates({ kind: input.kind, number }, { relations: ["products"] })
  const producers = [input.producer_id, held?.producer_id].flatMap((id) => id ?? [])
  const replaced = await provenanceOf(container).readProfiles((held?.products ?? []).map(({ product_id }) => product_id), now)
  return [
    ...(await readOrigins(container, input.product_ids, now)), ...replaced.map(({ origin_code }) => origin_code), ...(await readProducerRegions(container, producers)),
  ]
}

/** Where these beneficiaries live; those that do not exist live nowhere. */
export async function readBeneficiaryRegions(container: MedusaContainer, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "household", fields: ["id", "region_code"], filters: { id: ids } })
  return data.map(({ region_code }: { region_code: string }) => region_code)
}
