import type { HouseholdList, MaskedHousehold } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Users } from "@medusajs/icons"
import { Badge, Button, Table } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { z } from "zod"
import { HouseholdForm } from "../../components/household-form"
import { RosterMenu } from "../../components/intake/roster-import"
import { ListPage } from "../../components/list-page"
import { HouseholdRecordDrawer } from "../../components/people/household-record"
import { HOUSEHOLD_STATE } from "../../components/people/labels"
import { RevealForm } from "../../components/reveal-form"
import { KIND, STATUS, today } from "../../lib/labels"

type Open = { form: "new" } | { form: "edit" | "reveal" | "record"; household: MaskedHousehold } | null

const HouseholdsPage = () => {
  const client = useQueryClient()
  const [open, setOpen] = useState<Open>(null)
  const close = (changed: boolean) => { setOpen(null); if (changed) void client.invalidateQueries({ queryKey: ["households"] }) }
  const row = (household: MaskedHousehold) => (
    <Table.Row key={household.id}>
      <Table.Cell>{household.code}</Table.Cell>
      <Table.Cell>{household.name}{household.kind === "collective" && <Badge size="2xsmall" className="ml-1">{KIND.collective}</Badge>}{household.state !== "present" && <Badge size="2xsmall" color="orange" className="ml-1">{HOUSEHOLD_STATE[household.state]}</Badge>}</Table.Cell>
      <Table.Cell>{household.place || household.region_code}</Table.Cell>
      <Table.Cell>{statusesNow(household)}</Table.Cell>
      {[household.id_number, household.phone, household.bank_account].map((shown, index) => <Table.Cell key={index} className="font-mono">{shown ?? "—"}</Table.Cell>)}
      <Table.Cell>
        <div className="flex justify-end gap-x-1">
          <Button size="small" variant="transparent" aria-label={`修改 ${household.code}`} onClick={() => setOpen({ form: "edit", household })}>修改</Button>
          <Button size="small" variant="transparent" aria-label={`${household.code} 的档案`} onClick={() => setOpen({ form: "record", household })}>档案</Button>
          <Button size="small" variant="transparent" aria-label={`查看 ${household.code} 的全部信息`} onClick={() => setOpen({ form: "reveal", household })}>查看全部</Button>
        </div>
      </Table.Cell>
    </Table.Row>
  )
  return (
    <>
      <ListPage<z.infer<typeof HouseholdList>> title="受益农户" unit="户" path="households" search="编号或姓名" headings={["编号", "户主", "所在村", "身份", "身份证", "电话", "账号", ""]}
        rowsOf={({ households }) => households.map(row)} empty="您负责的区划内还没有登记农户。" action={<><RosterMenu /><Button onClick={() => setOpen({ form: "new" })}>登记农户</Button></>} />
      {open?.form === "new" && <HouseholdForm household={null} onDone={close} />}
      {open?.form === "edit" && <HouseholdForm household={open.household} onDone={close} />}
      {open?.form === "record" && <HouseholdRecordDrawer household={open.household} onDone={() => setOpen(null)} />}
      {open?.form === "reveal" && <RevealForm household={open.household} onDone={() => setOpen(null)} />}
    </>
  )
}

function statusesNow({ statuses }: MaskedHousehold): string {
  const day = today()
  return statuses.filter(({ valid_from, valid_to }) => valid_from <= day && (valid_to === null || valid_to > day)).map(({ status }) => STATUS[status]).join("、") || "—"
}

export const config = defineRouteConfig({ label: "受益农户", icon: Users, rank: 10 })

export default HouseholdsPage
