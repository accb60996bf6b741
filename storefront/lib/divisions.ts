import "server-only"
import { Division } from "@fupin/contract/schemas"
import { z } from "zod"
import { request } from "@/lib/api"

const Divisions = z.object({ divisions: z.array(Division) })

/** The children of a division; without a parent, the provinces. */
export async function getDivisions(parent?: string): Promise<Division[]> {
  return (await request("/store/divisions", Divisions, { query: { parent } })).divisions
}
