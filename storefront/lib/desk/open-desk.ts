import "server-only"
import type { MyOrganisation } from "@fupin/contract/schemas"
import { cookies } from "next/headers"
import { withSession } from "@/lib/session"
import { getOrganisations } from "./api"

const UNIT = "desk_unit"

export interface Desk {
  organisation: MyOrganisation
  organisations: MyOrganisation[]
}

/** The signed-in person's organisations and the one at hand; null when there is none. The cookie only remembers a choice, it grants nothing. */
export async function openDesk(path: string): Promise<Desk | null> {
  const organisations = await withSession(path, getOrganisations)
  const chosen = (await cookies()).get(UNIT)?.value
  const organisation = organisations.find(({ id }) => id === chosen) ?? organisations[0]
  return organisation ? { organisation, organisations } : null
}

export async function rememberUnit(id: string): Promise<void> {
  ;(await cookies()).set(UNIT, id, { httpOnly: true, sameSite: "lax", path: "/", maxAge: 365 * 86_400 })
}
