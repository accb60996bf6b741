import { describe, expect, it } from "vitest"
import { type CertificateFacts, decideCertificate } from "./certificate"

const facts = (change: Partial<CertificateFacts>): CertificateFacts => ({ kind: "organic", number: "12345678901234567", producer_id: "prod_1", product_ids: [], area_code: null, valid_to: "2027-01-01", ...change })

describe("a certificate's number has the form of its kind", () => {
  it.each([
    ["organic", "12345678901234567", true], ["organic", "1234567890123456", false], ["organic", "1234567890123456X", false],
    ["green_food", "LB-15-20031234567A", true], ["green_food", "lb-55-21033402131A", true], ["green_food", "GF500238200123", true], ["green_food", "GF50023820012", false],
    ["geographical_indication", "AGI01234", true], ["geographical_indication", "AGI2017-01-2042", true], ["geographical_indication", "AGI123", false],
    ["gi_trademark", "8458345", true], ["gi_trademark", "巫溪洋芋", false],
    ["food_licence", "SC11550023800012", true], ["food_licence", "SC115500238", false], ["food_licence", "QS500102010123", false],
    ["test_report", "NO.2026-0815", true], ["relief_recognition", "渝乡振〔2026〕12号", true], ["relief_recognition", "<i>", false], ["test_report", "<b>1234</b>", false], ["quality_scheme", "CAQS-MTYX-20190123", true], ["quality_scheme", "a'; drop table", false],
  ] as const)("%s %s: %s", (kind, number, expected) => expect(decideCertificate(facts({ kind, number, area_code: "500238" })).ok).toBe(expected))
  it("is stored without blanks, in capitals", () => expect(decideCertificate(facts({ kind: "green_food", number: "lb-15-2003 1234567a" }))).toEqual({ ok: true, value: "LB-15-20031234567A" }))
})

describe("a certificate is refused", () => {
  it.each([
    [{ valid_to: null }, "invalid_validity"],
    [{ producer_id: null }, "certificate_without_subject"],
    [{ kind: "geographical_indication", number: "AGI01234" }, "area_required"],
  ] as const)("with %j: %s", (change, code) => expect(decideCertificate(facts(change))).toMatchObject({ ok: false, code }))
  it("but a test report needs no end", () => expect(decideCertificate(facts({ kind: "test_report", number: "NO.2026-0815", valid_to: null })).ok).toBe(true))
})
