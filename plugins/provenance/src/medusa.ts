import type { CertificateKind, DesignationStatus, ProducerKind } from "@fupin/contract/schemas"
import type { DivisionRow } from "./domain/region"

export interface ProducerRow {
  id: string
  name: string
  kind: ProducerKind
  uscc: string | null
  region_code: string
  beneficiary_id: string | null
  public_name: string | null
}

export interface ProfileRow {
  id: string
  product_id: string
  producer_id: string
  producer: ProducerRow
  origin_code: string
  valid_from: Date
  valid_to: Date | null
}

export interface DesignationRow {
  id: string
  number: string
  product_id: string
  status: DesignationStatus
  valid_from: Date
  valid_to: Date
}

export interface CertificateRow {
  id: string
  kind: CertificateKind
  number: string
  issuer: string
  producer_id: string | null
  producer: ProducerRow | null
  area_code: string | null
  file_id: string | null
  valid_from: Date
  valid_to: Date | null
  products: { id: string; product_id: string }[]
}

export interface LotRow {
  id: string
  code: string
  product_id: string
  producer_id: string
  made_on: string
  best_before: string | null
  mark: string
  report: string
  entered_as: "staff" | "producer"
  entered_by: string
  created_at: Date
  withdrawn_at: Date | null
  withdraw_reason: string | null
}

/** The data model language types enums as text; the contract's schemas and our rules wrote these rows. */
export const asProfiles = (rows: unknown) => rows as ProfileRow[]
export const asProducers = (rows: unknown) => rows as ProducerRow[]
export const asDesignations = (rows: unknown) => rows as DesignationRow[]
export const asCertificates = (rows: unknown) => rows as CertificateRow[]
export const asLots = (rows: unknown) => rows as LotRow[]
export const asDivisions = (rows: unknown) => rows as DivisionRow[]
