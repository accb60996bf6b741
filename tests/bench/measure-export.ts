import { fork } from "node:child_process"
import path from "node:path"
import { openExportDatabase } from "./export-database"
import type { Server } from "./server"

/** Growth of peak memory while a workbook of so many rows is read from the ledger and written, in MB. */
export async function measureExport(server: Server, rows = Number(process.env.BENCH_ROWS ?? 200_000)): Promise<object> {
  const { url, drop } = await openExportDatabase(server, rows)
  try {
    // The modules' decorators are read as the plugin's own compiler reads them.
    const child = fork(path.join(__dirname, "export-run.ts"), [url], { env: { ...process.env, TSX_TSCONFIG_PATH: path.resolve(__dirname, "../../plugins/benefit/tsconfig.json") } })
    return await new Promise<object>((resolve, reject) => {
      child.once("message", (said) => resolve(said as object))
      child.once("exit", () => reject(new Error("the export did not finish")))
    })
  } finally {
    await drop()
  }
}
