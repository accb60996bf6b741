import type { PayoutMethod } from "@fupin/contract/schemas"
import type { ResultLine } from "../domain/settlement/plan-results"

export interface PayoutLine {
  payee_name: string
  /** In clear; null where money is handed out in cash. */
  account: string | null
  place: string
  amount_fen: number
  /** Names this attempt alone. */
  reference: string
}

export interface PayoutOrder {
  /** Of the run, and which of its batches. */
  number: string
  batch: number
  period: string
  region_name: string
  lines: PayoutLine[]
}

export interface PayoutFile {
  filename: string
  mime: string
  content: Buffer
}

/** A way to get money to payees: what is handed out for it, and how its results are read. */
export interface PayoutProvider {
  method: PayoutMethod
  /** Personal fields of payees that the file shows in clear. */
  shows: string[]
  write(order: PayoutOrder): Promise<PayoutFile>
  /** Results out of the file that comes back; null where people say who signed. Error: return_file_malformed. */
  readResults: ((content: Uint8Array) => ResultLine[]) | null
}
