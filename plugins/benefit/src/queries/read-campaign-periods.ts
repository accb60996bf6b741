import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PERIOD, periodOf } from "../modules/ledger/household-totals"
import { PAYMENTS } from "./read-payments"

/** Reporting periods (YYYY-MM) in which money of a campaign's orders moved or households earned from them, in order. */
export async function readCampaignPeriods(container: MedusaContainer, campaignId: string): Promise<string[]> {
  const { rows }: { rows: { period: string }[] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(`
    with mine as materialized (select id from "order" where metadata ->> 'campaign_id' = :campaignId)
    select ${periodOf("at")} as period from ${PAYMENTS} where order_id in (select id from mine)
    union select ${PERIOD} from ledger_journal j where j.order_id in (select id from mine) order by 1`, { campaignId } as never)
  return rows.map(({ period }) => period)
}
