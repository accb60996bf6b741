import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Agreement } from "../domain/intake/plan-roster"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { rulesOf } from "../modules/household/versions"
import { withinRegions } from "./read-households"

/** Agreements with these numbers whose producers lie in these regions, each as its latest version has it. */
export async function readAgreements(container: MedusaContainer, numbers: string[], regions: string[]): Promise<Map<string, Agreement>> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const agreements = await module.listLinkageAgreements({ number: numbers }, { relations: ["versions", "versions.members"], take: numbers.length || 1 })
  const { data: producers } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "producer", fields: ["id"], filters: { $and: [withinRegions(regions), { id: agreements.map(({ producer_id }) => producer_id) }] } })
  const visible = new Set(producers.map(({ id }) => id))
  return new Map(agreements.flatMap(({ number, title, producer_id, versions }): [string, Agreement][] => {
    const latest = [...versions].sort((a, b) => b.version - a.version)[0]
    if (!latest || !visible.has(producer_id)) return []
    return [[number, { number, title, producer_id, rules: rulesOf(latest), members: new Map(latest.members.map(({ beneficiary_id, member_from }) => [beneficiary_id, new Date(member_from).toISOString()])) }]]
  }))
}
