import { expect, it } from "vitest"
import { decideUscc } from "./uscc"

it.each([
  ["91350100M000100Y43", true], ["91110000600037341L", true], ["91350100M000100Y44", false], ["91350100M000100Y4", false], ["91350100M000100I43", false], ["", false],
])("%s is a unified social credit code: %s", (code, valid) => expect(decideUscc(code).ok).toBe(valid))
