import fs from "node:fs"
import { expect, it } from "vitest"
import { writePdf } from "./pdf"
import type { Sheet } from "./sheet"
import { writeWorkbook } from "./xlsx"

/** More rows than any buffer holds; says how far the writer came. */
function longPaper(): { sheet: Sheet; readRows: () => number } {
  let read = 0
  function* rows() {
    for (; read < 200_000; read += 1) yield [`${read}`, 100]
  }
  const columns = [{ heading: "序号", width: 8, kind: "text" as const }, { heading: "金额", width: 12, kind: "money" as const }]
  return { sheet: { name: "附件2", title: "附件2", notes: [], columns, rows: rows(), ending: () => ({ apart: [], foot: [] }) }, readRows: () => read }
}

/** The kernel's own full disk: every write answers ENOSPC. */
it.runIf(fs.existsSync("/dev/full")).each(["xlsx", "pdf"] as const)("a disk that is full ends an export as %s with its reason, and soon", async (format) => {
  const { sheet, readRows } = longPaper()
  const file = fs.createWriteStream("/dev/full")
  await expect(format === "pdf" ? writePdf(sheet, file, new Date(0)) : writeWorkbook(sheet, file)).rejects.toMatchObject({ code: "ENOSPC" })
  expect(readRows()).toBeLessThan(200_000)
})
