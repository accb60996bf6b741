import { BULK_DELIVERIES, tonnesText } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"
import type { Demand, DemandState } from "@fupin/contract/schemas"
import { Button, Heading, StatusBadge, Table, Text, toast, usePrompt } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { messageOf, post } from "../lib/client"
import { weekdaysText } from "../lib/fields"

const STATES = { open: ["征集报价", "orange"], comparing: ["已截止，待选定", "blue"], chosen: ["已选定", "green"], withdrawn: ["已撤回", "grey"] } as const satisfies Record<DemandState, unknown>

interface DemandItemProps { demand: Demand; onQuote: () => void; onChanged: () => unknown }

/** One demand with what is asked for, and the quotes of producers in one's regions. */
export function DemandItem({ demand, onQuote, onChanged }: DemandItemProps) {
  const { number, organisation_name, title, state, from_day, to_day, weekdays, quote_by, origin, note, lines, bulk, quotes, quote_count, chosen } = demand
  const prompt = usePrompt()
  const withdraw = useMutation({
    mutationFn: (id: string) => post(`demand-quotes/${id}/withdraw`), onSuccess: () => { toast.success("报价已撤回"); return onChanged() },
    onError: (error) => toast.error("没有撤回", { description: messageOf(error) }),
  })
  const ask = async (id: string, name: string) => {
    if (await prompt({ title: `撤回 ${name} 的报价？`, description: "截止前可以重新报价。", confirmText: "撤回", cancelText: "取消" })) withdraw.mutate(id)
  }
  const [text, color] = STATES[state]
  return (
    <section aria-labelledby={demand.id} className="flex flex-col gap-y-3 px-6 py-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div><Heading level="h2" id={demand.id}>{title}</Heading><Text size="small" className="text-ui-fg-subtle">{organisation_name}　{number}</Text></div>
        <div className="flex items-center gap-x-3"><StatusBadge color={color}>{text}</StatusBadge>{state === "open" && <Button size="small" variant="secondary" aria-label={`为 ${title} 报价`} onClick={onQuote}>代经营主体报价</Button>}</div>
      </div>
      <Text size="small">{lines.map(({ name, requirement, quantity, unit, limit_fen }) => `${name}${requirement && `（${requirement}）`} ${bulk ? tonnesText(quantity) : `${quantity} ${unit}`}${limit_fen === null ? "" : bulk ? `，限价 ¥${formatFen(limit_fen * 1000)}/吨` : `，限价 ¥${formatFen(limit_fen)}/${unit}`}`).join("；")}</Text>
      {bulk && <Text size="small">{BULK_DELIVERIES[bulk.delivery]}，检验标准 {bulk.inspection}；分批 {bulk.batches.map(({ month, quantity }) => `${month} ${tonnesText(quantity)}`).join("，")}</Text>}
      <Text size="small" className="text-ui-fg-subtle">供货 {from_day} 至 {to_day}，{weekdaysText(weekdays)}　报价截止 {quote_by}　产地 {origin?.name ?? "不限"}　共 {quote_count} 份报价{note && `　${note}`}</Text>
      {quotes.length > 0 && (
        <Table>
          <Table.Header><Table.Row><Table.HeaderCell>本区经营主体的报价</Table.HeaderCell><Table.HeaderCell>有效至</Table.HeaderCell><Table.HeaderCell className="text-right">全期合计</Table.HeaderCell><Table.HeaderCell className="text-right">预计带动</Table.HeaderCell><Table.HeaderCell /></Table.Row></Table.Header>
          <Table.Body>
            {quotes.map(({ id, producer, valid_to, total_fen, benefit_fen, households }) => (
              <Table.Row key={id}>
                <Table.Cell>{producer.name}</Table.Cell><Table.Cell className="tabular-nums">{valid_to}</Table.Cell><Table.Cell className="text-right tabular-nums">¥{formatFen(total_fen)}</Table.Cell>
                <Table.Cell className="text-right tabular-nums">{households} 户　¥{formatFen(benefit_fen)}</Table.Cell>
                <Table.Cell className="text-right">{chosen?.quote_id === id ? <StatusBadge color="green">中选</StatusBadge> : state === "open" && <Button size="small" variant="transparent" aria-label={`撤回 ${producer.name} 的报价`} disabled={withdraw.isPending} onClick={() => void ask(id, producer.name)}>撤回</Button>}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </section>
  )
}
