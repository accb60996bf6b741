import { expect, it } from "vitest"
import { pickCap } from "./pick-cap"

const settings = [{ region: "", cap_bp: 3_000 }, { region: "500000", cap_bp: 2_000 }, { region: "500238", cap_bp: 1_000 }, { region: "500238104", cap_bp: 0 }]
it.each([["420000", 3_000], ["500000", 2_000], ["500237", 2_000], ["500238", 1_000], ["500238101", 1_000], ["500238104", 0], ["500238104201", 0]])("%s nets up to %i basis points", (region, cap) => expect(pickCap(settings, region)).toBe(cap))
