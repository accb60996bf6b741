import { allowed, refusal } from "@fupin/access"
import type { CertificateInput, DesignationInput, ProducerInput, ProductProfileInput } from "@fupin/contract/schemas"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { generateEntityId, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { decideCertificate } from "../../domain/certificate"
import { readSpan } from "../../domain/moment"
import { matchProducer } from "../../domain/producer"
import { decideOrigin, planProfile } from "../../domain/profile"
import { asDesignations, asProducers, asProfiles, type CertificateRow, type DesignationRow, type ProducerRow, type ProfileRow } from "../../medusa"
import { ProvenanceLots } from "./lots"
import { CERTIFICATES, CERTIFIED_PRODUCTS, DESIGNATIONS, PRODUCERS, PROFILES, upsert } from "./upsert"

type Tx = Context<EntityManager>

/**
 * What the module writes. Every save is one transaction under one lock, reads before it decides, and finds rows again
 * by their natural key, so that saving the same twice changes nothing.
 */
export class ProvenanceModuleService extends ProvenanceLots {
  /** Answers in the order given. Errors: uscc_required, invalid_uscc, duplicate_uscc, unknown_region (R25). */
  @InjectTransactionManager()
  async saveProducers(inputs: ProducerInput[], @MedusaContext() context: Tx = {}): Promise<ProducerRow[]> {
    await this.lock(context)
    await this.refuseUnknownRegions(inputs.map(({ region_code }) => region_code), context)
    const $or = [{ id: inputs.flatMap(({ id }) => id ?? []) }, { uscc: inputs.flatMap(({ uscc }) => uscc ?? []) }, { name: inputs.map(({ name }) => name) }]
    const held = asProducers(await this.listProducers({ $or }, { take: null }, context))
    const rows: ProducerRow[] = []
    for (const input of inputs) {
      const match = allowed(matchProducer([...held, ...rows], input))
      rows.push({ ...input, id: match?.id ?? generateEntityId(input.id, "prdc") })
    }
    const saved = await upsert<ProducerRow>(context.transactionManager!, PRODUCERS, rows.map((row) => ({ ...row })))
    return rows.map(({ id }) => saved.find((one) => one.id === id)!)
  }

  /** A later profile ends the earlier. Errors: invalid_validity, unknown_producer, unknown_region, origin_outside_area (R13), profile_overlaps. */
  @InjectTransactionManager()
  async saveProductProfiles(inputs: ProductProfileInput[], @MedusaContext() context: Tx = {}): Promise<ProfileRow[]> {
    await this.lock(context)
    await this.refuseUnknownRegions(inputs.map(({ origin_code }) => origin_code), context)
    await this.refuseUnknownProducers(inputs.map(({ producer_id }) => producer_id), context)
    const productIds = inputs.map(({ product_id }) => product_id)
    const areas = await this.readAreas(productIds, context)
    const held = asProfiles(await this.listProductProfiles({ product_id: productIds }, { take: null }, context))
    const rows = inputs.map((input) => ({ ...input, ...allowed(readSpan(input)), id: generateEntityId(undefined, "prpr") }))
    for (const row of rows.sort((a, b) => a.valid_from.getTime() - b.valid_from.getTime())) {
      const mine = held.filter(({ product_id }) => product_id === row.product_id)
      allowed(decideOrigin(areas.filter(({ product_id }) => product_id === row.product_id).map(({ area_code }) => area_code), row.origin_code))
      for (const ended of allowed(planProfile(mine, row), "conflict")) {
        ended.valid_to = row.valid_from
        await context.transactionManager!.execute("update product_profile set valid_to = ?, updated_at = now() where id = ?", [row.valid_from.toISOString(), ended.id])
      }
      const [saved] = await upsert<ProfileRow>(context.transactionManager!, PROFILES, [row])
      held.push(saved!)
    }
    return held.filter((one) => rows.some((row) => row.product_id === one.product_id && row.valid_from.getTime() === new Date(one.valid_from).getTime()))
  }

  /** Errors: invalid_validity, designation_of_another_product. */
  @InjectTransactionManager()
  async saveDesignations(inputs: DesignationInput[], @MedusaContext() context: Tx = {}): Promise<DesignationRow[]> {
    await this.lock(context)
    const held = asDesignations(await this.listDesignations({ number: inputs.map(({ number }) => number) }, { take: null }, context))
    const rows = inputs.map((input) => ({ ...input, ...allowed(readSpan(input)), id: generateEntityId(undefined, "desi") }))
    const stolen = rows.some((row) => [...held, ...rows].some((other) => other.number === row.number && other.product_id !== row.product_id))
    if (stolen) throw refusal("conflict", "designation_of_another_product")
    return upsert(context.transactionManager!, DESIGNATIONS, rows)
  }

  /** Products named are added to those it named before. Errors: those of the kind's rule, unknown_producer, unknown_region, origin_outside_area (R13). */
  @InjectTransactionManager()
  async saveCertificates(inputs: CertificateInput[], now: Date, @MedusaContext() context: Tx = {}): Promise<CertificateRow[]> {
    await this.lock(context)
    await this.refuseUnknownProducers(inputs.flatMap(({ producer_id }) => producer_id ?? []), context)
    await this.refuseUnknownRegions(inputs.flatMap(({ area_code }) => area_code ?? []), context)
    const rows = inputs.map((input) => ({ ...input, number: allowed(decideCertificate(input)), ...allowed(readSpan(input)), id: generateEntityId(undefined, "cert") }))
    const profiles = await this.readProfiles(rows.flatMap(({ product_ids }) => product_ids), now, context)
    for (const { area_code, product_ids } of rows) {
      const origins = profiles.filter(({ product_id }) => product_ids.includes(product_id))
      for (const { origin_code } of origins) allowed(decideOrigin(area_code === null ? [] : [area_code], origin_code))
    }
    const saved = await upsert<CertificateRow>(context.transactionManager!, CERTIFICATES, rows)
    const named = rows.flatMap(({ kind, number, product_ids }) => {
      const certificate_id = saved.find((one) => one.kind === kind && one.number === number)!.id
      return product_ids.map((product_id) => ({ id: generateEntityId(undefined, "cepr"), product_id, certificate_id }))
    })
    await upsert(context.transactionManager!, CERTIFIED_PRODUCTS, named)
    return saved
  }

  private async refuseUnknownRegions(codes: string[], context: Tx): Promise<void> {
    const [unknown] = await this.readUnknownRegions(codes, context)
    if (unknown) throw refusal("invalid_data", "unknown_region", `没有区划 ${unknown}，请从列表中选择`)
  }

  private async refuseUnknownProducers(ids: string[], context: Tx): Promise<void> {
    const wanted = [...new Set(ids)]
    const rows = await this.listProducers({ id: wanted }, { select: ["id"], take: null }, context)
    if (rows.length < wanted.length) throw refusal("invalid_data", "unknown_producer")
  }
}
