const LIMIT = 10_000_000
const MAGIC: [mime: string, start: number[]][] = [["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]], ["image/jpeg", [0xff, 0xd8, 0xff]], ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]]

/** What a scan is by its own first bytes, whatever its name says: PDF, JPEG or PNG of at most 10 MB; null for anything else. */
export function scanType(content: Uint8Array): string | null {
  if (content.length > LIMIT) return null
  return MAGIC.find(([, start]) => start.every((byte, place) => content[place] === byte))?.[0] ?? null
}
