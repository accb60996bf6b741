import { allowed, refusal } from "@fupin/access"
import { verifyDocumentWorkflow } from "@fupin/benefit/workflows"
import type { VerifiedGoods, VerifiedNumber } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CERTIFICATE_RULES } from "../domain/certificate"
import { whyInvalid } from "../domain/designation"
import { readSpan } from "../domain/moment"
import { publicName } from "../domain/profile"
import { asCertificates, asDesignations, asProducers, type ProducerRow } from "../medusa"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../modules/provenance"
import { readConsentedNames } from "./consented"

interface Found {
  kind: VerifiedGoods["kind"]
  label: string
  number: string
  issuer: string | null
  valid_from: Date
  valid_to: Date | null
  reason: VerifiedGoods["reason"]
  product_ids: string[]
  producer: ProducerRow | null
  report: string | null
  /** When it was true where the goods are from; a lot keeps the origin it was entered with. */
  at: Date
}

/** What a number on a pack or a paper stands for, as of `now` (R9). Nothing personal. Error: unknown_number. */
export async function getVerifiedNumber(container: MedusaContainer, number: string, now: Date): Promise<VerifiedNumber> {
  const goods = await readVerifiedGoods(container, number, now)
  if (goods) return goods
  const { result: document } = await verifyDocumentWorkflow(container).run({ input: { number } })
  if (!document) throw refusal("not_found", "unknown_number")
  return document
}

async function readVerifiedGoods(container: MedusaContainer, number: string, now: Date): Promise<VerifiedGoods | null> {
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  const found = (await findDesignation(provenance, number.trim(), now)) ?? (await findCertificate(provenance, plain(number), now)) ?? (await findLot(provenance, plain(number), now))
  if (!found) return null
  const { product_ids, producer: holder, at, valid_from, valid_to, ...rest } = found
  const profiles = await provenance.readProfiles(product_ids, at)
  const producer = holder ?? profiles[0]?.producer ?? null
  const origin = profiles.length === 1 ? profiles[0]!.origin_code : null
  const paths = await provenance.readRegionPaths([origin, producer?.region_code].flatMap((code) => code ?? []))
  const nameOf = await readConsentedNames(container, producer ? [producer] : [])
  return {
    ...rest,
    valid: rest.reason === null,
    valid_from: valid_from.toISOString(),
    valid_to: valid_to?.toISOString() ?? null,
    products: await publishedProducts(container, product_ids),
    producer: producer && { name: publicName({ ...producer, public_name: nameOf(producer) }, paths[producer.region_code]?.at(-1) ?? ""), kind: producer.kind },
    origin: origin === null ? null : { code: origin, path: paths[origin] ?? [] },
  }
}

async function findDesignation(provenance: ProvenanceModuleService, number: string, now: Date): Promise<Found | null> {
  const [held] = asDesignations(await provenance.listDesignations({ number }))
  if (!held) return null
  const { valid_from, valid_to, product_id } = held
  return { kind: "designation", label: "消费帮扶产品认定", number: held.number, issuer: null, valid_from, valid_to, reason: whyInvalid(held, now), product_ids: [product_id], producer: null, report: null, at: now }
}

async function findCertificate(provenance: ProvenanceModuleService, number: string, now: Date): Promise<Found | null> {
  const [held] = asCertificates(await provenance.listCertificates({ number }, { relations: ["products", "producer"], order: { valid_from: "DESC" } }))
  if (!held) return null
  const { kind, issuer, valid_from, valid_to, producer } = held
  const reason = whyInvalid({ valid_from, valid_to, status: "published" }, now)
  return { kind: "certificate", label: CERTIFICATE_RULES[kind].label, number: held.number, issuer, valid_from, valid_to, reason, product_ids: held.products.map(({ product_id }) => product_id), producer, report: null, at: now }
}

/** The producer is the lot's own, whoever sells the product since. */
async function findLot(provenance: ProvenanceModuleService, code: string, now: Date): Promise<Found | null> {
  const [held] = await provenance.readLots({ code })
  if (!held) return null
  const { made_on, best_before, product_id, producer_id, report, withdrawn_at, created_at } = held
  const span = allowed(readSpan({ valid_from: made_on, valid_to: best_before }))
  const reason = whyInvalid({ ...span, status: withdrawn_at === null ? "published" : "withdrawn" }, now)
  const [producer] = asProducers(await provenance.listProducers({ id: producer_id }))
  return { kind: "lot", label: "商品批次", number: held.code, issuer: null, ...span, reason, product_ids: [product_id], producer: producer ?? null, report: report || null, at: new Date(created_at) }
}

const plain = (number: string) => number.replace(/\s+/g, "").toUpperCase()

async function publishedProducts(container: MedusaContainer, ids: string[]): Promise<VerifiedGoods["products"]> {
  if (ids.length === 0) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "product", fields: ["id", "handle", "title"], filters: { id: ids, status: "published" } })
  return data.map(({ id, handle, title }) => ({ id, handle, title }))
}
