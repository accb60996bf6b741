/** A column whose cells are sealed: where they stand, and the place that each was sealed for. Any table of the house may be named here. */
export interface SealedColumn {
  table: string
  /** The primary key, text. */
  id: string
  column: string
  place: (id: string) => string
}

const of = (table: string, column: string, place: (id: string) => string): SealedColumn => ({ table, id: "id", column, place })

/**
 * Every sealed column of the house. `npm run rotate-personal-data` re-seals what stands here and nothing else, so a new sealed
 * column must be added. Rotation updates that one column by id: a trigger that keeps a table unchanged must let it pass.
 */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  of("household", "id_number_sealed", (id) => `${id}:id_number`),
  of("household", "phone_sealed", (id) => `${id}:phone`),
  of("household", "bank_account_sealed", (id) => `${id}:bank_account`),
  of("household_proposal", "change_sealed", (id) => `${id}:change`),
  of("paper_document", "payload_sealed", (id) => `${id}:payload`),
  of("voucher_scan", "content_sealed", (id) => `${id}:scan`),
  of("settlement_scan", "content_sealed", (id) => `${id}:scan`),
  of("settlement_successor", "bank_account_sealed", (id) => `${id}:bank_account`),
  of("standing_order", "delivery_phone_sealed", (id) => `${id}:delivery_phone`),
]
