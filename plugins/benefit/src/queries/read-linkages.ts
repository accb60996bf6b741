import { allowed, decideRegion, refusal } from "@fupin/access"
import type { LinkageQuery, LinkageVersion } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { maskName } from "../domain/mask"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { rulesOf } from "../modules/household/versions"
import { withinRegions } from "./read-households"

/** Versions of the agreements of producers in these regions, newest first; members masked. */
export async function readLinkages(container: MedusaContainer, query: LinkageQuery, regions: string[]): Promise<{ linkages: LinkageVersion[]; count: number }> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const producers = await readProducerIds(container, query, regions)
  if (producers?.length === 0) return { linkages: [], count: 0 }
  const [versions, count] = await module.listAndCountLinkageVersions(
    producers ? { agreement: { producer_id: producers } } : {},
    { relations: ["agreement", "members"], skip: query.offset, take: query.limit, order: { created_at: "DESC", id: "DESC" } },
  )
  const ids = [...new Set(versions.flatMap(({ members }) => members.map(({ beneficiary_id }) => beneficiary_id)))]
  const beneficiaries = new Map((await module.listHouseholds({ id: ids }, { select: ["id", "code", "name", "kind"] })).map((row) => [row.id, row]))
  const linkages = versions.map((version): LinkageVersion => ({
    id: version.id, agreement_id: version.agreement_id, number: version.agreement.number, title: version.agreement.title,
    producer_id: version.agreement.producer_id, version: version.version, category: version.category,
    valid_from: iso(version.valid_from), valid_to: version.valid_to && iso(version.valid_to),
    state: version.approved_at ? "approved" : "draft", created_by: version.created_by, approved_by: version.approved_by,
    approved_at: version.approved_at && iso(version.approved_at), rules: rulesOf(version),
    members: version.members.map(({ beneficiary_id, weight, member_from, member_to }) => {
      const { code, name, kind } = beneficiaries.get(beneficiary_id)!
      return { beneficiary_id, code, name: kind === "collective" ? name : maskName(name), weight, from: iso(member_from), to: member_to && iso(member_to) }
    }),
  }))
  return { linkages, count }
}

/** Refuses unless this producer lies in one of these regions. Errors: unknown_producer, not_in_your_region. */
export async function requireProducer(container: MedusaContainer, producerId: string, regions: string[]): Promise<void> {
  const { data: [producer] } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "producer", fields: ["region_code"], filters: { id: producerId } })
  if (!producer) throw refusal("invalid_data", "unknown_producer")
  allowed(decideRegion(producer.region_code, regions), "forbidden")
}

/** Refuses unless those of these beneficiaries that exist lie in these regions: who may not see people does not write them into terms. Error: not_in_your_region. */
export async function refuseForeignBeneficiaries(container: MedusaContainer, ids: string[], regions: string[]): Promise<void> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const rows = await module.listHouseholds({ id: ids }, { select: ["region_code"], take: ids.length })
  for (const { region_code } of rows) allowed(decideRegion(region_code, regions), "forbidden")
}

async function readProducerIds(container: MedusaContainer, { producer_id }: LinkageQuery, regions: string[]): Promise<string[] | null> {
  if (regions.includes("*")) return producer_id ? [producer_id] : null
  const filters = producer_id ? { $and: [withinRegions(regions), { id: producer_id }] } : withinRegions(regions)
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "producer", fields: ["id"], filters })
  return data.map(({ id }) => id)
}

function iso(moment: Date | string): string {
  return new Date(moment).toISOString()
}
