import type { Member, Organisation } from "@fupin/contract/schemas"
import { Button, Drawer, StatusBadge, Text, toast, usePrompt } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, messageOf, post } from "../lib/client"
import { ROLES } from "../lib/labels"
import { ListState } from "../lib/states"
import { AddMember } from "./add-member"
import { RefusalForm } from "./refusal-form"

type State = "pending" | "refused" | "active" | "left"
const STATES = { pending: ["orange", "待核验"], refused: ["red", "已退回"], active: ["green", "在岗"], left: ["grey", "已离开"] } as const
const stateOf = ({ left_at, verified_at, refused_at }: Member): State => (left_at ? "left" : verified_at ? "active" : refused_at ? "refused" : "pending")

/** Who acts for an organisation: added by one person, verified as a step of its own, ended at once when they leave. */
export function MembersDrawer({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const prompt = usePrompt()
  const client = useQueryClient()
  const [refused, setRefused] = useState<Member | null>(null)
  const queryKey = ["institution", "members", organisation.id]
  const list = useQuery({ queryKey, queryFn: () => get<{ members: Member[] }>(`organisations/${organisation.id}/members`) })
  const reload = () => client.invalidateQueries({ queryKey })
  const change = useMutation({
    mutationFn: ({ id, act }: { id: string; act: "verify" | "leave" }) => post(`members/${id}/${act}`),
    onSuccess: reload,
    onError: (error) => toast.error("没有保存", { description: messageOf(error) }),
  })
  const isLastManager = (id: string) => list.data?.members.filter((one) => one.role === "manager" && stateOf(one) === "active").every((one) => one.id === id) ?? false
  const leave = async ({ id, name, email, role }: Member) => {
    const isSure = await prompt({ title: `${name || email} 已离开？`, description: `其${ROLES[role]}权限立即终止；过往记录保留。${isLastManager(id) ? "之后单位没有管理员，请另行指定。" : ""}`, confirmText: "终止权限", cancelText: "取消" })
    if (isSure) change.mutate({ id, act: "leave" })
  }
  const members = [...(list.data?.members ?? [])].sort((a, b) => Number(a.left_at !== null) - Number(b.left_at !== null))
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>{organisation.name}</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">成员须先在商城注册账户。管理员自己邀请和终止成员，由这里指定。</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto p-0 pb-6">
          <ListState query={list} isEmpty={members.length === 0} empty="还没有成员。请按其商城账户的邮箱添加。">
            <ul className="divide-y border-b">
              {members.map((member) => (
                <li key={member.id} className="flex items-center gap-3 px-6 py-3">
                  <div className="min-w-0 flex-1">
                    <Text size="small" weight="plus" className="truncate">{member.name || member.email} · {ROLES[member.role]}</Text>
                    <Text size="small" className="text-ui-fg-subtle truncate">{member.email}</Text>
                    {stateOf(member) === "refused" && <Text size="small" className="text-ui-fg-error">{member.refusal_reason}</Text>}
                  </div>
                  <StatusBadge color={STATES[stateOf(member)][0]}>{STATES[stateOf(member)][1]}</StatusBadge>
                  {stateOf(member) === "pending" && <Button size="small" variant="secondary" disabled={change.isPending} onClick={() => change.mutate({ id: member.id, act: "verify" })}>核验</Button>}
                  {stateOf(member) === "refused" && <Button size="small" variant="transparent" disabled={change.isPending} onClick={() => change.mutate({ id: member.id, act: "verify" })}>改为核验</Button>}
                  {stateOf(member) === "pending" && <Button size="small" variant="transparent" aria-label={`退回 ${member.name || member.email}`} onClick={() => setRefused(member)}>退回</Button>}
                  {stateOf(member) === "active" && <Button size="small" variant="transparent" disabled={change.isPending} onClick={() => leave(member)}>已离开</Button>}
                </li>
              ))}
            </ul>
          </ListState>
          <AddMember organisationId={organisation.id} onAdded={reload} />
        </Drawer.Body>
        <Drawer.Footer><Drawer.Close asChild><Button variant="secondary">关闭</Button></Drawer.Close></Drawer.Footer>
      </Drawer.Content>
      {refused && <RefusalForm name={refused.name || refused.email} path={`members/${refused.id}/refuse`} onClose={(isSaved) => { setRefused(null); if (isSaved) void reload() }} />}
    </Drawer>
  )
}
