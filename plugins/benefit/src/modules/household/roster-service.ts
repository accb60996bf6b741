import { allowed, refusal } from "@fupin/access"
import type { HouseholdInput, PersonalField } from "@fupin/contract/schemas"
import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext, MedusaError } from "@medusajs/framework/utils"
import type { SaveScope } from "../../domain/decide-household"
import { normalizeIdNumber } from "../../domain/id-number"
import { decideConsent, planConsent } from "../../domain/people/consent"
import { LinkageService } from "./linkage-service"
import { PersonalData, type PersonalDataOptions } from "./personal-data"
import { type HouseholdRow, openField, prepareHousehold, type PreparedHousehold } from "./prepare"

export interface SavedHousehold {
  id: string
  code: string
  is_new: boolean
}

/** Who lived somewhere before anyone wrote down when they moved. */
const ALWAYS = "0001-01-01"

/** Households and collectives: saved by code, found by number, opened for those who wrote down why. */
export class RosterService extends LinkageService {
  /** Seals and opens personal text of any row of the house; `place` is the row's id and the field. */
  readonly personal: PersonalData

  constructor(_container: object, options: PersonalDataOptions = {}) {
    super(...arguments)
    this.personal = new PersonalData(options)
  }

  /**
   * Saves households by code, all or none, in the order given. Saving the same again writes nothing.
   * Another village is a move as of today, which is written down.
   * Errors: invalid_id_number, duplicate_id_number, household_code_taken, not_in_your_region, invalid_dates, household_erased, household_restricted.
   */
  @InjectTransactionManager()
  async saveHouseholds(inputs: HouseholdInput[], scope: SaveScope, @MedusaContext() context: Context = {}): Promise<SavedHousehold[]> {
    const prepared = await this.prepareHouseholds(inputs, scope, context)
    await this.writeHouseholds(prepared, context)
    await this.saveConsents(prepared, scope, context)
    for (const { row, moved_from } of prepared) if (moved_from !== null) await this.appendResidence(row.id, moved_from, row.region_code, scope.today, context)
    return prepared.map(({ row, is_new }) => ({ id: row.id, code: row.code, is_new }))
  }

  /** What saving each of these would be refused with, by code; nothing is written. Numbers that two of them share are not looked for. */
  async checkHouseholds(inputs: HouseholdInput[], scope: SaveScope): Promise<Map<string, MedusaError>> {
    const held = await this.listHouseholds({ code: inputs.map(({ code }) => code) }, { relations: ["statuses"], take: inputs.length })
    const byCode = new Map(held.map((row) => [row.code, row as HouseholdRow]))
    return new Map(inputs.flatMap((input): [string, MedusaError][] => {
      try {
        prepareHousehold(input, byCode.get(input.code), scope, this.personal)
        return []
      } catch (error) {
        if (error instanceof MedusaError) return [[input.code, error]]
        throw error
      }
    }))
  }

  /** The household with this ID number, compared by its blind index; null when none has it. */
  async readByIdNumber(idNumber: string): Promise<HouseholdRow | null> {
    const id_number_index = this.personal.blindIndexes("id_number", normalizeIdNumber(idNumber))
    const [row] = await this.listHouseholds({ id_number_index }, { relations: ["statuses"], take: 1 })
    return (row as HouseholdRow | undefined) ?? null
  }

  /** Personal fields of rows in clear. Whoever shows them unmasked must have appended to the access log before. */
  openFields(row: HouseholdRow): Record<PersonalField, string | null> {
    return {
      id_number: openField(this.personal, row, "id_number"),
      phone: openField(this.personal, row, "phone"),
      bank_account: openField(this.personal, row, "bank_account"),
    }
  }

  /** Writes down who is about to see whose personal data in clear; one row a household. */
  async appendAccess(householdIds: string[], access: { actor_id: string; action: "reveal" | "export"; fields: string[]; reason: string }): Promise<void> {
    await this.createPersonalDataAccesses(householdIds.map((household_id) => ({ ...access, household_id })))
  }

  /** A household's code on one receipt; differs on every receipt. */
  receiptCode(orderId: string, householdId: string): string {
    return this.personal.receiptCode(orderId, householdId)
  }

