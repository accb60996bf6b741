import type { Proposal, ProposalList } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { PencilSquare } from "@medusajs/icons"
import { Badge, Button, Table, Text } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { z } from "zod"
import { Choice } from "../../components/choice"
import { ListPage } from "../../components/list-page"
import { DuplicateHouseholds } from "../../components/people/duplicates"
import { PROPOSAL, PROPOSAL_STATE, STATE_COLOR } from "../../components/people/labels"
import { ProposalForm, type ProposalStart } from "../../components/people/proposal-form"
import { ProposalReview } from "../../components/people/proposal-review"
import { filled, useFilters } from "../../lib/filters"
import { moment } from "../../lib/labels"

const ProposalsPage = () => {
  const client = useQueryClient()
  const [filters, set] = useFilters(["state", "kind"] as const)
  const [start, setStart] = useState<ProposalStart | null>(null)
  const [reviewing, setReviewing] = useState<string | null>(null)
  const close = (changed: boolean) => {
    setStart(null)
    setReviewing(null)
    if (changed) for (const key of ["proposals", "proposal", "household-duplicates", "households"]) void client.invalidateQueries({ queryKey: [key] })
  }
  const field = (name: keyof typeof filters) => ({ id: name, value: filters[name], onChange: (value: string) => set({ [name]: value }) })
  const row = ({ id, kind, state, household, reason, proposed_by, proposed_at, reviewed_by }: Proposal) => (
    <Table.Row key={id}>
      <Table.Cell className="py-3"><Text size="small" weight="plus">{PROPOSAL[kind]}</Text><Text size="small" className="text-ui-fg-subtle">{household ? `${household.code} ${household.name}` : "新农户"}</Text></Table.Cell>
      <Table.Cell className="max-w-80 whitespace-normal">{reason}</Table.Cell>
      <Table.Cell><Text size="small">{proposed_by}</Text><Text size="small" className="text-ui-fg-subtle">{moment(proposed_at)}</Text></Table.Cell>
      <Table.Cell><Badge size="2xsmall" color={STATE_COLOR[state]}>{PROPOSAL_STATE[state]}</Badge><Text size="small" className="text-ui-fg-subtle">{reviewed_by ?? ""}</Text></Table.Cell>
      <Table.Cell className="text-right"><Button size="small" variant="transparent" aria-label={`${state === "proposed" ? "复核" : "查看"} ${PROPOSAL[kind]} ${household?.code ?? ""}`} onClick={() => setReviewing(id)}>{state === "proposed" ? "复核" : "查看"}</Button></Table.Cell>
    </Table.Row>
  )
  return (
    <div className="flex flex-col gap-y-4">
      <ListPage<z.infer<typeof ProposalList>> title="农户变更" unit="项" path="proposals" query={filled(filters)} headings={["变更", "事由", "提出", "状态", ""]}
        rowsOf={({ proposals }) => proposals.map(row)} empty="没有变更申请。新增、迁移、合并、退出都从这里提出，由另一位同事复核。" action={<Button onClick={() => setStart({ kind: "leave" })}>提出变更</Button>}
        controls={<><Choice {...field("state")} label="状态" any="全部" options={PROPOSAL_STATE} /><Choice {...field("kind")} label="变更" any="全部" options={PROPOSAL} /></>} />
      <DuplicateHouseholds onMerge={(household, successor) => setStart({ kind: "merge", household, successor })} />
      {start && <ProposalForm start={start} onDone={close} />}
      {reviewing && <ProposalReview id={reviewing} onDone={close} />}
    </div>
  )
}

export const config = defineRouteConfig({ label: "农户变更", icon: PencilSquare, rank: 12 })

export default ProposalsPage
