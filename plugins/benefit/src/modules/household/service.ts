import { allowed, decideRegion, refusal } from "@fupin/access"
import type { ProposalInput } from "@fupin/contract/schemas"
import type { Context, InferTypeOf } from "@medusajs/framework/types"
import { generateEntityId, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { decideReason } from "../../domain/decide-household"
import { successorOn } from "../../domain/household/succession"
import { shanghaiDay } from "../../domain/period"
import { decideChange, decideReview, decideTakingBack, memberChangeAt } from "../../domain/people/proposal"
import { lockHouseholds, rowsIn } from "./medusa"
import type { HouseholdProposal } from "./models"
import { PeopleService } from "./people-service"
import { changeOf, type Change, successorOf } from "./proposals"

/** Who acts, when, and in which regions. */
export interface Desk {
  by: string
  at: Date
  regions: string[]
}

export type ProposalRow = InferTypeOf<typeof HouseholdProposal>

export class HouseholdModuleService extends PeopleService {
  /**
   * Who takes these households' shares on the business date `on`: each id with its last successor, or with itself.
   * Deaths, moves and merges stand in `household_succession` and nowhere else.
   */
  async readSuccessors(householdIds: string[], on: string): Promise<Map<string, string>> {
    const rows = await this.listHouseholdSuccessions({ from: { $lte: on } }, { select: ["household_id", "successor_id", "from"] })
    return new Map(householdIds.map((id) => [id, successorOn(id, on, rows)]))
  }

  /** Writes down what one person would change; checked as if it were done now. Errors: reason_required, not_in_your_region and those of the change. */
  @InjectTransactionManager()
  async propose({ change: input, reason }: ProposalInput, desk: Desk, @MedusaContext() context: Context = {}): Promise<string> {
    const said = allowed(decideReason(reason))
    const change = changeOf(input)
    const { household_id, region_code } = await this.checkChange(change, desk, false, context)
    const id = generateEntityId(undefined, "hhpr")
    await this.createHouseholdProposals({
      id, kind: change.kind, household_id, region_code, change_sealed: this.personal.seal(`${id}:change`, JSON.stringify(change)), reason: said, state: "proposed", proposed_by: desk.by,
    }, context)
    return id
  }

  /** What a proposal says; null once the identity it spoke of is removed. */
  openProposal(row: Pick<ProposalRow, "id" | "change_sealed">): Change | null {
    return row.change_sealed === null ? null : changeOf(JSON.parse(this.personal.open(`${row.id}:change`, row.change_sealed)))
  }

  /**
   * A second person approves and the change is made, or refuses with a reason, all in one transaction.
   * Errors: not_found, proposal_already_decided, second_person_required, reason_required, not_in_your_region and those of the change.
   */
  @InjectTransactionManager()
  async reviewProposal(id: string, verdict: "approve" | "refuse", note: string, desk: Desk, @MedusaContext() context: Context = {}): Promise<void> {
    const row = await this.lockProposal(id, context)
    allowed(decideRegion(row.region_code, desk.regions), "forbidden")
    allowed(decideReview(row, desk.by))
    const review_note = verdict === "refuse" ? allowed(decideReason(note)) : note.trim() || null
    const household_id = verdict === "approve" ? await this.applyProposal(row, desk, context) : row.household_id
    const state = verdict === "approve" ? ("approved" as const) : ("refused" as const)
    await this.updateHouseholdProposals({ id, state, household_id, reviewed_by: desk.by, reviewed_at: desk.at, review_note }, context)
  }

  /** The one who proposed takes it back. Errors: not_found, proposal_already_decided, not_yours. */
  @InjectTransactionManager()
  async takeBackProposal(id: string, { by, at, regions }: Desk, @MedusaContext() context: Context = {}): Promise<void> {
    const row = await this.lockProposal(id, context)
    allowed(decideRegion(row.region_code, regions), "forbidden")
    allowed(decideTakingBack(row, by), "forbidden")
    await this.updateHouseholdProposals({ id, state: "withdrawn", reviewed_by: by, reviewed_at: at }, context)
  }

  private async lockProposal(id: string, context: Context): Promise<ProposalRow> {
    await rowsIn(context, "select id from household_proposal where id = ? for update", [id])
    return await this.retrieveHouseholdProposal(id, {}, context)
  }

  private async applyProposal(row: ProposalRow, desk: Desk, context: Context): Promise<string> {
    const change = this.openProposal(row)
    if (!change) throw refusal("not_allowed", "household_erased")
    await this.checkChange(change, desk, true, context)
    const today = shanghaiDay(desk.at)
    if (change.kind === "add") {
      const [saved] = await this.saveHouseholds([change.household], { regions: desk.regions, today, actor_id: desk.by, only: { new: true } }, context)
      return saved!.id
    }
    const { household_id: id, on } = change
    if (change.kind === "move") {
      const { region_code } = await this.retrieveHousehold(id, {}, context)
      await this.appendResidence(id, region_code, change.region_code, on, context)
      await this.updateHouseholds({ id, region_code: change.region_code }, context)
      return id
    }
    const successor = change.kind === "merge" ? { id: change.successor_id, weight: change.weight } : null
    await this.changeMembers({ household_id: id, at: memberChangeAt(on, today), successor }, row.proposed_by, { by: desk.by, at: desk.at }, context)
    const named = successorOf(change)
    if (named) await this.createHouseholdSuccessions({ household_id: id, successor_id: named.id, reason: named.reason, from: on, recorded_by: desk.by, proposal_id: row.id }, context)
    await this.updateHouseholds({ id, ended_on: on, end_reason: change.kind === "merge" ? "merged" : change.cause }, context)
    return id
  }

  /** `whole`: the new village too must lie in the desk's regions; the one who proposes a move need not know it. */
  private async checkChange(change: Change, desk: Desk, whole: boolean, context: Context): Promise<{ household_id: string | null; region_code: string }> {
    const today = shanghaiDay(desk.at)
    if (change.kind === "add") {
      await this.prepareHouseholds([change.household], { regions: desk.regions, today, only: { new: true } }, context)
      return { household_id: null, region_code: change.household.region_code }
    }
    const successorId = successorOf(change)?.id ?? null
    await lockHouseholds(context, [change.household_id, ...(successorId ? [successorId] : [])])
    const rows = await this.listHouseholds({ id: [change.household_id, ...(successorId ? [successorId] : [])] }, {}, context)
    const [household, successor] = [change.household_id, successorId].map((id) => rows.find((row) => row.id === id) ?? null)
    if (!household) throw refusal("not_found", "not_found")
    const regions = [household.region_code, ...(successor ? [successor.region_code] : []), ...(whole && change.kind === "move" ? [change.region_code] : [])]
    for (const region of regions) allowed(decideRegion(region, desk.regions), "forbidden")
    const successions = await this.listHouseholdSuccessions({}, { select: ["household_id", "successor_id", "from"] }, context)
    allowed(decideChange(change, household, successor ?? null, successions, today))
    return { household_id: household.id, region_code: household.region_code }
  }
}
