import { BASE_STATES, BASE_UNITS } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"
import type { BaseList, BaseStep, SupplyBase } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { MapPin } from "@medusajs/icons"
import { Button, Container, Heading, Select, StatusBadge, Table, Text } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { BaseForm } from "../../bases/base-form"
import { StepForm } from "../../bases/step-form"
import { get, today } from "../../lib/client"
import { ListState } from "../../lib/states"

const THIS_YEAR = Number(today().slice(0, 4))
const YEARS = [0, 1, 2, 3].map((back) => THIS_YEAR - back)
const EVERYWHERE = "everywhere"
const COLORS = { proposed: "orange", confirmed: "green", declined: "grey", ended: "grey" } as const

type Opened = { base: SupplyBase | null } | { base: SupplyBase; step: BaseStep["step"] }

/** The registry of 直采直供基地, county by county, with what was bought there in a year. */
const BasesPage = () => {
  const client = useQueryClient()
  const [year, setYear] = useState(THIS_YEAR)
  const [county, setCounty] = useState(EVERYWHERE)
  const [opened, setOpened] = useState<Opened | null>(null)
  const list = useQuery({ queryKey: ["institution", "bases", year], queryFn: () => get<BaseList>("bases", { year: String(year) }) })
  const all = list.data?.bases ?? []
  const counties = [...new Map(all.map(({ region }) => [region.code.slice(0, 6), region.county]))]
  const bases = all.filter(({ region }) => county === EVERYWHERE || region.code.startsWith(county))
  const close = (isSaved: boolean) => { setOpened(null); if (isSaved) void client.invalidateQueries({ queryKey: ["institution", "bases"] }) }
  const file = `/admin/institution/bases?${new URLSearchParams({ year: String(year), format: "xlsx", ...(county === EVERYWHERE ? {} : { region_code: county }) })}`
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div><Heading>直采直供基地</Heading><Text size="small" className="text-ui-fg-subtle">万企兴万村：帮扶单位付款采购基地主要产品才计入；核实确认后在商品页公示</Text></div>
        <div className="flex flex-wrap items-center gap-2">
          <Select size="small" value={county} onValueChange={setCounty}><Select.Trigger aria-label="区县" className="w-36"><Select.Value /></Select.Trigger><Select.Content><Select.Item value={EVERYWHERE}>全部区县</Select.Item>{counties.map(([code, name]) => <Select.Item key={code} value={code}>{name}</Select.Item>)}</Select.Content></Select>
          <Select size="small" value={String(year)} onValueChange={(value) => setYear(Number(value))}><Select.Trigger aria-label="年度" className="w-28"><Select.Value /></Select.Trigger><Select.Content>{YEARS.map((one) => <Select.Item key={one} value={String(one)}>{one} 年</Select.Item>)}</Select.Content></Select>
          <Button size="small" variant="secondary" className="shrink-0" asChild><a href={file} download>导出 Excel</a></Button>
          <Button size="small" className="shrink-0" onClick={() => setOpened({ base: null })}>登记基地</Button>
        </div>
      </div>
      <ListState query={list} isEmpty={bases.length === 0} empty="您负责的区划还没有登记基地。">
        <Table>
          <Table.Header><Table.Row>{["基地", "经营主体和产品", "帮扶单位", "状态"].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}{["采购额", "受益户"].map((text) => <Table.HeaderCell key={text} className="text-right">{text}</Table.HeaderCell>)}<Table.HeaderCell /></Table.Row></Table.Header>
          <Table.Body>{bases.map((base) => <BaseRow key={base.id} base={base} onOpen={setOpened} />)}</Table.Body>
        </Table>
      </ListState>
      {opened && ("step" in opened ? <StepForm base={opened.base} step={opened.step} onClose={close} /> : <BaseForm base={opened.base} onClose={close} />)}
    </Container>
  )
}

function BaseRow({ base, onOpen }: { base: SupplyBase; onOpen: (opened: Opened) => void }) {
  const { name, region, scale, scale_unit, sign_number, producers, products, supports, state, ended_on, reason, paid_fen, households } = base
  const isOpen = state === "proposed" || state === "confirmed"
  return (
    <Table.Row>
      <Table.Cell className="py-3"><Text size="small" weight="plus">{name}</Text><Text size="small" className="text-ui-fg-subtle">{region.name}，{scale} {BASE_UNITS[scale_unit]}{sign_number && `，牌号 ${sign_number}`}</Text></Table.Cell>
      <Table.Cell className="max-w-64"><Text size="small" className="truncate">{producers.map((one) => one.name).join("、")}</Text><Text size="small" className="text-ui-fg-subtle truncate">{products.map(({ title }) => title).join("、")}</Text></Table.Cell>
      <Table.Cell className="max-w-64 truncate" title={supports.map((one) => `${one.name} ${one.since} 至 ${one.until ?? "今"} ¥${formatFen(one.paid_fen)}`).join("\n")}>{supports.map((one) => one.name).join("、") || "—"}</Table.Cell>
      <Table.Cell title={reason}><StatusBadge color={COLORS[state]}>{BASE_STATES[state]}</StatusBadge>{ended_on && <Text size="small" className="text-ui-fg-subtle">{ended_on}</Text>}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">¥{formatFen(paid_fen)}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">{households}</Table.Cell>
      <Table.Cell>
        <div className="flex justify-end gap-x-1">
          {isOpen && <Button size="small" variant="transparent" aria-label={`修改 ${name}`} onClick={() => onOpen({ base })}>修改</Button>}
          {state === "proposed" && <Button size="small" variant="transparent" aria-label={`确认 ${name}`} onClick={() => onOpen({ base, step: "confirm" })}>确认</Button>}
          {state === "proposed" && <Button size="small" variant="transparent" aria-label={`不予通过 ${name}`} onClick={() => onOpen({ base, step: "decline" })}>不予通过</Button>}
          {state === "confirmed" && <Button size="small" variant="transparent" aria-label={`结束 ${name}`} onClick={() => onOpen({ base, step: "end" })}>结束</Button>}
        </div>
      </Table.Cell>
    </Table.Row>
  )
}

export const config = defineRouteConfig({ label: "直采直供基地", icon: MapPin, rank: 43 })

export default BasesPage
