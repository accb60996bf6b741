/** A column whose cells are sealed: where they stand, and the place that each was sealed for. Any table of the house may be named here. */
export interface SealedColumn {
  table: string
  /** The primary key, text. */
  id: string
  column: string
  place: (id: string) => string
  /** The column with the id of the one household that the cell is about: the cell becomes null when that identity is removed. */
  household?: string
  /** Rows in one batch of a rotation, where cells are large. */
  batch?: number
}

/** What stands where a name stood. */
export const ERASED_NAME = "已删除"

const of = (table: string, column: string, place: (id: string) => string, more: Pick<SealedColumn, "household" | "batch"> = {}): SealedColumn =>
  ({ table, id: "id", column, place, ...more })

/**
 * Every sealed column of the house. `npm run rotate-personal-data` re-seals what stands here and nothing else, so a new sealed
 * column must be added. Rotation updates that one column by id: a trigger that keeps a table unchanged must let it pass.
 */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  of("household", "id_number_sealed", (id) => `${id}:id_number`),
  of("household", "phone_sealed", (id) => `${id}:phone`),
  of("household", "bank_account_sealed", (id) => `${id}:bank_account`),
  of("settlement_scan", "content_sealed", (id) => `${id}:scan`, { batch: 10 }),
  of("settlement_successor", "bank_account_sealed", (id) => `${id}:bank_account`, { household: "beneficiary_id" }),
  of("household_proposal", "change_sealed", (id) => `${id}:change`, { household: "household_id" }),
  of("paper_document", "payload_sealed", (id) => `${id}:payload`, { batch: 10 }),
  of("voucher_scan", "content_sealed", (id) => `${id}:scan`, { batch: 10 }),
  of("campaign", "pickup_phone_sealed", (id) => `${id}:pickup_phone`),
  of("campaign_minutes", "content_sealed", (id) => `${id}:minutes`, { batch: 10 }),
  of("campaign_recipient", "name_sealed", (id) => `${id}:name`),
  of("campaign_recipient", "phone_sealed", (id) => `${id}:phone`),
  of("campaign_recipient", "address_sealed", (id) => `${id}:address`),
  of("campaign_recipient", "proxy_sealed", (id) => `${id}:proxy`),
  of("standing_order", "delivery_phone_sealed", (id) => `${id}:delivery_phone`),
]

/** Names in clear that stand outside `household` and go with the identity. */
export const NAMES_OF_HOUSEHOLDS: readonly { table: string; column: string; household: string; to: string | null }[] = [
  { table: "producer", column: "name", household: "beneficiary_id", to: ERASED_NAME },
  { table: "producer", column: "public_name", household: "beneficiary_id", to: null },
  { table: "settlement_payment", column: "payee_name", household: "beneficiary_id", to: ERASED_NAME },
  { table: "settlement_successor", column: "payee_name", household: "beneficiary_id", to: ERASED_NAME },
]
