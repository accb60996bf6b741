import type { PaperSubject } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PeriodBounds } from "../domain/period"
import { regionPrefix } from "../domain/place"
import { withinRegions } from "./read-households"

/** What a paper is about, and what of it may be seen. */
export interface PaperRequest {
  period: string
  bounds: PeriodBounds
  subject: PaperSubject
  /** Only people and producers in these regions are listed. */
  regions: string[]
  /** Regions whose people are shown in clear: none of them when empty. */
  clear: string[]
}

/** The same as conditions; null narrows nothing. */
export interface PaperScope {
  prefixes: string[] | null
  /** Whose suspense and goods lie in the regions. */
  producer_ids: string[] | null
  producer_id: string | null
  order_id: string | null
  organisation_id: string | null
  campaign_id: string | null
}

export async function readScope(container: MedusaContainer, { regions, subject }: Pick<PaperRequest, "regions" | "subject">): Promise<PaperScope> {
  const idOf = (kind: PaperSubject["kind"]) => ("id" in subject && subject.kind === kind ? subject.id : null)
  const narrowed = { producer_id: idOf("producer"), order_id: idOf("order"), organisation_id: idOf("organisation"), campaign_id: idOf("campaign") }
  if (regions.includes("*")) return { prefixes: null, producer_ids: null, ...narrowed }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "producer", fields: ["id"], filters: withinRegions(regions) })
  return { prefixes: regions.map((region) => `${regionPrefix(region)}%`), producer_ids: data.map(({ id }: { id: string }) => id), ...narrowed }
}

/** Whether entries `e` are about the subject. */
export const ABOUT_SUBJECT = `(:producer_id::text is null or e.producer_id = :producer_id) and (:order_id::text is null or e.order_id = :order_id)
  and (:organisation_id::text is null or e.order_id in (select id from "order" where metadata ->> 'organisation_id' = :organisation_id))
  and (:campaign_id::text is null or e.order_id in (select id from "order" where metadata ->> 'campaign_id' = :campaign_id))`
/** Whether everything is: then totals already folded will do. */
export const isWhole = ({ producer_id, order_id, organisation_id, campaign_id }: PaperScope): boolean => [producer_id, order_id, organisation_id, campaign_id].every((id) => id === null)

export const IN_REGION = "(:prefixes::text[] is null or h.region_code like any(:prefixes))"
export const SUSPENSE_IN_REGION = "(:producer_ids::text[] is null or e.producer_id = any(:producer_ids))"
