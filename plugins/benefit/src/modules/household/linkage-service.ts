import { allowed, refusal } from "@fupin/access"
import type { LinkageInput } from "@fupin/contract/schemas"
import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import { decideApproval, decideShares, decideTerms, planEnds, type WeighedGoods } from "../../domain/decide-linkage"
import type { LinkageInForce, LinkageMember } from "../../domain/linkage"
import { type Leaver, planMemberChanges } from "../../domain/people/members"
import { lockInTransaction } from "./medusa"
import * as models from "./models"
import { contentHash, inForce, inputOf, type MemberVersion, termsOf, type VersionRow, weighed } from "./versions"

/** Who approves, at what moment, and what the producers sell for how much. */
export interface Approval {
  by: string
  at: Date
  goods: Record<string, WeighedGoods[]>
}

/** Linkage agreements: appended, approved by a second person, read as they were at any moment. */
export class LinkageService extends MedusaService(models) {
  /**
   * Approved versions of these producers' agreements that bind sales placed at some moment between `from` and `to`, both inclusive,
   * with all their members. Three queries, however many producers.
   */
  async readLinkagesInForce(producerIds: string[], from: Date, to: Date): Promise<LinkageInForce[]> {
    if (producerIds.length === 0) return []
    const agreements = await this.listLinkageAgreements({ producer_id: producerIds }, { select: ["id", "producer_id"] })
    const producerOf = new Map(agreements.map(({ id, producer_id }) => [id, producer_id]))
    const versions = await this.listLinkageVersions(
      { agreement_id: [...producerOf.keys()], approved_at: { $ne: null }, valid_from: { $lte: to }, $or: [{ valid_to: null }, { valid_to: { $gt: from } }] },
      { relations: ["members"], order: { id: "ASC" } },
    )
    return versions.map((version) => inForce(version, producerOf.get(version.agreement_id)!))
  }

  /** Those inputs that are not a version of their agreement yet. Errors: invalid_dates, duplicate_member, linkage_producer_differs, unknown_beneficiary. */
  async readFreshLinkages(inputs: LinkageInput[]): Promise<LinkageInput[]> {
    for (const input of inputs) allowed(decideTerms(termsOf(input)))
    const agreements = await this.listLinkageAgreements({ number: inputs.map(({ number }) => number) }, { relations: ["versions"] })
    const byNumber = new Map(agreements.map((agreement) => [agreement.number, agreement]))
    const foreign = inputs.some(({ number, producer_id }) => (byNumber.get(number)?.producer_id ?? producer_id) !== producer_id)
    if (foreign) throw refusal("invalid_data", "linkage_producer_differs")
    await this.refuseUnknownBeneficiaries(inputs)
    return inputs.filter((input) => !byNumber.get(input.number)?.versions.some(({ content_hash }) => content_hash === contentHash(input)))
  }

  /** Appends each input as the next version of its agreement, as drafts, or approved when `approval` is given. Answers version ids in order. */
  @InjectTransactionManager()
  async appendLinkages(inputs: LinkageInput[], created_by: string, approval: Approval | null, @MedusaContext() context: Context = {}): Promise<string[]> {
    const ids: string[] = []
    for (const input of inputs) {
      await this.refuseUnfitMembers(input.members.map(({ beneficiary_id }) => beneficiary_id), { number: input.number }, context)
      await lockInTransaction(context, `linkage:${input.producer_id}`)
      const id = await this.appendVersion(input, created_by, context)
      if (approval) await this.approveLocked(id, approval, context)
      ids.push(id)
    }
    return ids
  }

  /** Puts a draft in force. Errors: not_found, already_approved, second_person_required, shares_exceed_base. */
  @InjectTransactionManager()
  async approveLinkage(versionId: string, approval: Approval, @MedusaContext() context: Context = {}): Promise<void> {
    const version = await this.retrieveLinkageVersion(versionId, { relations: ["agreement"] }, context)
    await lockInTransaction(context, `linkage:${version.agreement.producer_id}`)
    await this.approveLocked(versionId, approval, context)
  }

  private async approveLocked(versionId: string, approval: Approval, context: Context): Promise<void> {
    const version = await this.retrieveLinkageVersion(versionId, { relations: ["agreement", "members"] }, context)
    allowed(decideApproval(version, approval.by))
    const { producer_id } = version.agreement
    await this.refuseUnfitMembers(version.members.map(({ beneficiary_id }) => beneficiary_id), { id: version.agreement_id }, context)
    const held = await this.listLinkageVersions({ agreement: { producer_id }, approved_at: { $ne: null } }, {}, context)
    allowed(decideShares(weighed(version), held.map(weighed), approval.goods[producer_id] ?? []))
    await this.putInForce(versionId, held, approval, context)
  }

