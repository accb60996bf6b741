import { refusal } from "@fupin/access"
import { answerWorkbook } from "@fupin/benefit/intake/answer-workbook"
import { writeTemplate } from "@fupin/benefit/intake/template"
import { sendSheet } from "@fupin/benefit/papers/answer-paper"
import type { MemberRole } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readEvidence } from "../../../../../../../campaign/evidence"
import { campaignsOf } from "../../../../../../../campaign/facts"
import { changeSheet, evidenceSheet, linkSheet, parcelSheet, reminderSheet, signOffSheet } from "../../../../../../../campaign/sheets"
import { parcelTemplate } from "../../../../../../../campaign/parcels"
import { ROSTER_TEMPLATE } from "../../../../../../../campaign/template"
import { businessDay } from "../../../../../../../domain/business-day"
import { decideRole, type MemberAction } from "../../../../../../../domain/decide-member"
import { campaignPack } from "../../../../../../../evidence/campaign-pack"
import { sendPack } from "../../../../../../../evidence/send-pack"
import type { CampaignRow } from "../../../../../../../modules/campaign/rows"
import { readOrganisations } from "../../../../../../../reads/plans"
import { campaignFor } from "../../../../../../_campaign"

type Send = (req: MedusaRequest, res: MedusaResponse, campaign: CampaignRow, format: "pdf" | "xlsx", roles: MemberRole[]) => Promise<void>

/** Whoever hands packs out has the sheet with all names. */
const SIGN_OFF: MemberAction = "accept"

/** Files by name, who may have each, and in which formats. Lists with names are for who organises or hands out. */
const FILES: Record<string, { action: MemberAction; formats: readonly string[]; send: Send }> = {
  template: { action: "order", formats: ["xlsx"], send: async (_req, res) => answerWorkbook(res, "职工名册模板", await writeTemplate(ROSTER_TEMPLATE)) },
  links: { action: "order", formats: ["xlsx"], send: (req, res, campaign) => sendSheet(req, res, linkSheet(req.scope, campaign), "xlsx", `${campaign.title}-链接`) },
  reminders: { action: "order", formats: ["xlsx"], send: (req, res, campaign) => sendSheet(req, res, reminderSheet(req.scope, campaign), "xlsx", `${campaign.title}-提醒名单`) },
  changes: { action: "order", formats: ["xlsx"], send: (req, res, campaign) => sendSheet(req, res, changeSheet(req.scope, campaign), "xlsx", `${campaign.title}-变动通知`) },
  parcels: { action: SIGN_OFF, formats: ["pdf", "xlsx"], send: async (req, res, campaign, format) => sendSheet(req, res, await parcelSheet(req.scope, campaign), format, `${campaign.title}-送货凭据`) },
  "parcel-template": { action: SIGN_OFF, formats: ["xlsx"], send: async (_req, res) => answerWorkbook(res, "送货到家运单模板", await writeTemplate(parcelTemplate(businessDay(new Date())))) },
  "sign-off": { action: SIGN_OFF, formats: ["pdf", "xlsx"], send: sendSignOff },
  evidence: { action: "read", formats: ["pdf", "xlsx"], send: async (req, res, campaign, format) => sendSheet(req, res, evidenceSheet(await readEvidence(req.scope, campaign)), format, `${campaign.title}-证明材料`) },
  minutes: { action: "read", formats: ["pdf"], send: sendMinutes },
  pack: { action: "read", formats: ["zip"], send: async (req, res, campaign, _format, roles) => sendPack(req, res, await campaignPack(req.scope, campaign, decideRole(roles, SIGN_OFF).ok)) },
}

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const [, name = "", format = ""] = /^([a-z-]+)\.(pdf|xlsx|zip)$/.exec(req.params.file!) ?? []
  const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined
  const { campaign, roles } = await campaignFor(req, file?.action ?? "read")
  if (!file?.formats.includes(format)) throw refusal("not_found", "not_found")
  await file.send(req, res, campaign, format === "pdf" ? "pdf" : "xlsx", roles)
}

async function sendSignOff(req: MedusaRequest, res: MedusaResponse, campaign: CampaignRow, format: "pdf" | "xlsx"): Promise<void> {
  const [organisation] = await readOrganisations(req.scope, { id: campaign.organisation_id })
  await sendSheet(req, res, await signOffSheet(req.scope, campaign, organisation?.name ?? ""), format, `${campaign.title}-签收表`)
}

/** Whatever was uploaded, never run. */
async function sendMinutes(req: MedusaRequest, res: MedusaResponse, { id }: CampaignRow): Promise<void> {
  const [minutes] = await campaignsOf(req.scope).readMinutes([id])
  if (!minutes) throw refusal("not_found", "not_found")
  for (const [name, value] of [["cache-control", "no-store"], ["content-type", minutes.mime], ["x-content-type-options", "nosniff"], ["content-security-policy", "default-src 'none'"], ["content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(minutes.filename)}`]]) res.setHeader(name!, value!)
  res.end(await campaignsOf(req.scope).openMinutes(minutes.id))
}
