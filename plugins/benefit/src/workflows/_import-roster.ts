import { createHash } from "node:crypto"
import { ERRORS } from "@fupin/contract/codes"
import type { ImportFault, ImportMode, RosterKind } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { RunEnd, RunProgress } from "../modules/voucher/intake-runs"
import { VOUCHER_MODULE, type VoucherModuleService } from "../modules/voucher"
import { householdImport } from "./_import-households"
import { memberImport } from "./_import-members"

const SHOWN_FAULTS = 200
const BEAT_MS = 1_000

export interface ImportRoster {
  kind: RosterKind
  mode: ImportMode
  file: Buffer
  regions: string[]
  actor_id: string
  today: string
}

/** What was read of a file so far: how many rows, their faults, and how to write those that are right. */
export interface ReadPart {
  rows: number
  good: number
  faults: ImportFault[]
  /** Answers the rows written and what the roster refused all the same. */
  write: () => Promise<{ written: number; faults: ImportFault[] }>
}

/** Begins an import and answers its id at once; the file is read on in this process and kept nowhere. Error: import_running. */
export async function startRosterImport(container: MedusaContainer, input: ImportRoster): Promise<string> {
  const { kind, mode, file, regions, actor_id: started_by } = input
  const module: VoucherModuleService = container.resolve(VOUCHER_MODULE)
  const id = await module.startRun({ kind, mode, regions, started_by, file_sha256: createHash("sha256").update(file).digest("hex") })
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  // Not even its end could be written: it is told as broken off once it no longer beats.
  finish(container, id, input).catch((error: Error) => logger.error(`import ${id} could not be ended: ${error.name}`))
  return id
}

async function finish(container: MedusaContainer, id: string, input: ImportRoster): Promise<void> {
  const module: VoucherModuleService = container.resolve(VOUCHER_MODULE)
  try {
    await module.endRun(id, await run(container, id, input))
  } catch (error) {
    const told = error instanceof Error && "code" in error && String(error.code) in ERRORS
    if (!told) container.resolve(ContainerRegistrationKeys.LOGGER).error(`import ${id} failed: ${error instanceof Error ? error.name : "unknown"}`)
    await module.endRun(id, told ? { state: "refused", message: error.message } : { state: "failed", message: "导入没有完成，请重新上传同一文件：已写入的行不会重复" })
  }
}

/** First everything is looked at; only then, and only if asked to, it is read again and written. */
async function run(container: MedusaContainer, id: string, input: ImportRoster): Promise<RunEnd> {
  const module: VoucherModuleService = container.resolve(VOUCHER_MODULE)
  const progress: RunProgress = { read_rows: 0, good_rows: 0, written_rows: 0, faults: [], fault_count: 0 }
  const note = (faults: ImportFault[]) => {
    progress.fault_count += faults.length
    progress.faults = [...progress.faults, ...faults].slice(0, SHOWN_FAULTS)
  }
  let beaten = 0
  const beat = async (isLast = false) => {
    if (!isLast && performance.now() - beaten < BEAT_MS) return
    beaten = performance.now()
    await module.beatRun(id, progress)
  }
  for await (const part of read(container, input)) {
    progress.read_rows += part.rows
    progress.good_rows += part.good
    note(part.faults)
    await beat()
  }
  await beat(true)
  if (input.mode === "check") return { state: "done" }
  if (input.mode === "all" && progress.fault_count > 0) return { state: "refused", message: ERRORS.import_has_faults }
  if (progress.good_rows === 0) return { state: "refused", message: ERRORS.import_nothing_right }
  for await (const part of read(container, input)) {
    const { written, faults } = await part.write()
    progress.written_rows += written
    note(faults)
    await beat()
  }
  await beat(true)
  return { state: "done" }
}

const read = (container: MedusaContainer, input: ImportRoster): AsyncGenerator<ReadPart> => (input.kind === "households" ? householdImport(container, input) : memberImport(container, input))
