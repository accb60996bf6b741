import { allowed, refusal } from "@fupin/access"
import type { HouseholdInput } from "@fupin/contract/schemas"
import type { InferTypeOf } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { decideSave, decideStatuses, type SaveScope, type Status } from "../../domain/decide-household"
import { normalizePhone } from "../../domain/household/phone"
import { decideIdNumber } from "../../domain/id-number"
import type { Household } from "./models/household"
import type { PersonalData } from "./personal-data"

export type HouseholdRow = InferTypeOf<typeof Household>

/** What only a decision writes, never a save. */
type Decided = "name_consent_on" | "ended_on" | "end_reason" | "restricted_at" | "erased_at"

/** What is written of one household; `changed` is false when the row already says so. */
export interface PreparedHousehold {
  row: Omit<HouseholdRow, "statuses" | "created_at" | "updated_at" | "deleted_at" | Decided>
  statuses: Status[]
  /** The day of the consent to be named, null to withdraw it, undefined to leave it as it is. */
  consent: string | null | undefined
  /** Every index under which its ID number may stand, former keys' too. */
  id_number_indexes: string[]
  /** Where it lived until now, when that changes. */
  moved_from: string | null
  is_new: boolean
  changed: boolean
}

const SEALED = { id_number: "id_number_sealed", phone: "phone_sealed", bank_account: "bank_account_sealed" } as const
export type SealedField = keyof typeof SEALED

/** Checks one input against what is held and seals what is personal. Throws the refusal of the first rule it breaks. */
export function prepareHousehold(input: HouseholdInput, held: HouseholdRow | undefined, scope: SaveScope, data: PersonalData): PreparedHousehold {
  allowed(decideSave(held ?? null, input.region_code, scope), held ? "forbidden" : "invalid_data")
  if (held?.erased_at) throw refusal("not_allowed", "household_erased")
  const id_number = input.id_number ? allowed(decideIdNumber(input.id_number, scope.today)) : input.id_number
  const id = held?.id ?? generateEntityId(undefined, "hh")
  const field = (name: SealedField, value: string | null | undefined) => sealedField(data, id, name, held?.[SEALED[name]] ?? null, value)
  const row = {
    id, code: input.code, kind: input.kind ?? ("household" as const), name: input.name, payee_name: input.payee_name ?? input.name,
    region_code: input.region_code,
    id_number_sealed: field("id_number", id_number),
    id_number_index: indexed(data, "id_number", id_number, held?.id_number_index ?? null),
    phone_sealed: field("phone", input.phone),
    phone_index: indexed(data, "phone", input.phone && normalizePhone(input.phone), held?.phone_index ?? null),
    bank_account_sealed: field("bank_account", input.bank_account),
  }
  const changed = !held || Object.entries(row).some(([column, value]) => held[column as keyof HouseholdRow] !== value)
  const moved_from = held && held.region_code !== row.region_code ? held.region_code : null
  const id_number_indexes = id_number ? data.blindIndexes("id_number", id_number) : present(row.id_number_index)
  return { row, statuses: mergeStatuses(held, input.statuses ?? []), consent: input.name_consent_on, id_number_indexes, moved_from, is_new: !held, changed }
}

function present<T>(value: T | null): T[] {
  return value === null ? [] : [value]
}

/** The clear text of one field of a row, or null. */
export function openField(data: PersonalData, row: HouseholdRow, name: SealedField): string | null {
  const sealed = row[SEALED[name]]
  return sealed === null ? null : data.open(`${row.id}:${name}`, sealed)
}

/** Absent keeps, null removes. */
function indexed(data: PersonalData, field: "id_number" | "phone", value: string | null | undefined, held: string | null): string | null {
  if (value === undefined) return held
  return value === null ? null : data.blindIndex(field, value)
}

/** Absent keeps, null removes; what says the same keeps its ciphertext, so that saving twice writes nothing. */
function sealedField(data: PersonalData, id: string, name: SealedField, held: string | null, value: string | null | undefined): string | null {
  if (value === undefined) return held
  if (value === null) return null
  const place = `${id}:${name}`
  return held !== null && data.open(place, held) === value ? held : data.seal(place, value)
}

/** New rows and moved ends of what is held; a status is never deleted. Answers only what changes. */
function mergeStatuses(held: HouseholdRow | undefined, inputs: NonNullable<HouseholdInput["statuses"]>): Status[] {
  const key = (status: { status: string; valid_from: string }) => `${status.status}:${status.valid_from}`
  const before = (held?.statuses ?? []).map(({ status, valid_from, valid_to }) => ({ status, valid_from, valid_to }) as Status)
  const given = inputs.map(({ status, valid_from, valid_to }) => ({ status, valid_from, valid_to: valid_to ?? null }))
  const merged = new Map([...before, ...given].map((status) => [key(status), status]))
  allowed(decideStatuses([...merged.values()]))
  return given.filter((status) => before.find((known) => key(known) === key(status))?.valid_to !== status.valid_to)
}
