import "server-only"
import { DeskFilings, FilingDetail } from "@fupin/contract/schemas"
import { z } from "zod"
import { request, requestOrNull } from "@/lib/api"

const BASE = "/store/institution/filing"

/** What the unit files itself, the newest month first. */
export async function getFilings(token: string, organisation_id: string): Promise<DeskFilings> {
  return request(BASE, DeskFilings, { token, query: { organisation_id } })
}

export async function getFiling(token: string, id: string): Promise<FilingDetail | null> {
  return requestOrNull(`${BASE}/${encodeURIComponent(id)}`, FilingDetail, { token })
}

/** Takes a scan back. */
export async function deleteScan(token: string, id: string): Promise<void> {
  await request(`${BASE}/attachments/${encodeURIComponent(id)}`, z.unknown(), { method: "DELETE", token })
}
