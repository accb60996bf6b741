import "server-only"
import { BaseChoices, BaseList, type BaseProposal } from "@fupin/contract/schemas"
import { z } from "zod"
import { request } from "@/lib/api"

/** The bases that a unit supports, with what it paid for their goods in a year. */
export async function getBases(token: string, organisation_id: string, year: number): Promise<BaseList> {
  return await request("/store/institution/bases", BaseList, { token, query: { organisation_id, year } })
}

/** Producers whose goods are from a place. */
export async function getBaseChoices(token: string, organisation_id: string, region_code: string): Promise<BaseChoices["producers"]> {
  return (await request("/store/institution/base-choices", BaseChoices, { token, query: { organisation_id, region_code } })).producers
}

export async function proposeBase(token: string, body: BaseProposal): Promise<void> {
  await request("/store/institution/bases", z.object({ id: z.string() }), { method: "POST", token, body })
}
