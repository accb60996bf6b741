import "server-only"
import { AgreementDossier, QuickEntry, RegionalDaysOff, SupplyAgreement, Vacation } from "@fupin/contract/schemas"
import { z } from "zod"
import { environment, request, requestOrNull } from "@/lib/api"
import { apiError } from "@/lib/api/error"

const BASE = "/store/institution"
const OneAgreement = z.object({ agreement: SupplyAgreement, dossier: AgreementDossier })
const Vacations = z.object({ vacations: z.array(Vacation) })

export async function getAgreement(token: string, id: string): Promise<z.infer<typeof OneAgreement> | null> {
  return requestOrNull(`${BASE}/agreements/${encodeURIComponent(id)}`, OneAgreement, { token })
}

/** Days off that the government where the unit is decided beside the statutory holidays, those still to come. */
export async function getDaysOff(token: string, organisation_id: string): Promise<RegionalDaysOff[]> {
  return (await request(`${BASE}/holidays`, z.object({ holidays: z.array(RegionalDaysOff) }), { token, query: { organisation_id } })).holidays
}

export async function getVacations(token: string, organisation_id: string): Promise<Vacation[]> {
  return (await request(`${BASE}/vacations`, Vacations, { token, query: { organisation_id } })).vacations
}

export async function postQuickEntry(token: string, agreement_id: string, text: string): Promise<QuickEntry> {
  return request(`${BASE}/quick-entry`, QuickEntry, { method: "POST", token, body: { agreement_id, text } })
}

/** A file goes as it is; JSON would have to carry it as text. */
export async function postQuickEntryFile(token: string, agreementId: string, content: ArrayBuffer): Promise<QuickEntry> {
  const answer = await fetchFile(token, `agreements/${encodeURIComponent(agreementId)}/quick-entry`, { method: "POST", body: content })
  return QuickEntry.parse(await answer.json())
}

/** A file of the backend, for the signed-in member. */
export async function fetchFile(token: string, path: string, init: RequestInit = {}): Promise<Response> {
  const { backendUrl, publishableKey } = environment()
  const answer = await fetch(`${backendUrl}${BASE}/${path}`, { ...init, cache: "no-store", headers: { "content-type": "application/octet-stream", "x-publishable-api-key": publishableKey, authorization: `Bearer ${token}` } })
  if (answer.ok) return answer
  throw apiError(answer.status, await answer.json())
}
