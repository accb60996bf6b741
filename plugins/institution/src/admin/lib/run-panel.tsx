import { formatFen } from "@fupin/contract/money"
import type { Digest, DryRun, Occurrence, RunResult } from "@fupin/contract/schemas"
import { Button, Container, Heading, Input, Label, Text, toast, usePrompt } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { DayPapers } from "../supply/day-papers"
import { get, messageOf, post, today } from "./client"
import { Deliveries } from "./deliveries"
import { STATES } from "./labels"
import { RunState } from "./run-state"

/** One date: its digest, its deliveries, and the button that places them now. */
export const RunPanel = () => {
  const [date, setDate] = useState(today())
  const prompt = usePrompt()
  const client = useQueryClient()
  const digest = useQuery({ queryKey: ["institution", "digest", date], queryFn: () => get<Digest>("digest", { date }) })
  const day = useQuery({ queryKey: ["institution", "day", date], queryFn: () => get<{ occurrences: Occurrence[] }>("occurrences", { from: date, to: date }) })
  const run = useMutation({
    mutationFn: () => post<RunResult>("standing-orders/run", { date }),
    onSuccess: ({ planned, placed, short, failed }) => {
      toast.success(`处理 ${planned} 次配送`, { description: `已下单 ${placed}，缺货 ${short}，未成功 ${failed}` })
      return client.invalidateQueries({ queryKey: ["institution"] })
    },
    onError: (error) => toast.error("未能下单", { description: messageOf(error) }),
  })
  const confirmAndRun = async () => {
    const foreseen = await get<DryRun>("dry-run", { date }).then(whatWouldBe, messageOf)
    const agreed = await prompt({ title: "现在下单？", description: `截至 ${date} 的待下单配送将生成正式订单，采购单位不能再修改。${foreseen}`, confirmText: "下单", cancelText: "取消", variant: "confirmation" })
    if (agreed) run.mutate()
  }
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-end justify-between gap-4 px-6 py-4">
        <div>
          <Heading level="h2">当日配送</Heading>
          <Text size="small" className="text-ui-fg-subtle">过截单日的配送每小时自动下单；也可在此提前下单。</Text>
        </div>
        <div className="flex items-end gap-3">
          <div><Label htmlFor="run-date" size="small">配送日期</Label><Input id="run-date" type="date" value={date} onChange={(event) => event.target.value && setDate(event.target.value)} /></div>
          <Button onClick={confirmAndRun} isLoading={run.isPending}>{run.isPending ? "正在下单…" : "下单至该日"}</Button>
        </div>
      </div>
      <RunState />
      <DigestLine digest={digest.data} error={digest.error} />
      {day.isError ? <Text className="text-ui-fg-error px-6 py-4">{messageOf(day.error)}</Text> : day.data ? <Deliveries occurrences={day.data.occurrences} /> : <Text className="text-ui-fg-subtle px-6 py-4">正在读取…</Text>}
      <DayPapers date={date} />
    </Container>
  )
}

const whatWouldBe = ({ planned, placed, short, failed, total_fen }: DryRun): string =>
  planned === 0 ? "目前没有待下单的配送。" : `预计 ${planned} 次：${placed} 次足额，${short} 次缺货，${failed} 次不能下单，共 ¥${formatFen(total_fen)}。`

const DigestLine = ({ digest, error }: { digest: Digest | undefined; error: Error | null }) => {
  if (error) return <Text className="text-ui-fg-error px-6 py-4">{messageOf(error)}</Text>
  if (!digest) return null
  const states = (Object.keys(STATES) as (keyof typeof STATES)[]).filter((state) => digest.states[state])
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-2 px-6 py-4">
      <Text><span className="text-ui-fg-subtle">应有 </span><strong>{digest.expected}</strong></Text>
      {states.map((state) => <Text key={state}><span className="text-ui-fg-subtle">{STATES[state]} </span><strong>{digest.states[state]}</strong></Text>)}
      {digest.missing > 0 && <Text className="text-ui-fg-error">缺 {digest.missing} 次未排期，请点“下单至该日”补排</Text>}
    </div>
  )
}
