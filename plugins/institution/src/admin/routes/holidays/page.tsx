import { REGIONAL_HOLIDAYS } from "@fupin/contract/codes"
import type { RegionalDaysOff } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CalendarMini } from "@medusajs/icons"
import { Button, Container, Heading, Table, Text, toast, usePrompt } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { get, messageOf, post, today } from "../../lib/client"
import { ListState } from "../../lib/states"
import { DaysOffForm } from "../../spending/days-off-form"

/** Holidays of minorities that a region's government made days off; units there may give for them, and their calendars rest. */
const HolidaysPage = () => {
  const client = useQueryClient()
  const prompt = usePrompt()
  const list = useQuery({ queryKey: ["institution", "regional-holidays"], queryFn: () => get<{ holidays: RegionalDaysOff[] }>("regional-holidays") })
  const reload = () => client.invalidateQueries({ queryKey: ["institution", "regional-holidays"] })
  const withdraw = useMutation({ mutationFn: ({ id }: RegionalDaysOff) => post(`regional-holidays/${id}/withdraw`), onSuccess: () => { toast.success("已撤销"); return reload() }, onError: (error) => toast.error("没有成功", { description: messageOf(error) }) })
  const ask = async (one: RegionalDaysOff) => {
    if (await prompt({ title: `撤销 ${one.region_name} ${one.year} 年${REGIONAL_HOLIDAYS[one.holiday]}的放假？`, description: "当地单位的配送日历恢复照常；已建的慰问活动不受影响。", confirmText: "撤销", cancelText: "取消" })) withdraw.mutate(one)
  }
  const holidays = list.data?.holidays ?? []
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4"><Heading>地方节假日</Heading><Text size="small" className="text-ui-fg-subtle">当地政府规定放假的少数民族节日：当地工会可为它办慰问，配送日历在放假日停送。下级有规定的按下级。</Text></div>
      <ListState query={list} isEmpty={holidays.length === 0} empty="还没有登记地方节假日。">
        <Table>
          <Table.Header><Table.Row>{["区划", "节日", "放假日期", "依据", ""].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
          <Table.Body>{holidays.map((one) => (
            <Table.Row key={one.id}>
              <Table.Cell>{one.region_name}</Table.Cell><Table.Cell>{one.year} 年{REGIONAL_HOLIDAYS[one.holiday]}</Table.Cell><Table.Cell className="tabular-nums">{one.from_on} 至 {one.to_on}</Table.Cell><Table.Cell className="py-3 whitespace-normal">{one.document}</Table.Cell>
              <Table.Cell className="text-right">{one.from_on > today() && <Button size="small" variant="transparent" disabled={withdraw.isPending} aria-label={`撤销 ${one.region_name} ${one.year} 年${REGIONAL_HOLIDAYS[one.holiday]}`} onClick={() => void ask(one)}>撤销</Button>}</Table.Cell>
            </Table.Row>
          ))}</Table.Body>
        </Table>
      </ListState>
      <div className="max-w-xl px-6 py-6"><DaysOffForm onSaved={reload} /></div>
    </Container>
  )
}

export const config = defineRouteConfig({ label: "地方节假日", icon: CalendarMini, rank: 44 })

export default HolidaysPage
