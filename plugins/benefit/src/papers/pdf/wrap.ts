/** Marks that may not begin a line (避头). */
const CLOSING = /^[，。、；：！？）》〉」』】”’%％,.;:!?)\]}]$/u
/** A run of Latin letters and digits stays together; every other character stands alone. */
const TOKENS = /[A-Za-z0-9_.\-/@#&+]+|\s|[^]/gu

/** Breaks a text into lines of at most `width`, as `widthOf` measures; a word too long for a line is cut. Never empty. */
export function wrapText(text: string, width: number, widthOf: (token: string) => number): string[] {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/gu, " ").split("\n").flatMap((paragraph) => wrapParagraph(paragraph, width, widthOf))
}

function wrapParagraph(text: string, width: number, widthOf: (token: string) => number): string[] {
  const lines: string[][] = [[]]
  let used = 0
  const tokens = (text.match(TOKENS) ?? []).flatMap((token) => (widthOf(token) > width ? Array.from(token) : [token]))
  for (const token of tokens) {
    const line = lines.at(-1)!
    const wide = widthOf(token)
    if (used + wide <= width || line.length === 0) {
      line.push(token)
      used += wide
      continue
    }
    if (/^\s$/u.test(token)) continue
    const before = widthOf(line.at(-1)!)
    const brings = CLOSING.test(token) && line.length > 1 && before + wide <= width
    lines.push(brings ? [line.pop()!, token] : [token])
    used = brings ? before + wide : wide
  }
  return lines.map((line) => line.join(""))
}
