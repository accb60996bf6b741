import "server-only"
import { Pair } from "@fupin/contract/schemas"
import { z } from "zod"
import { request } from "@/lib/api"

const Pairs = z.object({ pairs: z.array(Pair) })

/** The pairs that a unit's purchases count for, with their figures of a year. */
export async function getPairs(token: string, organisation_id: string, year: number): Promise<Pair[]> {
  return (await request("/store/institution/pairs", Pairs, { token, query: { organisation_id, year } })).pairs
}
