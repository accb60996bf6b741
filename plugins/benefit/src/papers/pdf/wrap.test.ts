import fc from "fast-check"
import { expect, it } from "vitest"
import { wrapText } from "./wrap"

/** Chinese is one wide, everything else half. */
const widthOf = (token: string) => Array.from(token).reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? 1 : 0.5), 0)

it.each([
  ["", 4, [""]],
  ["巫溪洋芋", 2, ["巫溪", "洋芋"]],
  ["巫溪，洋芋", 2, ["巫", "溪，", "洋芋"]],
  ["凭证 BANK-2026 已核", 5, ["凭证 ", "BANK-2026 ", "已核"]],
  ["1234567890", 2, ["1234", "5678", "90"]],
  ["甲\n乙", 4, ["甲", "乙"]],
  ["甲\u0007乙", 4, ["甲 乙"]],
])("breaks %j at %d", (text, width, lines) => expect(wrapText(text, width, widthOf)).toEqual(lines))

it("loses no character and overflows no line", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom("甲", "，", "。", "a", "1", "（", "）", "-") }), fc.integer({ min: 2, max: 12 }), (text, width) => {
    const lines = wrapText(text, width, widthOf)
    expect(lines.join("")).toBe(text)
    expect(lines.every((line) => widthOf(line) <= width)).toBe(true)
  }))
})
