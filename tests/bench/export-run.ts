import { Writable } from "node:stream"
import { ContainerRegistrationKeys, createMedusaContainer, ModulesSdkUtils } from "@medusajs/framework/utils"
import { decidePeriod } from "../../plugins/benefit/src/domain/period"
import { HOUSEHOLD_MODULE } from "../../plugins/benefit/src/modules/household"
import { PersonalData } from "../../plugins/benefit/src/modules/household/personal-data"
import { type HouseholdRow, openField } from "../../plugins/benefit/src/modules/household/prepare"
import { rosterSheet } from "../../plugins/benefit/src/papers/roster-sheet"
import { writeWorkbook } from "../../plugins/benefit/src/papers/xlsx"
import { openRoster } from "../../plugins/benefit/src/queries/read-roster"
import { KEYS } from "./export-database"

const MEGABYTE = 1_048_576

/** Exports 附件1 in a process of its own and says by how much its memory peaked above what it held before. */
async function main(url: string): Promise<void> {
  const connection = ModulesSdkUtils.createPgConnection({ clientUrl: url, driverOptions: { connection: { ssl: false } } })
  await connection.raw("select 1")
  const data = new PersonalData(KEYS)
  const openFields = (row: HouseholdRow) => ({ id_number: openField(data, row, "id_number"), phone: openField(data, row, "phone"), bank_account: null })
  const container = createMedusaContainer()
  container.register({ [ContainerRegistrationKeys.PG_CONNECTION]: { resolve: () => connection }, [HOUSEHOLD_MODULE]: { resolve: () => ({ openFields }) } })
  const bounds = decidePeriod("2026-11")
  if (!bounds.ok) throw new Error(bounds.message)
  let bytes = 0
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => { bytes += chunk.length; done() } })
  const [before, start] = [process.memoryUsage().rss, performance.now()]
  const { rows, balanced } = await openRoster(container, { period: "2026-11", bounds: bounds.value, subject: { kind: "regions" }, regions: ["*"], clear: ["*"] }, async ({ pages, ...roster }) => {
    let counted = 0
    async function* counting() {
      for await (const page of pages) {
        counted += page.length
        yield page
      }
    }
    await writeWorkbook(rosterSheet({ ...roster, pages: counting() }), sink)
    return { rows: counted, balanced: (await roster.ending()).foot.balanced }
  })
  if (!balanced) throw new Error("the exported paper does not agree with the ledger")
  const peak = process.resourceUsage().maxRSS * 1_024
  process.send!({ export_peak_mb: Math.round((peak - before) / MEGABYTE), export_rows: rows, export_seconds: Math.round((performance.now() - start) / 100) / 10, export_file_mb: Math.round((bytes / MEGABYTE) * 10) / 10 })
  await connection.destroy()
}

main(process.argv[2]!).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
