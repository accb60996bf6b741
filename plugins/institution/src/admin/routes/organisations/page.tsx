import type { OfficeOrganisation } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Buildings } from "@medusajs/icons"
import { Button, Container, Heading, Input, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, messageOf, post } from "../../lib/client"
import { KINDS } from "../../lib/labels"
import { ListState } from "../../lib/states"
import { MembersDrawer } from "../../organisations/members-drawer"
import { OrganisationForm } from "../../organisations/organisation-form"
import { RefusalForm } from "../../organisations/refusal-form"
import { ProfileDrawer } from "../../organisations/profile-drawer"
import { LimitsDrawer } from "../../spending/limits-drawer"
import { YearDrawer } from "../../spending/year-drawer"

type State = "verified" | "refused" | "pending"
const STATES = { verified: ["green", "已核验"], refused: ["red", "已退回"], pending: ["orange", "待核验"] } as const
const stateOf = ({ verified_at, refused_at }: OfficeOrganisation): State => (verified_at ? "verified" : refused_at ? "refused" : "pending")

const OrganisationsPage = () => {
  const client = useQueryClient()
  const [q, setQ] = useState("")
  const [open, setOpen] = useState<{ organisation: OfficeOrganisation | null } | null>(null)
  const [shown, setShown] = useState<OfficeOrganisation | null>(null)
  const [limited, setLimited] = useState<OfficeOrganisation | null>(null)
  const [yearOf, setYearOf] = useState<OfficeOrganisation | null>(null)
  const [profiled, setProfiled] = useState<OfficeOrganisation | null>(null)
  const [refused, setRefused] = useState<OfficeOrganisation | null>(null)
  const list = useQuery({ queryKey: ["institution", "organisations"], queryFn: () => get<{ organisations: OfficeOrganisation[] }>("organisations") })
  const reload = () => client.invalidateQueries({ queryKey: ["institution"] })
  const verify = useMutation({
    mutationFn: (id: string) => post(`organisations/${id}/verify`),
    onSuccess: () => { toast.success("已核验"); return reload() },
    onError: (error) => toast.error("核验未成功", { description: messageOf(error) }),
  })
  const all = list.data?.organisations ?? []
  const rows = all.filter(({ name, uscc, region_name }) => `${name} ${uscc} ${region_name}`.includes(q.trim()))
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading>采购单位{list.data ? `（${all.length}）` : ""}</Heading>
        <div className="flex gap-x-2">
          <Input type="search" placeholder="名称、代码或区划" aria-label="搜索名称、代码或区划" value={q} onChange={(event) => setQ(event.target.value)} />
          <Button className="shrink-0" onClick={() => setOpen({ organisation: null })}>登记单位</Button>
        </div>
      </div>
      <ListState query={list} isEmpty={rows.length === 0} empty={all.length === 0 ? "您负责的区划内还没有采购单位。" : "没有符合条件的单位。"}>
        <Table>
          <Table.Header><Table.Row>{["单位", "代码与所在地", "状态", ""].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
          <Table.Body>
            {rows.map((row) => (
              <Table.Row key={row.id}>
                <Table.Cell className="py-3"><Text size="small" weight="plus">{row.name}</Text><Text size="small" className="text-ui-fg-subtle">{KINDS[row.kind]}</Text></Table.Cell>
                <Table.Cell className="py-3"><Text size="small" className="font-mono">{row.uscc}</Text><Text size="small" className="text-ui-fg-subtle">{row.region_name}</Text></Table.Cell>
                <Table.Cell className="py-3"><StatusBadge color={STATES[stateOf(row)][0]}>{STATES[stateOf(row)][1]}</StatusBadge>{stateOf(row) === "refused" && <Text size="small" className="text-ui-fg-subtle">{row.refusal_reason}</Text>}</Table.Cell>
                <Table.Cell>
                  <div className="flex justify-end gap-x-2">
                    {!row.verified_at && <Button size="small" variant="secondary" isLoading={verify.isPending && verify.variables === row.id} onClick={() => verify.mutate(row.id)}>核验通过</Button>}
                    {stateOf(row) === "pending" && <Button size="small" variant="transparent" aria-label={`退回 ${row.name}`} onClick={() => setRefused(row)}>退回</Button>}
                    <Button size="small" variant="transparent" aria-label={`修改 ${row.name}`} onClick={() => setOpen({ organisation: row })}>修改</Button>
                    <Button size="small" variant="transparent" aria-label={`${row.name} 的成员`} onClick={() => setShown(row)}>成员</Button>
                    <Button size="small" variant="transparent" aria-label={`${row.name} 的预算与审批`} onClick={() => setLimited(row)}>预算与审批</Button>
                    <Button size="small" variant="transparent" aria-label={`${row.name} 的年度计划`} onClick={() => setYearOf(row)}>年度计划</Button>
                    <Button size="small" variant="transparent" aria-label={`${row.name} 的关系与邀请`} onClick={() => setProfiled(row)}>关系与邀请</Button>
                  </div>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ListState>
      {open && <OrganisationForm organisation={open.organisation} onClose={(isSaved) => { setOpen(null); if (isSaved) void reload() }} />}
      {refused && <RefusalForm name={refused.name} path={`organisations/${refused.id}/refuse`} onClose={(isSaved) => { setRefused(null); if (isSaved) void reload() }} />}
      {yearOf && <YearDrawer organisation={yearOf} onClose={() => setYearOf(null)} />}
      {profiled && <ProfileDrawer organisation={profiled} all={all} onClose={() => setProfiled(null)} />}
      {limited && <LimitsDrawer organisation={limited} onClose={() => setLimited(null)} />}
      {shown && <MembersDrawer organisation={shown} onClose={() => setShown(null)} />}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "采购单位", icon: Buildings, rank: 30 })

export default OrganisationsPage