  /** Records that a household lives elsewhere since a business date; the first row says where it had always lived. */
  protected async appendResidence(household_id: string, before: string, region_code: string, since: string, context: Context): Promise<void> {
    const [held] = await this.listHouseholdResidences({ household_id }, { take: 1, order: { since: "DESC" } }, context)
    if (held && held.since >= since) throw refusal("invalid_data", "invalid_dates", "这一天之后已登记过迁移，请核对日期")
    const first = held ? [] : [{ household_id, region_code: before, since: ALWAYS }]
    await this.createHouseholdResidences([...first, { household_id, region_code, since }], context)
  }

  private async saveConsents(prepared: PreparedHousehold[], { today, actor_id = "import" }: SaveScope, context: Context): Promise<void> {
    const said = prepared.filter(({ consent }) => consent !== undefined)
    if (said.length === 0) return
    const ids = said.map(({ row }) => row.id)
    const open = new Map((await this.listNameConsents({ household_id: ids, purpose: "public_name", withdrawn_on: null }, {}, context)).map((row) => [row.household_id, row]))
    const plans = said.map(({ row, consent }) => ({ household_id: row.id, ...planConsent(open.get(row.id) ?? null, consent) }))
    const restricted = new Set((await this.listHouseholds({ id: ids, restricted_at: { $ne: null } }, { select: ["id"] }, context)).map(({ id }) => id))
    for (const { household_id, give } of plans) if (give !== null) allowed(decideConsent(give, today, restricted.has(household_id)), "not_allowed")
    const withdrawn = plans.flatMap(({ withdraw }) => (withdraw ? [{ id: withdraw, withdrawn_on: today, withdrawn_by: actor_id }] : []))
    const given = plans.flatMap(({ household_id, give }) =>
      (give === null ? [] : [{ household_id, purpose: "public_name" as const, given_on: give, evidence: null, recorded_by: actor_id }]))
    if (withdrawn.length > 0) await this.updateNameConsents(withdrawn, context)
    if (given.length > 0) await this.createNameConsents(given, context)
  }

  /** Everything that saving would check, and nothing written. */
  protected async prepareHouseholds(inputs: HouseholdInput[], scope: SaveScope, context: Context): Promise<PreparedHousehold[]> {
    const codes = inputs.map(({ code }) => code)
    if (new Set(codes).size !== codes.length) throw refusal("invalid_data", "household_code_taken")
    const held = await this.listHouseholds({ code: codes }, { relations: ["statuses"], take: codes.length }, context)
    const byCode = new Map(held.map((row) => [row.code, row as HouseholdRow]))
    const prepared = inputs.map((input) => prepareHousehold(input, byCode.get(input.code), scope, this.personal))
    await this.refuseDuplicates(prepared, context)
    return prepared
  }

  private async refuseDuplicates(prepared: PreparedHousehold[], context: Context): Promise<void> {
    const owners = new Map<string, string>()
    for (const { row, id_number_indexes } of prepared) {
      if (id_number_indexes.some((index) => owners.has(index))) throw refusal("invalid_data", "duplicate_id_number")
      for (const index of id_number_indexes) owners.set(index, row.id)
    }
    const held = await this.listHouseholds({ id_number_index: [...owners.keys()] }, { select: ["id", "id_number_index"], take: owners.size }, context)
    if (held.some(({ id, id_number_index }) => owners.get(id_number_index!) !== id)) throw refusal("invalid_data", "duplicate_id_number")
  }

  private async writeHouseholds(prepared: PreparedHousehold[], context: Context): Promise<void> {
    const created = prepared.filter(({ is_new }) => is_new).map(({ row }) => row)
    const updated = prepared.filter(({ is_new, changed }) => !is_new && changed).map(({ row }) => row)
    if (created.length > 0) await this.createHouseholds(created, context)
    if (updated.length > 0) await this.updateHouseholds(updated, context)
    const statuses = prepared.flatMap(({ row, statuses: changed }) => changed.map((status) => ({ ...status, household_id: row.id })))
    const held = await this.listHouseholdStatusRows({ household_id: [...new Set(statuses.map(({ household_id }) => household_id))] }, {}, context)
    const rows = statuses.map((status) => {
      const known = held.find((row) => row.household_id === status.household_id && row.status === status.status && row.valid_from === status.valid_from)
      return { ...status, id: known?.id }
    })
    const moved = rows.filter(({ id }) => id !== undefined)
    const added = rows.filter(({ id }) => id === undefined).map(({ id: _id, ...row }) => row)
    if (moved.length > 0) await this.updateHouseholdStatusRows(moved, context)
    if (added.length > 0) await this.createHouseholdStatusRows(added, context)
  }
}
