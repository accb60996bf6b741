import { quantityText } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"
import type { DryRun, OrganisationDigest, Packing } from "@fupin/contract/schemas"
import { Table, Tabs, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { get } from "../lib/client"
import { STATES } from "../lib/labels"
import { ListState } from "../lib/states"
import { SHORTAGE_RULES } from "./rules"

/** One date seen by unit, by producer, and as a run would leave it. */
export const DayPapers = ({ date }: { date: string }) => (
  <Tabs defaultValue="units">
    <Tabs.List className="overflow-x-auto whitespace-nowrap px-6 py-3"><Tabs.Trigger value="units">按采购单位</Tabs.Trigger><Tabs.Trigger value="sellers">采收与装箱</Tabs.Trigger><Tabs.Trigger value="dry">试运行</Tabs.Trigger></Tabs.List>
    <Tabs.Content value="units"><Units date={date} /></Tabs.Content>
    <Tabs.Content value="sellers"><Sellers date={date} /></Tabs.Content>
    <Tabs.Content value="dry"><Dry date={date} /></Tabs.Content>
  </Tabs>
)

const statesText = (states: Record<string, number>): string => (Object.keys(STATES) as (keyof typeof STATES)[]).filter((state) => states[state]).map((state) => `${STATES[state]} ${states[state]}`).join("，")

function Units({ date }: { date: string }) {
  const list = useQuery({ queryKey: ["institution", "run-digest", date], queryFn: () => get<{ organisations: OrganisationDigest[] }>("run-digest", { date }) })
  return (
    <ListState query={list} isEmpty={list.data?.organisations.length === 0} empty="这一天没有单位要配送。">
      <Table>
        <Table.Header><Table.Row>{["采购单位", "应有", "状态", "供货金额", "缺货原因"].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
        <Table.Body>
          {list.data?.organisations.map(({ organisation_id, name, expected, states, total_fen, short }) => (
            <Table.Row key={organisation_id}>
              <Table.Cell className="py-3">{name}</Table.Cell><Table.Cell className="tabular-nums">{expected}</Table.Cell><Table.Cell>{statesText(states) || "未排期"}</Table.Cell>
              <Table.Cell className="tabular-nums">¥{formatFen(total_fen)}</Table.Cell><Table.Cell className={short.length > 0 ? "text-ui-fg-error" : "text-ui-fg-subtle"}>{short.join("；") || "—"}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ListState>
  )
}

function Sellers({ date }: { date: string }) {
  const list = useQuery({ queryKey: ["institution", "packing", date], queryFn: () => get<Packing>("packing", { date }) })
  return (
    <ListState query={list} isEmpty={list.data?.sellers.length === 0} empty="这一天没有需要采收的商品。">
      <div className="divide-y">
        {list.data?.sellers.map((seller) => (
          <section key={seller.id} aria-label={seller.name} className="flex flex-col gap-y-2 py-4">
            <div className="flex flex-wrap items-baseline justify-between gap-2 px-6">
              <Text weight="plus">{seller.name}<span className="text-ui-fg-subtle txt-small">　{SHORTAGE_RULES[seller.rule]}</span></Text>
              <span className="txt-small text-ui-fg-interactive flex gap-x-4">
                {([["pdf", "PDF"], ["xlsx", "Excel"]] as const).map(([format, text]) => <a key={format} aria-label={`下载${seller.name}的装箱单（${text}）`} href={`/admin/institution/packing?${new URLSearchParams({ date, seller_id: seller.id, format })}`}>装箱单（{text}）</a>)}
              </span>
            </div>
            <Table>
              <Table.Header><Table.Row>{["商品", "需求", "供货", "收货单位"].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
              <Table.Body>
                {seller.lines.map((line) => (
                  <Table.Row key={`${line.variant_id} ${line.settle_by}`}>
                    <Table.Cell className="py-3">{line.title}　<span className="text-ui-fg-subtle">{line.specification}</span></Table.Cell>
                    <Table.Cell className="tabular-nums">{quantityText(line.requested, line.settle_by)}</Table.Cell>
                    <Table.Cell className={line.supplied < line.requested ? "text-ui-fg-error tabular-nums" : "tabular-nums"}>{quantityText(line.supplied, line.settle_by)}</Table.Cell>
                    <Table.Cell className="text-ui-fg-subtle whitespace-normal">{line.deliveries.map((one) => `${one.organisation_name} ${quantityText(one.quantity, line.settle_by)}${one.receives && `（${one.receives}收货）`}`).join("，")}</Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          </section>
        ))}
      </div>
    </ListState>
  )
}

function Dry({ date }: { date: string }) {
  const run = useQuery({ queryKey: ["institution", "dry-run", date], queryFn: () => get<DryRun>("dry-run", { date }) })
  return (
    <ListState query={run} isEmpty={run.data?.planned === 0} empty="截至这一天没有待下单的配送。">
      {run.data && <Text size="small" className="px-6 py-4">如果现在下单：{run.data.planned} 次配送中 {run.data.placed} 次足额，{run.data.short} 次缺货，{run.data.failed} 次不能下单；共 ¥{formatFen(run.data.total_fen)}。什么都没有写入。</Text>}
      {run.data && run.data.problems.length > 0 && (
        <Table>
          <Table.Header><Table.Row>{["配送日", "采购单位", "商品", "需求", "可供", "原因"].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
          <Table.Body>
            {run.data.problems.map((one, at) => (
              <Table.Row key={at}>{[one.delivery_date, one.organisation_name, one.title, quantityText(one.requested, one.settle_by), quantityText(one.supplied, one.settle_by), one.reason].map((text, column) => <Table.Cell key={column} className={column === 0 ? "py-3 tabular-nums" : "whitespace-normal"}>{text}</Table.Cell>)}</Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </ListState>
  )
}
