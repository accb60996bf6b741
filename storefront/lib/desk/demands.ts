import "server-only"
import { Demand, type DemandInput } from "@fupin/contract/schemas"
import { z } from "zod"
import { request, requestOrNull } from "@/lib/api"

const BASE = "/store/institution/demands"
const Demands = z.object({ demands: z.array(Demand) })
const OneDemand = z.object({ demand: Demand })

export async function getDemands(token: string, organisation_id: string): Promise<Demand[]> {
  return (await request(BASE, Demands, { token, query: { organisation_id } })).demands
}

export async function getDemand(token: string, id: string): Promise<Demand | null> {
  return (await requestOrNull(`${BASE}/${encodeURIComponent(id)}`, OneDemand, { token }))?.demand ?? null
}

export async function postDemand(token: string, body: DemandInput): Promise<string> {
  return (await request(BASE, OneDemand, { method: "POST", token, body })).demand.id
}
