import { expect, it } from "vitest"
import { escapeCell } from "./sheet"

it.each([["=1+1", "'=1+1"], ["+86", "'+86"], ["-1", "'-1"], ["@SUM(A1)", "'@SUM(A1)"], ["\t=1", "'\t=1"], ["土豆=好", "土豆=好"], ["", ""]])("escapes %j", (text, safe) => expect(escapeCell(text)).toBe(safe))
