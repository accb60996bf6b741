/** One spelling for comparison: digits alone, half-width. */
export function normalizePhone(text: string): string {
  return text.normalize("NFKC").replace(/\D/g, "")
}
