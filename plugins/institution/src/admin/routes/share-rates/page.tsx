import { type ShareRate } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ChartPie } from "@medusajs/icons"
import { Container, Heading, Table, Text } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { get } from "../../lib/client"
import { ListState } from "../../lib/states"
import { RateForm } from "../../spending/rate-form"

type Row = ShareRate & { region_name: string }

/** 预留份额比例: the least share of a canteen's food budget, by region and year; the narrowest division's rate holds. */
const ShareRatesPage = () => {
  const client = useQueryClient()
  const queryKey = ["institution", "share-rates"]
  const list = useQuery({ queryKey, queryFn: () => get<{ rates: Row[] }>("share-rates") })
  const rows = list.data?.rates ?? []
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4"><Heading>预留份额比例</Heading><Text size="small" className="text-ui-fg-subtle">单位按所在区划最具体、已生效的一条计算年度预留份额；下级没有规定的按上级。</Text></div>
      <ListState query={list} isEmpty={rows.length === 0} empty="还没有登记比例。">
        <Table>
          <Table.Header><Table.Row>{["区划", "从哪一年起", "比例", "依据"].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
          <Table.Body>
            {rows.map(({ region_code, region_name, from_year, rate_bp, source }) => (
              <Table.Row key={`${region_code} ${from_year}`}><Table.Cell>{region_name}</Table.Cell><Table.Cell>{from_year} 年</Table.Cell><Table.Cell>{rate_bp / 100}%</Table.Cell><Table.Cell className="py-3 whitespace-normal">{source}</Table.Cell></Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ListState>
      <div className="max-w-xl px-6 py-6"><RateForm onSaved={() => client.invalidateQueries({ queryKey })} /></div>
    </Container>
  )
}

export const config = defineRouteConfig({ label: "预留份额比例", icon: ChartPie, rank: 41 })

export default ShareRatesPage
