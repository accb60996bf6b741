import { expect, it } from "vitest"
import { readOutside } from "./outside-form"

const values = { organisation_id: "orga_1", platform: "platform_832", source: "canteen", seller: "城口县某合作社", goods: "香菇 20 千克", county_code: "500229", yuan: "1234.5", paid_on: "2026-03-01" }
const proof = { name: "发票.pdf", base64: "JVBERi0xLjQK" }

it("reads yuan as fen and says beside which field a fault is", () => {
  expect(readOutside(values, proof)).toMatchObject({ ok: true, value: { amount_fen: 123_450, proof_name: "发票.pdf" } })
  const bad = readOutside({ ...values, yuan: "1,234", seller: "", county_code: "" }, { name: "", base64: "" })
  expect(bad.ok ? [] : Object.keys(bad.errors).sort()).toEqual(["county_code", "proof", "seller", "yuan"])
})
