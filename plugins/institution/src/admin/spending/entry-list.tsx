import { formatFen } from "@fupin/contract/money"
import type { UnitEntries, UnitEntry } from "@fupin/contract/schemas"
import { Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { get } from "../lib/client"
import { ListState } from "../lib/states"

const PURPOSES = { delivery: "食堂食材", campaign: "工会慰问" } as const
const moment = (at: string): string => new Date(at).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai", year: "numeric", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" })

function textOf({ what, year, purpose, on_day, value, before, evidence }: UnitEntry): string {
  if (what === "second_signature") return value === 1 ? "验收改为须两人签字" : "验收改为一人签字"
  if (what === "headcount") return `${on_day} 工会会员 ${value} 人${before === null ? "" : `（原 ${before} 人）`}，依据：${evidence}`
  return `${year} 年${purpose === null ? "" : PURPOSES[purpose]}预算 ${formatFen(value)} 元${before === null ? "" : `（原 ${formatFen(before)} 元）`}`
}

/** Who entered a unit's budgets, headcounts and signature rule: the office, or somebody of the unit. */
export function EntryList({ organisationId }: { organisationId: string }) {
  const read = useQuery({ queryKey: ["institution", "limits", organisationId, "entries"], queryFn: () => get<UnitEntries>(`organisations/${organisationId}/entries`) })
  return (
    <section aria-label="填报记录" className="flex flex-col gap-y-2">
      <Text weight="plus">填报记录</Text>
      <ListState query={read} isEmpty={read.data?.entries.length === 0} empty="还没有登记预算、人数或签字规则。">
        <ol className="divide-y border-y">
          {read.data?.entries.map((entry, index) => (
            <li key={`${entry.at} ${index}`} className="flex flex-col py-2"><Text size="small">{textOf(entry)}</Text><Text size="xsmall" className="text-ui-fg-subtle">{moment(entry.at)}　{entry.side === "unit" ? `单位：${entry.by}` : entry.by}</Text></li>
          ))}
        </ol>
      </ListState>
    </section>
  )
}
