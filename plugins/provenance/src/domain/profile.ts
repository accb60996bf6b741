import { regionContains } from "@fupin/access/domain/decide-staff"
import { type Decision, no, yes } from "@fupin/contract/codes"
import type { ProducerKind } from "@fupin/contract/schemas"
import { overlap, type Span } from "./moment"

export interface ProfileSpan extends Span {
  product_id: string
}

/**
 * What saving `wanted` does to the profiles `held` of the same product: the open one before it ends where it begins.
 * Answers the held ones to end. Error: profile_overlaps when another one covers part of the time.
 */
export function planProfile<T extends ProfileSpan>(held: readonly T[], wanted: ProfileSpan): Decision<T[], "profile_overlaps"> {
  const others = held.filter(({ valid_from }) => valid_from.getTime() !== wanted.valid_from.getTime())
  const ended = others.filter((one) => one.valid_to === null && one.valid_from < wanted.valid_from)
  return others.some((one) => !ended.includes(one) && overlap(one, wanted)) ? no("profile_overlaps") : yes(ended)
}

/** A product under a geographical indication comes from inside its area (R13). Error: origin_outside_area. */
export function decideOrigin(areas: readonly string[], originCode: string): Decision<string, "origin_outside_area"> {
  return areas.every((area) => regionContains(area, originCode)) ? yes(originCode) : no("origin_outside_area")
}

/**
 * The name the public sees: a single household is shown by where it lives, and by name only with the name it agreed to.
 * `place` is the village or, where none is known, the town.
 */
export function publicName(producer: { name: string; kind: ProducerKind; public_name: string | null }, place: string): string {
  if (producer.kind !== "household") return producer.name
  return producer.public_name === null ? `${place}农户` : `${place}${producer.public_name}家`
}
