import "server-only"
import { Application, UnitMembers } from "@fupin/contract/schemas"
import { z } from "zod"
import { request } from "@/lib/api"

const BASE = "/store/institution"
const Code = z.object({ code: z.string() })
const Applications = z.object({ applications: z.array(Application) })
const Joined = z.object({ counts: z.boolean() })

/** Who belongs to the unit, for those who manage it. */
export async function getMembers(token: string, organisation_id: string): Promise<UnitMembers> {
  return request(`${BASE}/members`, UnitMembers, { token, query: { organisation_id } })
}

/** What the signed-in person applied for and does not count yet. */
export async function getApplications(token: string): Promise<Application[]> {
  return (await request(`${BASE}/applications`, Applications, { token })).applications
}

/** The code, shown this once. */
export async function postInvitation(token: string, body: unknown): Promise<string> {
  return (await request(`${BASE}/members/invitations`, Code, { method: "POST", token, body })).code
}

/** Whether the membership counts at once. */
export async function postJoin(token: string, body: unknown): Promise<boolean> {
  return (await request(`${BASE}/invitations`, Joined, { method: "POST", token, body })).counts
}
