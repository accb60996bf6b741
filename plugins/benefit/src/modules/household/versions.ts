import { createHash } from "node:crypto"
import { type LinkageInput, type LinkageRule, LinkageTerms } from "@fupin/contract/schemas"
import type { InferTypeOf } from "@medusajs/framework/types"
import type { WeighedVersion } from "../../domain/decide-linkage"
import type { LinkageInForce, LinkageMember } from "../../domain/linkage"
import type { LinkageVersion } from "./models/linkage"

export type VersionRow = Pick<InferTypeOf<typeof LinkageVersion>, "id" | "agreement_id" | "valid_from" | "valid_to" | "terms" | "category"> & {
  members: { beneficiary_id: string; weight: number; member_from: Date; member_to: Date | null }[]
}

/** A version with what it belongs to. */
export type MemberVersion = VersionRow & { agreement: { number: string; title: string; producer_id: string } }

/** The same agreement with other members from a later moment on. */
export function inputOf(version: MemberVersion, valid_from: Date, members: LinkageMember[]): LinkageInput {
  const { number, title, producer_id } = version.agreement
  return {
    number, title, producer_id, category: "operating", rules: rulesOf(version),
    valid_from: valid_from.toISOString(), valid_to: version.valid_to === null ? null : new Date(version.valid_to).toISOString(),
    members: members.map(({ beneficiary_id, weight, from, to }) => ({ beneficiary_id, weight, from: from.toISOString(), to: to && to.toISOString() })),
  }
}

/** The rules of a stored version. */
export function rulesOf(version: Pick<VersionRow, "terms">): LinkageRule[] {
  return LinkageTerms.parse(version.terms).rules
}

/** A stored version as the ledger computes with it. */
export function inForce(version: VersionRow, producer_id: string): LinkageInForce {
  return {
    version_id: version.id, agreement_id: version.agreement_id, producer_id, category: "operating",
    valid_from: new Date(version.valid_from), valid_to: version.valid_to === null ? null : new Date(version.valid_to),
    rules: rulesOf(version),
    members: version.members.map(({ beneficiary_id, weight, member_from, member_to }) =>
      ({ beneficiary_id, weight, from: new Date(member_from), to: member_to === null ? null : new Date(member_to) })),
  }
}

/** A stored version as the approver weighs it. */
export function weighed(version: Omit<VersionRow, "members">): WeighedVersion & { id: string } {
  const { id, agreement_id, category, valid_to } = version
  return { id, agreement_id, category, valid_from: new Date(version.valid_from), valid_to: valid_to && new Date(valid_to), rules: rulesOf(version) }
}

/** An input's terms with real dates and no absent fields. */
export function termsOf(input: LinkageInput) {
  return {
    category: input.category ?? "operating",
    valid_from: new Date(input.valid_from),
    valid_to: input.valid_to ? new Date(input.valid_to) : null,
    rules: input.rules,
    members: input.members.map(({ beneficiary_id, weight, from, to }) => ({ beneficiary_id, weight, from: new Date(from), to: to ? new Date(to) : null })),
  }
}

/** The same terms, the same hash: importing them again is no new version. */
export function contentHash(input: LinkageInput): string {
  const terms = termsOf(input)
  const members = [...terms.members].sort((a, b) => (a.beneficiary_id < b.beneficiary_id ? -1 : 1))
  return createHash("sha256").update(JSON.stringify({ ...terms, members })).digest("hex")
}
