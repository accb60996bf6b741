import "server-only"
import type { CampaignDetail } from "@fupin/contract/schemas"
import { notFound } from "next/navigation"
import { withSession } from "@/lib/session"
import { getCampaign } from "./campaigns"
import { type Desk, openDesk } from "./open-desk"
import { has } from "./words"

export interface OpenCampaign extends CampaignDetail {
  desk: Desk
  mayOrder: boolean
  mayAccept: boolean
}

/** The campaign with what the signed-in member may do for it; null for who belongs to no unit. The backend decides again at each act. */
export async function openCampaign(id: string, part = ""): Promise<OpenCampaign | null> {
  const path = `/desk/campaigns/${id}${part}`
  const desk = await openDesk(path)
  if (!desk) return null
  const detail = await withSession(path, (token) => getCampaign(token, id))
  if (!detail) notFound()
  const organisation = desk.organisations.find((one) => one.id === detail.campaign.organisation_id) ?? desk.organisation
  return { ...detail, desk: { ...desk, organisation }, mayOrder: has(organisation, "buyer"), mayAccept: has(organisation, "receiver") }
}
