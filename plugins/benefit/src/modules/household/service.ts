import { refusal } from "@fupin/access"
import type { HouseholdInput, PersonalField } from "@fupin/contract/schemas"
import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { SaveScope } from "../../domain/decide-household"
import { normalizeIdNumber } from "../../domain/id-number"
import { LinkageService } from "./linkage-service"
import { PersonalData } from "./personal-data"
import { type HouseholdRow, openField, prepareHousehold, type PreparedHousehold } from "./prepare"

export interface SavedHousehold {
  id: string
  code: string
  is_new: boolean
}

export class HouseholdModuleService extends LinkageService {
  private readonly personal: PersonalData

  constructor(container: object, options: { personal_data_key?: string; blind_index_key?: string } = {}) {
    super(...arguments)
    this.personal = new PersonalData(options)
  }

  /**
   * Saves households by code, all or none, in the order given. Saving the same again writes nothing.
   * Errors: invalid_id_number, duplicate_id_number, household_code_taken, not_in_your_region, invalid_dates.
   */
  @InjectTransactionManager()
  async saveHouseholds(inputs: HouseholdInput[], scope: SaveScope, @MedusaContext() context: Context = {}): Promise<SavedHousehold[]> {
    const codes = inputs.map(({ code }) => code)
    if (new Set(codes).size !== codes.length) throw refusal("invalid_data", "household_code_taken")
    const held = await this.listHouseholds({ code: codes }, { relations: ["statuses"], take: codes.length }, context)
    const byCode = new Map(held.map((row) => [row.code, row as HouseholdRow]))
    const prepared = inputs.map((input) => prepareHousehold(input, byCode.get(input.code), scope, this.personal))
    await this.refuseDuplicates(prepared, context)
    await this.writeHouseholds(prepared, context)
    return prepared.map(({ row, is_new }) => ({ id: row.id, code: row.code, is_new }))
  }

  /** The household with this ID number, compared by its blind index; null when none has it. */
  async readByIdNumber(idNumber: string): Promise<HouseholdRow | null> {
    const id_number_index = this.personal.blindIndex("id_number", normalizeIdNumber(idNumber))
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

  private async refuseDuplicates(prepared: PreparedHousehold[], context: Context): Promise<void> {
    const owners = new Map<string, string>()
    for (const { row } of prepared) {
      if (row.id_number_index === null) continue
      if (owners.has(row.id_number_index)) throw refusal("invalid_data", "duplicate_id_number")
      owners.set(row.id_number_index, row.id)
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
