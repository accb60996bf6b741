import type { LinkageMember } from "../linkage"

/** The term and members of an approved version, as far as a leaver matters. */
export interface TermVersion {
  id: string
  valid_from: Date
  valid_to: Date | null
  members: LinkageMember[]
}

/** A household leaves its agreements at `at`; a successor takes its place in them when one is named. */
export interface Leaver {
  household_id: string
  at: Date
  successor: { id: string; weight: "keep" | "add" } | null
}

/** What replaces a version: from when, and who belongs to it then. */
export interface MemberChange {
  version_id: string
  valid_from: Date
  members: LinkageMember[]
}

/**
 * The versions that must be replaced because `household_id` is a member of them after `at`, in the order of their terms. What was
 * sold before `at` keeps its version. A successor that belongs to the agreement already keeps its weight or adds the leaver's;
 * otherwise it takes the leaver's weight. Without members the pool goes to suspense.
 */
export function planMemberChanges(versions: readonly TermVersion[], leaver: Leaver): MemberChange[] {
  return [...versions].sort((a, b) => a.valid_from.getTime() - b.valid_from.getTime()).flatMap((version) => {
    const start = version.valid_from > leaver.at ? version.valid_from : leaver.at
    if (version.valid_to !== null && version.valid_to <= start) return []
    const staying = version.members.filter(({ to }) => to === null || to > start)
    const leaving = staying.find(({ beneficiary_id }) => beneficiary_id === leaver.household_id)
    if (!leaving) return []
    const others = staying.filter((member) => member !== leaving)
    return [{ version_id: version.id, valid_from: start, members: leaver.successor ? succeed(others, leaving, leaver.successor, start) : others }]
  })
}

function succeed(others: LinkageMember[], leaving: LinkageMember, { id, weight }: NonNullable<Leaver["successor"]>, start: Date): LinkageMember[] {
  if (!others.some(({ beneficiary_id }) => beneficiary_id === id)) {
    return [...others, { ...leaving, beneficiary_id: id, from: leaving.from > start ? leaving.from : start }]
  }
  return others.map((member) => (member.beneficiary_id === id && weight === "add" ? { ...member, weight: member.weight + leaving.weight } : member))
}
