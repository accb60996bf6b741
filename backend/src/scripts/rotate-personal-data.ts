import { PersonalData, rotatePersonalData, type RotationReport } from "@fupin/benefit/sealing/rotate"
import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readEnvironment } from "../../environment"

/** `medusa exec ./src/scripts/rotate-personal-data.ts`: every sealed cell under the current key; fails while one is left. */
export default async function rotate({ container }: ExecArgs): Promise<void> {
  const environment = readEnvironment()
  const personal = new PersonalData({
    personal_data_key: environment.PERSONAL_DATA_KEY, former_personal_data_keys: environment.FORMER_PERSONAL_DATA_KEYS,
    blind_index_key: environment.BLIND_INDEX_KEY, former_blind_index_keys: environment.FORMER_BLIND_INDEX_KEYS,
  })
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const report = await rotatePersonalData({ connection, personal, onStep: ({ what, done }) => tell(`${what} 已换 ${done}`) })
  for (const line of linesOf(report)) tell(line)
  if (!report.is_done) throw new Error("还有数据没有换到现用密钥：请补上缺少的旧密钥后再运行，之前不要去掉旧密钥")
}

function linesOf({ resealed, reindexed, cells, current_key, faults, is_done }: RotationReport): string[] {
  return [
    `重新加密 ${resealed} 项，重建索引 ${reindexed} 户`,
    ...Object.entries(cells).map(([key, count]) => `密钥 ${key}${key === current_key ? "（现用）" : ""}：${count} 项`),
    ...faults.slice(0, 20).map((fault) => `打不开或冲突：${fault}`),
    is_done ? "全部完成，旧密钥可以去掉" : `未完成：${faults.length} 处`,
  ]
}

/** The caller shows lines that begin so. */
function tell(line: string): void {
  process.stdout.write(`· ${line}\n`)
}
