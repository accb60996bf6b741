import { type Decision, no, yes } from "@fupin/contract/codes"

/** What a producer's person does at the workbench: look, or act for the producer. */
export type ProducerAction = "read" | "act"

export interface ProducerMembership {
  producer_id: string
  verified_at: Date
  left_at: Date | null
}

/** A membership counts from the moment somebody joined by an invitation of staff until staff ended it. */
export const actsFor = ({ verified_at, left_at }: ProducerMembership, now: Date): boolean => verified_at <= now && (left_at === null || left_at > now)

/**
 * May the person with these memberships do `action` for the producer at `now`? Looking is free to each of its people; acting needs a
 * producer that nobody stopped, for it is blacklisted or has ended. Errors: not_a_producer_member, producer_stopped with the reason.
 */
export function decideProducerAccess(memberships: ProducerMembership[], producer: { id: string; stopped: string | null }, action: ProducerAction, now: Date): Decision<true, "not_a_producer_member" | "producer_stopped"> {
  if (!memberships.some((held) => held.producer_id === producer.id && actsFor(held, now))) return no("not_a_producer_member")
  return action === "act" && producer.stopped !== null ? no("producer_stopped", `该经营主体已被暂停办理，目前只能查看。原因：${producer.stopped}`) : yes(true)
}

export interface HeldInvitation {
  used_by: string | null
  revoked_at: Date | null
  expires_at: Date
  /** Whether whoever used it still acts for the producer by it. */
  holds: boolean
}

/** A code lets one person join, once; the same person again is answered the same, but never let back in after staff ended it. Error: producer_invitation_closed. */
export function decideJoin(invitation: HeldInvitation | null, customerId: string, now: Date): Decision<"join" | "again", "producer_invitation_closed"> {
  if (invitation === null) return no("producer_invitation_closed")
  if (invitation.used_by !== null) return invitation.used_by === customerId && invitation.holds ? yes("again") : no("producer_invitation_closed")
  return invitation.revoked_at !== null || invitation.expires_at <= now ? no("producer_invitation_closed") : yes("join")
}
