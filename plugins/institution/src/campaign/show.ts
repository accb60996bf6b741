import { HOLIDAY_NAMES } from "@fupin/contract/codes"
import { Campaign, CampaignDetail, type CampaignPack } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { campaignPhonePlace, phoneKeys } from "../keys"
import type { CampaignRow } from "../modules/campaign/rows"
import { availableReader, campaignsOf, goodsOf, readCertified } from "./facts"

const NONE = { members: 0, heads: 0, left: 0, chosen: 0, silent: 0, handed_out: 0, by_proxy: 0, unclaimed: 0, replaced: 0, to_home: 0, unproven: 0, with_email: 0, changed: 0, total_fen: 0 }

/** Campaigns as the desk shows them, with how far they are. */
export async function showCampaigns(container: MedusaContainer, rows: CampaignRow[]): Promise<Campaign[]> {
  const ids = rows.map(({ id }) => id)
  const module = campaignsOf(container)
  const [counts, minutes, jobs] = await Promise.all([module.readCounts(ids), module.readMinutes(ids), module.readLastJobs(ids)])
  return rows.map(({ pickup, pickup_phone_sealed, created_by: _by, transfer_code: _code, addresses_erased_at, ...row }) => {
    const { campaign_id: _id, halal: _halal, ...figures } = counts.get(row.id) ?? { campaign_id: row.id, halal: 0, ...NONE }
    const paper = minutes.find(({ campaign_id }) => campaign_id === row.id)
    return Campaign.parse({
      ...row, ...figures, holiday_name: HOLIDAY_NAMES[row.holiday], addresses_erased_at: addresses_erased_at?.toISOString() ?? null,
      pickup: pickup && pickup_phone_sealed ? { ...pickup, phone: phoneKeys().open(campaignPhonePlace(row.id), pickup_phone_sealed) } : null,
      job: jobs.find(({ campaign_id }) => campaign_id === row.id) ?? null,
      minutes: paper ? { filename: paper.filename, sha256: paper.sha256, uploaded_at: paper.uploaded_at.toISOString() } : null,
    })
  })
}

/** The packs of a campaign with how many can still be chosen. */
export async function showPacks(container: MedusaContainer, campaignId: string): Promise<CampaignPack[]> {
  const packs = await campaignsOf(container).readPacks([campaignId])
  const [goods, left] = await Promise.all([
    readCertified(container, packs.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)), new Date()), campaignsOf(container).readLeft(packs, await availableReader(container)),
  ])
  return packs.map((pack) => {
    const { lines: _lines, campaign_id: _id, ...shown } = pack
    return { ...shown, left: left.get(pack.id) ?? null, goods: goodsOf(pack, goods) }
  })
}

export async function showDetail(container: MedusaContainer, row: CampaignRow): Promise<CampaignDetail> {
  const [[campaign], packs] = await Promise.all([showCampaigns(container, [row]), showPacks(container, row.id)])
  return CampaignDetail.parse({ campaign, packs })
}
