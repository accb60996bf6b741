import type { HouseholdInput, LinkageInput } from "@fupin/contract/schemas"

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A synthetic ID number that belongs to nobody: valid check digit, born in 1890. */
export function syntheticId(serial: number, area = "500238"): string {
  const body = `${area}18900101${String(serial).padStart(3, "0")}`
  return body + "10X98765432"[WEIGHTS.reduce((sum, weight, place) => sum + weight * Number(body[place]), 0) % 11]
}

/** A household of a village with everything that must never be seen in clear. */
export function household(serial: number, changes: Partial<HouseholdInput> = {}): HouseholdInput {
  return {
    code: `HH-${String(serial).padStart(4, "0")}`, name: `王小${serial}`, region_code: "500238104201",
    id_number: syntheticId(serial), phone: `138${String(76_540_000 + serial)}`, bank_account: String(6_217_000_011_110_000 + serial),
    statuses: [{ status: "registered_poor", valid_from: "2014-01-01", valid_to: "2020-11-01" }, { status: "lifted", valid_from: "2020-11-01" }],
    ...changes,
  }
}

/** An agreement on `rules` with these members in equal parts, in force since 2026. */
export function linkage(number: string, producer_id: string, beneficiaryIds: string[], rules: LinkageInput["rules"], changes: Partial<LinkageInput> = {}): LinkageInput {
  const from = "2026-01-01T00:00:00+08:00"
  return {
    number, title: "土豆产业利益联结", producer_id, valid_from: from, rules,
    members: beneficiaryIds.map((beneficiary_id) => ({ beneficiary_id, weight: 1, from })), ...changes,
  }
}
