import "server-only"
import { Campaign, CampaignDetail, CampaignEvidence, CampaignOrders, CampaignShortage, Recipients, type RemedyInput, RemedyResult, RosterChange, type RosterChangeInput } from "@fupin/contract/schemas"
import { z } from "zod"
import { request, requestOrNull } from "@/lib/api"

const BASE = "/store/institution/campaigns"
const Campaigns = z.object({ campaigns: z.array(Campaign) })
const path = (id: string, ...parts: string[]) => [BASE, id, ...parts].map((part, index) => (index === 0 ? part : encodeURIComponent(part))).join("/")

export async function getCampaigns(token: string, organisation_id: string): Promise<Campaign[]> {
  return (await request(BASE, Campaigns, { token, query: { organisation_id } })).campaigns
}

export async function getCampaign(token: string, id: string): Promise<CampaignDetail | null> {
  return requestOrNull(path(id), CampaignDetail, { token })
}

export async function getRecipients(token: string, id: string, query: { show?: string; q?: string; offset?: number; limit?: number }): Promise<Recipients> {
  return request(path(id, "recipients"), Recipients, { token, query })
}

export async function getCampaignOrders(token: string, id: string): Promise<CampaignOrders> {
  return request(path(id, "orders"), CampaignOrders, { token, timeoutMs: 60_000 })
}

export async function getEvidence(token: string, id: string): Promise<CampaignEvidence> {
  return request(path(id, "evidence"), CampaignEvidence, { token, timeoutMs: 60_000 })
}

/** Packs that cannot be supplied, with whom that concerns. */
export async function getShortage(token: string, id: string): Promise<CampaignShortage> {
  return request(path(id, "shortage"), CampaignShortage, { token })
}

/** Changes those whose pack cannot be supplied, or only says what that would bring. */
export async function remedyCampaign(token: string, id: string, body: RemedyInput): Promise<RemedyResult> {
  return request(path(id, "remedy"), RemedyResult, { method: "POST", token, body })
}

/** One joins late or leaves, or only what that would bring. */
export async function changeRoster(token: string, id: string, body: RosterChangeInput): Promise<RosterChange> {
  return request(path(id, "roster-changes"), RosterChange, { method: "POST", token, body })
}

/** Creates a draft; answers its id. */
export async function createCampaign(token: string, body: unknown): Promise<string> {
  return (await request(BASE, CampaignDetail, { method: "POST", token, body })).campaign.id
}
