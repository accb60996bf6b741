import type { StandingRun, StandingRuns } from "@fupin/contract/schemas"
import { StatusBadge, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { get, messageOf } from "./client"

const EVERY_MINUTE = 60_000

/** What the hourly run says of itself: when it last ran, what it did, what failed and what it found missing; and whether it is overdue. */
export const RunState = () => {
  const { data, error } = useQuery({ queryKey: ["institution", "standing-runs"], queryFn: () => get<StandingRuns>("standing-runs"), refetchInterval: EVERY_MINUTE })
  if (error) return <Text className="text-ui-fg-error px-6 py-4">{messageOf(error)}</Text>
  if (!data) return null
  const { last, is_overdue } = data
  return (
    <section aria-label="每小时任务" className="flex flex-col gap-2 px-6 py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Text size="small" weight="plus">每小时任务</Text>
        <StatusBadge {...badgeOf(data)} />
        <Text size="small" className="text-ui-fg-subtle">{last?.ended_at ? `上次 ${moment(last.ended_at)} 结束，${did(last)}` : "还没有运行过，整点后开始"}</Text>
      </div>
      {is_overdue && <Text size="small" className="text-ui-fg-error">超过一个半小时没有顺利完成，请检查后台任务；急用的配送可在下面手动下单。</Text>}
      {last && <Troubles run={last} />}
    </section>
  )
}

const Troubles = ({ run: { error, failures, gaps } }: { run: StandingRun }) => (
  <ul className="text-ui-fg-error txt-small list-inside list-disc empty:hidden">
    {error !== null && <li>中途出错，没有做完：{error}</li>}
    {failures.map(({ reason, count }) => <li key={reason}>{count} 次配送没有下成单：{reason || "没有写明原因"}</li>)}
    {gaps.map(({ date, count }) => <li key={date}>{date} 有 {count} 次配送没有排期</li>)}
  </ul>
)

const isWell = ({ error, failures, gaps }: StandingRun): boolean => error === null && failures.length === 0 && gaps.length === 0

const did = ({ result }: StandingRun): string =>
  result === null ? "没有做完" : result.planned === 0 ? "没有到截单日的配送" : `处理 ${result.planned} 次：已下单 ${result.placed}，缺货 ${result.short}，未成功 ${result.failed}`

const moment = (at: string): string => new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" }).format(new Date(at))

function badgeOf({ last, is_overdue }: StandingRuns): { color: "red" | "green" | "orange" | "grey"; children: string } {
  if (is_overdue) return { color: "red", children: "没有按时完成" }
  if (!last) return { color: "grey", children: "待运行" }
  return isWell(last) ? { color: "green", children: "正常" } : { color: "orange", children: "有问题" }
}
