import "server-only"
import type { MyProducer } from "@fupin/contract/schemas"
import { cookies } from "next/headers"
import { withSession } from "@/lib/session"
import { getProducers } from "./api"

const PRODUCER = "workbench_producer"

export interface Workbench {
  producer: MyProducer
  producers: MyProducer[]
}

/** The signed-in person's producers and the one at hand; null when there is none. The cookie only remembers a choice, it grants nothing. */
export async function openWorkbench(path: string): Promise<Workbench | null> {
  const producers = await withSession(path, getProducers)
  const chosen = (await cookies()).get(PRODUCER)?.value
  const producer = producers.find(({ id }) => id === chosen) ?? producers[0]
  return producer ? { producer, producers } : null
}

export async function rememberProducer(id: string): Promise<void> {
  ;(await cookies()).set(PRODUCER, id, { httpOnly: true, sameSite: "lax", path: "/", maxAge: 365 * 86_400 })
}
