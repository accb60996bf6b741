import { allowed, refusal } from "@fupin/access"
import type { MyProducer, ProducerInvitation, ProducerInvitationInput, ProducerPeople, ProducerStandingInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { actsFor, decideProducerAccess, type ProducerAction } from "../domain/workbench/decide-producer"
import { graph } from "../medusa"
import type { ProducerInvitationRow } from "../modules/workbench/service"
import { unique } from "../reads/plans"
import { newCode } from "../spending/invitations"
import { workbenchOf } from "."

interface ProducerRow {
  id: string
  name: string
}

const iso = (moment: Date): string => new Date(moment).toISOString()

async function readProducers(container: MedusaContainer, ids: string[]): Promise<ProducerRow[]> {
  return ids.length === 0 ? [] : graph<ProducerRow>(container, "producer", ["id", "name"], { id: ids })
}

/** The producers that the person acts for now. */
export async function readMyProducers(container: MedusaContainer, customerId: string, now: Date): Promise<MyProducer[]> {
  const ids = unique((await workbenchOf(container).readMemberships(customerId)).filter((held) => actsFor(held, now)).map(({ producer_id }) => producer_id))
  const [producers, stops] = [await readProducers(container, ids), await workbenchOf(container).readStops(ids)]
  return producers.map(({ id, name }) => ({ id, name, stopped: stops.find(({ producer_id }) => producer_id === id)?.reason ?? null })).toSorted((one, other) => one.name.localeCompare(other.name, "zh"))
}

/** Refuses (403) unless the person may do `action` for the producer now; a producer unknown answers like one that is not theirs. */
export async function allowProducer(container: MedusaContainer, customerId: string, producerId: string, action: ProducerAction): Promise<ProducerRow> {
  const [producer] = await readProducers(container, [producerId])
  if (!producer) throw refusal("forbidden", "not_a_producer_member")
  const [stop] = await workbenchOf(container).readStops([producerId])
  allowed(decideProducerAccess(await workbenchOf(container).readMemberships(customerId), { id: producerId, stopped: stop?.reason ?? null }, action, new Date()), "forbidden")
  return producer
}

/** Who acts for a producer, who is invited, and whether it is stopped. */
export async function showPeople(container: MedusaContainer, producerId: string, now: Date): Promise<ProducerPeople> {
  const module = workbenchOf(container)
  const [members, invitations, [stop]] = [await module.readMembers(producerId), await module.readInvitations(producerId), await module.readStops([producerId])]
  const ids = unique(members.map(({ customer_id }) => customer_id))
  const customers = ids.length === 0 ? [] : await graph<{ id: string; email: string; first_name: string | null; last_name: string | null }>(container, "customer", ["id", "email", "first_name", "last_name"], { id: ids })
  return {
    stopped: stop ? { reason: stop.reason, since: iso(stop.stopped_at) } : null,
    members: members.map(({ id, customer_id, invited_at, verified_at, left_at }) => {
      const person = customers.find((one) => one.id === customer_id)
      return { id, customer_id, name: `${person?.last_name ?? ""}${person?.first_name ?? ""}`, email: person?.email ?? "", invited_at: iso(invited_at), verified_at: iso(verified_at), left_at: left_at && iso(left_at) }
    }),
    invitations: invitations.map((one) => showInvitation(one, now)),
  }
}

function showInvitation({ id, note, created_at, expires_at, used_at, revoked_at }: ProducerInvitationRow, now: Date): ProducerInvitation {
  return { id, note, created_at: iso(created_at), expires_at: iso(expires_at), state: used_at ? "used" : revoked_at ? "revoked" : new Date(expires_at) <= now ? "expired" : "open" }
}

/** A code that lets one person with a shop account act for the producer at once; shown this once. */
export async function inviteProducerMember(container: MedusaContainer, producerId: string, input: ProducerInvitationInput, actor_id: string): Promise<string> {
  const code = newCode()
  await workbenchOf(container).invite(producerId, input, code, { actor_id, at: new Date() })
  return code
}

/** Stops a producer or lets it act again. Error: producer_not_stopped. */
export async function setStanding(container: MedusaContainer, producerId: string, standing: ProducerStandingInput, actor_id: string): Promise<void> {
  const act = { actor_id, at: new Date() }
  if (standing.act === "stop") await workbenchOf(container).stop(producerId, standing.reason, act)
  else await workbenchOf(container).lift(producerId, act)
}
