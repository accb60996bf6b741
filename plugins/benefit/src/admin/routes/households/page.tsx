import type { HouseholdList, MaskedHousehold } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Users } from "@medusajs/icons"
import { Badge, Button, Container, Heading, Input, Table, Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import type { z } from "zod"
import { HouseholdForm } from "../../components/household-form"
import { RevealForm } from "../../components/reveal-form"
import { ask } from "../../lib/ask"
import { KIND, STATUS, today } from "../../lib/labels"

type Page = z.infer<typeof HouseholdList>
type Open = { form: "new" } | { form: "edit" | "reveal"; household: MaskedHousehold } | null
const PAGE = 20

const HouseholdsPage = () => {
  const [q, setQ] = useState("")
  const [offset, setOffset] = useState(0)
  const [page, setPage] = useState<Page | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [open, setOpen] = useState<Open>(null)

  const load = () => ask<Page>(`benefit/households?limit=${PAGE}&offset=${offset}&q=${encodeURIComponent(q)}`)
    .then((read) => { setPage(read); setProblem(null) }, (error: Error) => setProblem(error.message))
  useEffect(() => {
    const later = setTimeout(load, 250)
    return () => clearTimeout(later)
  }, [q, offset])
  const close = (changed: boolean) => { setOpen(null); if (changed) void load() }

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading>受益农户{page ? `（${page.count}）` : ""}</Heading>
        <div className="flex gap-x-2">
          <Input type="search" placeholder="编号或姓名" aria-label="搜索编号或姓名" value={q} onChange={(event) => { setQ(event.target.value); setOffset(0) }} />
          <Button onClick={() => setOpen({ form: "new" })}>登记农户</Button>
        </div>
      </div>
      {problem && <Text className="px-6 py-4 text-ui-fg-error">{problem}</Text>}
      {page?.count === 0 && <Text className="px-6 py-8 text-ui-fg-subtle">没有符合条件的农户。</Text>}
      {page && page.count > 0 && (
        <Table>
          <Table.Header>
            <Table.Row>{["编号", "户主", "所在村", "身份", "身份证", "电话", "账号", ""].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row>
          </Table.Header>
          <Table.Body>
            {page.households.map((household) => (
              <Table.Row key={household.id}>
                <Table.Cell>{household.code}</Table.Cell>
                <Table.Cell>{household.name}{household.kind === "collective" && <Badge size="2xsmall" className="ml-1">{KIND.collective}</Badge>}</Table.Cell>
                <Table.Cell>{household.place || household.region_code}</Table.Cell>
                <Table.Cell>{statusesNow(household)}</Table.Cell>
                <Table.Cell className="font-mono">{household.id_number ?? "—"}</Table.Cell>
                <Table.Cell className="font-mono">{household.phone ?? "—"}</Table.Cell>
                <Table.Cell className="font-mono">{household.bank_account ?? "—"}</Table.Cell>
                <Table.Cell>
                  <div className="flex gap-x-1">
                    <Button size="small" variant="transparent" onClick={() => setOpen({ form: "edit", household })}>修改</Button>
                    <Button size="small" variant="transparent" onClick={() => setOpen({ form: "reveal", household })}>查看全部</Button>
                  </div>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
      {page && page.count > PAGE && (
        <Table.Pagination count={page.count} pageSize={PAGE} pageIndex={offset / PAGE} pageCount={Math.ceil(page.count / PAGE)} canPreviousPage={offset > 0}
          canNextPage={offset + PAGE < page.count} previousPage={() => setOffset(offset - PAGE)} nextPage={() => setOffset(offset + PAGE)}
          translations={{ of: "共", results: "户", pages: "页", prev: "上一页", next: "下一页" }} />
      )}
      {open?.form === "new" && <HouseholdForm household={null} onDone={close} />}
      {open?.form === "edit" && <HouseholdForm household={open.household} onDone={close} />}
      {open?.form === "reveal" && <RevealForm household={open.household} onDone={() => setOpen(null)} />}
    </Container>
  )
}

function statusesNow({ statuses }: MaskedHousehold): string {
  const day = today()
  return statuses.filter(({ valid_from, valid_to }) => valid_from <= day && (valid_to === null || valid_to > day)).map(({ status }) => STATUS[status]).join("、") || "—"
}

export const config = defineRouteConfig({ label: "受益农户", icon: Users })

export default HouseholdsPage
