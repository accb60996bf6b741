import { expect, it } from "vitest"
import { saleSource } from "./sale-source"

const at = new Date("2026-06-01T00:00:00Z")
const now = { valid_from: new Date("2026-01-01T00:00:00Z"), valid_to: null }
const over = { ...now, valid_to: new Date("2026-05-01T00:00:00Z") }
const later = { ...now, valid_from: new Date("2026-07-01T00:00:00Z") }

it.each([
  ["a household's own goods", { kind: "household", recognitions: [], poor_village: [now] }, "poor_household"],
  ["goods of a registered poor village", { kind: "cooperative", recognitions: [now], poor_village: [now] }, "poor_village"],
  ["goods of a village that was struck off before the sale", { kind: "workshop", recognitions: [], poor_village: [over] }, "other"],
  ["a recognised cooperative", { kind: "cooperative", recognitions: [over, now], poor_village: [] }, "cooperative"],
  ["a recognised enterprise", { kind: "enterprise", recognitions: [now], poor_village: [later] }, "enterprise"],
  ["an enterprise recognised only later", { kind: "enterprise", recognitions: [later], poor_village: [] }, "other"],
  ["a recognised family farm", { kind: "family_farm", recognitions: [now], poor_village: [] }, "other"],
  ["goods of nobody known", null, "other"],
] as const)("counts %s", (_name, seller, heading) => expect(saleSource(seller && { ...seller, recognitions: [...seller.recognitions], poor_village: [...seller.poor_village] }, at)).toBe(heading))
