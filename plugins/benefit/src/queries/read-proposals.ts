import { allowed, decideRegion } from "@fupin/access"
import type { Proposal, ProposalDifference, ProposalQuery } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { shanghaiDay } from "../domain/period"
import { planAddition, planAgreements } from "../domain/people/differences"
import { memberChangeAt } from "../domain/people/proposal"
import { villageOf } from "../domain/place"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { type Change, successorOf } from "../modules/household/proposals"
import type { ProposalRow } from "../modules/household/service"
import { readPeople, readStaff } from "./read-household-record"
import { withinRegions } from "./read-households"
import { readPlaces } from "./read-places"

/** A page of the proposals about households in these regions, newest first. */
export async function readProposals(container: MedusaContainer, { state, kind, household_id, offset, limit }: ProposalQuery, regions: string[]): Promise<{ proposals: Proposal[]; count: number }> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const [rows, count] = await module.listAndCountHouseholdProposals(
    { $and: [withinRegions(regions), { ...(state ? { state } : {}), ...(kind ? { kind } : {}), ...(household_id ? { household_id } : {}) }] },
    { skip: offset, take: limit, order: { created_at: "DESC", id: "DESC" } })
  return { proposals: await shown(container, rows), count }
}

/** One proposal with what it changes, masked. Errors: not_found, not_in_your_region. */
export async function readProposal(container: MedusaContainer, id: string, regions: string[], now: Date): Promise<Proposal> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const row = await module.retrieveHouseholdProposal(id)
  allowed(decideRegion(row.region_code, regions), "forbidden")
  const [proposal] = await shown(container, [row])
  const change = module.openProposal(row)
  return { ...proposal!, differences: change ? await readDifferences(container, change, row, now) : [] }
}

async function shown(container: MedusaContainer, rows: ProposalRow[]): Promise<Proposal[]> {
  const people = await readPeople(container, rows.flatMap(({ household_id }) => household_id ?? []))
  const staff = await readStaff(container, rows.flatMap(({ proposed_by, reviewed_by }) => [proposed_by, reviewed_by ?? ""]))
  return rows.map(({ id, kind, state, household_id, region_code, reason, proposed_by, created_at, reviewed_by, reviewed_at, review_note }) => ({
    id, kind, state, household: (household_id && people.get(household_id)) || null, region_code, reason, proposed_by: staff(proposed_by), proposed_at: new Date(created_at).toISOString(),
    reviewed_by: reviewed_by && staff(reviewed_by), reviewed_at: reviewed_at && new Date(reviewed_at).toISOString(), review_note, differences: [],
  }))
}

async function readDifferences(container: MedusaContainer, change: Change, row: ProposalRow, now: Date): Promise<ProposalDifference[]> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const villages = change.kind === "add" ? [change.household.region_code] : change.kind === "move" ? [row.region_code, change.region_code] : []
  const places = await readPlaces(container, villages)
  const place = (code: string) => villageOf(places.get(code)!) || code
  if (change.kind === "add") return planAddition(change.household, place(change.household.region_code))
  if (change.kind === "move") return [{ field: "region_code", before: place(row.region_code), after: place(change.region_code) }, { field: "on", before: null, after: change.on }]
  const successor = successorOf(change)
  const people = await readPeople(container, [change.household_id, ...(successor ? [successor.id] : [])])
  const nameOf = (id: string) => `${people.get(id)?.code ?? id} ${people.get(id)?.name ?? ""}`.trim()
  const lines: ProposalDifference[] = [
    { field: "end_reason", before: null, after: change.kind === "merge" ? "merged" : change.cause }, { field: "on", before: null, after: change.on },
    ...(successor ? [{ field: "successor", before: nameOf(change.household_id), after: nameOf(successor.id) }] : []),
  ]
  if (row.state !== "proposed") return lines
  const heir = change.kind === "merge" ? { id: change.successor_id, weight: change.weight } : null
  const changes = await module.planLeave({ household_id: change.household_id, at: memberChangeAt(change.on, shanghaiDay(now)), successor: heir })
  const ids = [change.household_id, ...(heir ? [heir.id] : [])]
  const weights = (members: { beneficiary_id: string; weight: number }[]) => members.map(({ beneficiary_id: id, weight }) => ({ id, weight }))
  return [...lines, ...planAgreements(changes.map(({ version, members }) => ({ number: version.agreement.number, before: weights(version.members), after: weights(members) })), ids, nameOf)]
}
