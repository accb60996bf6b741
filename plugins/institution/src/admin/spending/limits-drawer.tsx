import type { ApprovalPolicy, BudgetFigure, Member, OfficeOrganisation } from "@fupin/contract/schemas"
import { Button, Drawer } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { get } from "../lib/client"
import { ListState } from "../lib/states"
import { BudgetForm } from "./budget-form"
import { EntryList } from "./entry-list"
import { PolicyForm } from "./policy-form"

/** What a unit may spend in a year, and who of it must agree. */
export function LimitsDrawer({ organisation: { id, name }, onClose }: { organisation: OfficeOrganisation; onClose: () => void }) {
  const client = useQueryClient()
  const queryKey = ["institution", "limits", id]
  const read = useQuery({
    queryKey,
    queryFn: async () => {
      const [{ policy }, { budgets }, { members }] = await Promise.all([
        get<{ policy: ApprovalPolicy | null }>(`organisations/${id}/approval-policy`), get<{ budgets: BudgetFigure[] }>(`organisations/${id}/budgets`), get<{ members: Member[] }>(`organisations/${id}/members`)])
      return { policy, budgets, approvers: members.filter(({ role, verified_at, left_at }) => role === "approver" && verified_at && !left_at) }
    },
  })
  const reload = () => client.invalidateQueries({ queryKey })
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>{name}</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">预算与审批在每次下单前由系统检查。</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-8 overflow-y-auto">
          <ListState query={read} isEmpty={false} empty="">
            {read.data && (
              <div className="flex flex-col gap-y-8 whitespace-normal px-6 py-2">
                <BudgetForm organisationId={id} budgets={read.data.budgets} onSaved={reload} />
                <PolicyForm key={read.data.policy?.changed_at ?? "none"} organisationId={id} policy={read.data.policy} approvers={read.data.approvers} onSaved={reload} />
                <EntryList organisationId={id} />
              </div>
            )}
          </ListState>
        </Drawer.Body>
        <Drawer.Footer><Drawer.Close asChild><Button variant="secondary">关闭</Button></Drawer.Close></Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
