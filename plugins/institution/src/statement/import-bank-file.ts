import { createHash } from "node:crypto"
import { allowed, refusal } from "@fupin/access"
import type { BankFileResult, BankFileRow } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { type BankFile, type BankLine, decodeBankFile, readBankFile } from "../domain/statement/bank-file"
import { matchRow, type Payable } from "../domain/statement/match-row"
import type { Act, KnownRow } from "../modules/statement/service"
import { readOrganisations, unique } from "../reads/plans"
import { statementsOf } from "."
import { bookRow } from "./book"
import { readPayables } from "./payables"

export interface ImportBankFile {
  bytes: Buffer
  filename: string
  dry_run: boolean
}

/**
 * Reads a bank's CSV; in a dry run says what would become of each row, else keeps the rows and books them one by one.
 * Errors: bank_file_encoding, bank_file_columns, bank_file_empty, bank_file_known.
 */
export async function importBankFile(container: MedusaContainer, { bytes, filename, dry_run }: ImportBankFile, act: Act): Promise<BankFileResult> {
  const { text, encoding } = allowed(decodeBankFile(bytes))
  const file = allowed(readBankFile(text))
  const sha256 = createHash("sha256").update(bytes).digest("hex")
  if (await statementsOf(container).isKnownFile(sha256)) throw refusal("conflict", "bank_file_known")
  const rows = dry_run ? await foresee(container, file) : await keepAndBook(container, { sha256, filename, file }, act)
  const { passed_over, faults } = file
  const booked = await Promise.all(dry_run ? [] : [statementsOf(container).readBankRows({ ids: rows.flatMap(({ id }) => id ?? []) })])
  return { dry_run, encoding, rows: rows.map(({ id: _id, ...row }) => row), passed_over, faults, booked_fen: booked.flat().reduce((sum, { allocated_fen }) => sum + allocated_fen, 0) }
}

type Row = BankFileRow & { id: string | null }
const KNOWN = "这笔流水此前已导入，没有重复入账"
const ANOTHER = "流水号与此前导入的一笔相同，但金额或日期不同，没有入账；请与银行核对，可能是另一笔款"

/** A reference names one payment: the same with other figures is not passed over in silence. */
const knownAs = (row: BankLine, known: KnownRow): string => (known.amount_fen === row.amount_fen && known.received_on === row.received_on ? KNOWN : ANOTHER)

/** As booking would go, one row after the other, each finding what the rows before it left open. */
async function foresee(container: MedusaContainer, { rows }: BankFile): Promise<Row[]> {
  const known = await readKnown(container, rows)
  const payables = await readPayables(container, rows)
  return rows.map((row) => {
    if (known.has(row.reference)) return shown(row, "known", [], knownAs(row, known.get(row.reference)!))
    const { match, paid, reason } = matchRow(row, payables)
    const named = payables.filter(({ id }) => paid.some((one) => one.id === id))
    spend(row.amount_fen, named)
    return shown(row, match, named, reason)
  })
}

async function readKnown(container: MedusaContainer, rows: BankLine[]): Promise<Map<string, KnownRow>> {
  return new Map((await statementsOf(container).readKnownRows(rows.map(({ reference }) => reference))).map((row) => [row.reference, row]))
}

function spend(amount_fen: number, paid: Payable[]): void {
  let left = amount_fen
  for (const one of paid) {
    const part = Math.min(left, one.open_fen)
    one.open_fen -= part
    left -= part
  }
}

function shown(row: BankLine, match: BankFileRow["match"], paid: Pick<Payable, "number" | "organisation_name">[], reason: string | null, id: string | null = null): Row {
  return { ...row, id, match, statement_number: paid.map(({ number }) => number).join("、") || null, organisation_name: paid[0]?.organisation_name ?? null, reason }
}

async function keepAndBook(container: MedusaContainer, { sha256, filename, file }: { sha256: string; filename: string; file: BankFile }, act: Act): Promise<Row[]> {
  const module = statementsOf(container)
  const ids = await module.keepFile({ sha256, filename, rows: file.rows }, act)
  for (const id of ids) await bookRow(container, id, act)
  const kept = await module.readBankRows({ ids })
  const known = await readKnown(container, file.rows.filter(({ reference }) => !kept.some((held) => held.reference === reference)))
  const statements = await module.readStatements({ ids: unique(kept.flatMap(({ statement_ids }) => statement_ids)) })
  const organisations = await readOrganisations(container, { id: unique(kept.flatMap(({ organisation_id }) => organisation_id ?? [])) })
  return file.rows.map((row) => {
    const held = kept.find(({ reference }) => reference === row.reference)
    if (!held) return shown(row, "known", [], knownAs(row, known.get(row.reference)!))
    const organisation_name = organisations.find(({ id }) => id === held.organisation_id)?.name ?? ""
    const numbers = [...statements.filter(({ id }) => held.statement_ids.includes(id)).map(({ number }) => number), ...held.codes]
    return shown(row, held.match, numbers.map((number) => ({ number, organisation_name })), held.reason, held.id)
  })
}