  private async putInForce(versionId: string, held: Omit<VersionRow, "members">[], { by, at }: Pick<Approval, "by" | "at">, context: Context): Promise<void> {
    const version = await this.retrieveLinkageVersion(versionId, {}, context)
    const ends = planEnds(weighed(version), held.map(weighed))
    if (ends.length > 0) await this.updateLinkageVersions(ends, context)
    await this.updateLinkageVersions({ id: versionId, approved_by: by, approved_at: at }, context)
  }

  /** What a household's leaving would change in the agreements it belongs to: members before and after, by version. */
  async planLeave(leaver: Leaver, context: Context = {}): Promise<{ version: MemberVersion; valid_from: Date; members: LinkageMember[] }[]> {
    const rows = await this.listLinkageMembers({ beneficiary_id: leaver.household_id }, { select: ["id", "linkage_version_id"] }, context)
    const versions = await this.listLinkageVersions(
      { id: rows.map(({ linkage_version_id }) => linkage_version_id), approved_at: { $ne: null } }, { relations: ["agreement", "members"] }, context)
    const byId = new Map(versions.map((version) => [version.id, version]))
    const terms = versions.map((version) => ({ id: version.id, ...inForce(version, version.agreement.producer_id) }))
    return planMemberChanges(terms, leaver).map(({ version_id, ...change }) => ({ version: byId.get(version_id)!, ...change }))
  }

  /**
   * Replaces every approved version of which a household would still be a member after it left. Rules and terms stay as they were weighed;
   * `valid_from` lies ahead of every sale. Answers the new versions' ids.
   */
  protected async changeMembers(leaver: Leaver, proposed_by: string, approval: Pick<Approval, "by" | "at">, context: Context): Promise<string[]> {
    const producers = (await this.planLeave(leaver, context)).map(({ version }) => version.agreement.producer_id)
    for (const producer_id of [...new Set(producers)].sort()) await lockInTransaction(context, `linkage:${producer_id}`)
    const ids: string[] = []
    for (const { version, valid_from, members } of await this.planLeave(leaver, context)) {
      const held = await this.listLinkageVersions({ agreement_id: version.agreement_id, approved_at: { $ne: null } }, {}, context)
      ids.push(await this.appendVersion(inputOf(version, valid_from, members), proposed_by, context))
      await this.putInForce(ids.at(-1)!, held, approval, context)
    }
    return ids
  }

  /** Nobody joins who has left, or whose data may only be kept. Errors: household_ended, household_restricted. */
  private async refuseUnfitMembers(ids: string[], agreement: { id: string } | { number: string }, context: Context): Promise<void> {
    const unfit = await this.listHouseholds({ id: ids, $or: [{ ended_on: { $ne: null } }, { restricted_at: { $ne: null } }] }, { select: ["id", "ended_on"] }, context)
    if (unfit.some(({ ended_on }) => ended_on !== null)) throw refusal("invalid_data", "household_ended")
    if (unfit.length === 0) return
    const known = await this.listLinkageMembers({ beneficiary_id: unfit.map(({ id }) => id), linkage_version: { agreement, approved_at: { $ne: null } } }, { select: ["beneficiary_id"] }, context)
    if (unfit.some(({ id }) => !known.some(({ beneficiary_id }) => beneficiary_id === id))) throw refusal("invalid_data", "household_restricted")
  }

  private async appendVersion(input: LinkageInput, created_by: string, context: Context): Promise<string> {
    const [held] = await this.listLinkageAgreements({ number: input.number }, { relations: ["versions"] }, context)
    const { number, title, producer_id } = input
    const agreement = held ?? (await this.createLinkageAgreements({ number, title, producer_id }, context))
    const terms = termsOf(input)
    const version = await this.createLinkageVersions({
      agreement_id: agreement.id, version: (held?.versions.length ?? 0) + 1, category: terms.category,
      valid_from: terms.valid_from, valid_to: terms.valid_to, terms: { rules: terms.rules }, content_hash: contentHash(input), created_by,
    }, context)
    await this.createLinkageMembers(terms.members.map(({ beneficiary_id, weight, from, to }) =>
      ({ linkage_version_id: version.id, beneficiary_id, weight, member_from: from, member_to: to })), context)
    return version.id
  }

  private async refuseUnknownBeneficiaries(inputs: LinkageInput[]): Promise<void> {
    const ids = [...new Set(inputs.flatMap(({ members }) => members.map(({ beneficiary_id }) => beneficiary_id)))]
    const [, count] = await this.listAndCountHouseholds({ id: ids }, { select: ["id"], take: 1 })
    if (count !== ids.length) throw refusal("invalid_data", "unknown_beneficiary")
  }
}
