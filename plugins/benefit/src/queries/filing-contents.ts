import { allowed } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { decideRegionPeriod } from "../domain/filing/reporting-setting"
import { FILING_MODULE, type FilingModuleService, type FilingRow } from "../modules/filing"
import type { Asked } from "../modules/filing/contents"
import { withinRegions } from "./read-households"

/** What else must be known to say what a filing contains: producers whose suspense lies with its unit, and when its first period began. */
export async function contentsOf(container: MedusaContainer, filing: FilingRow): Promise<Asked> {
  const { unit } = filing
  const settings = await container.resolve<FilingModuleService>(FILING_MODULE).readSettings()
  const since = allowed(decideRegionPeriod(settings, unit.region_code, unit.since)).from
  if (unit.kind === "organisation") return { filing, producer_ids: [], since }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "producer", fields: ["id"], filters: withinRegions([unit.region_code]) })
  return { filing, producer_ids: data.map(({ id }: { id: string }) => id), since }
}
