import { type Producer, type ProducerInvitation, ProducerInvitationInput, type ProducerMember, type ProducerPeople, ProducerStandingInput } from "@fupin/contract/schemas"
import { Button, Drawer, Heading, StatusBadge, Text, toast, usePrompt } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, messageOf, post } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { useSaver } from "../lib/saver"
import { ListState } from "../lib/states"
import { SmallForm } from "../spending/small-form"

interface Part { producer: Producer; people: ProducerPeople; onSaved: () => unknown }

/** Who acts for a producer, who is invited, and whether it may act at all. */
export function PeopleDrawer({ producer, onClose }: { producer: Producer; onClose: () => void }) {
  const client = useQueryClient()
  const queryKey = ["institution", "producer-people", producer.id]
  const read = useQuery({ queryKey, queryFn: () => get<{ people: ProducerPeople }>(`producers/${producer.id}/people`) })
  const onSaved = () => client.invalidateQueries({ queryKey })
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>{producer.name}</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">经办人与邀请。</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col overflow-y-auto">
          <ListState query={read} isEmpty={false} empty="">
            {read.data && <div className="flex flex-col gap-y-8 whitespace-normal"><Members producer={producer} people={read.data.people} onSaved={onSaved} /><Invite producer={producer} people={read.data.people} onSaved={onSaved} /><Standing producer={producer} people={read.data.people} onSaved={onSaved} /></div>}
          </ListState>
        </Drawer.Body>
        <Drawer.Footer><Drawer.Close asChild><Button variant="secondary">关闭</Button></Drawer.Close></Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

const day = (moment: string): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date(moment))

function Members({ people: { members }, onSaved }: Part) {
  const prompt = usePrompt()
  const end = useMutation({ mutationFn: (id: string) => post(`producer-members/${id}/end`), onSuccess: () => { toast.success("已停用，立即生效"); return onSaved() }, onError: (error) => toast.error("没有停用", { description: messageOf(error) }) })
  const ask = async ({ id, name, email }: ProducerMember) => {
    if (await prompt({ title: `停用 ${name || email}？`, description: "立即生效；再次加入需要新的邀请码。", confirmText: "停用", cancelText: "取消" })) end.mutate(id)
  }
  return (
    <section className="flex flex-col gap-y-2">
      <Heading level="h3">经办人</Heading>
      {members.length === 0 && <Text size="small" className="text-ui-fg-subtle">还没有经办人，由工作人员代办。</Text>}
      <ul className="divide-y">
        {members.map((one) => (
          <li key={one.id} className="flex items-center gap-3 py-2">
            <Text size="small" className="flex-1">{one.name || one.email}<span className="text-ui-fg-subtle block">{one.email}　{day(one.verified_at)} 起{one.left_at && `，${day(one.left_at)} 止`}</span></Text>
            {one.left_at ? <StatusBadge color="grey">已停用</StatusBadge> : <Button size="small" variant="transparent" disabled={end.isPending} onClick={() => void ask(one)}>停用</Button>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const STATES = { open: ["orange", "待使用"], used: ["green", "已加入"], expired: ["grey", "已过期"], revoked: ["grey", "已撤销"] } as const satisfies Record<ProducerInvitation["state"], unknown>

/** The code is shown this once, to be handed to one person. */
function Invite({ producer, people: { invitations }, onSaved }: Part) {
  const [note, setNote] = useState("")
  const [code, setCode] = useState<string | null>(null)
  const saver = useSaver(async () => setCode((await post<{ code: string }>(`producers/${producer.id}/invitations`, checked(ProducerInvitationInput, { note }))).code), "邀请码已生成", onSaved)
  const revoke = useMutation({ mutationFn: (id: string) => post(`producer-invitations/${id}/revoke`), onSuccess: onSaved, onError: (error) => toast.error("没有撤销", { description: messageOf(error) }) })
  const copy = async (text: string) => { await navigator.clipboard.writeText(text); toast.success("已复制") }
  return (
    <section className="flex flex-col gap-y-4">
      <SmallForm title="邀请经办人" button="生成邀请码" saver={saver}><TextField id="producer-note" label="备注" hint="例如：社长张大山" value={note} fault={saver.faults.fields.note} onChange={setNote} /></SmallForm>
      {code && <div role="status" className="flex flex-col gap-y-2"><Heading level="h3" className="font-mono">{code}</Heading><Text size="small" className="text-ui-fg-subtle">只显示这一次，7 天内有效。请核对本人后交给对方；对方登录商城，在“经营主体工作台”输入，立即生效。</Text><Button size="small" variant="secondary" className="self-start" onClick={() => void copy(code)}>复制</Button></div>}
      <ul className="divide-y">
        {invitations.map(({ id, note: text, created_at, state }) => (
          <li key={id} className="flex items-center gap-3 py-2"><Text size="small" className="flex-1">{text || "没有备注"}<span className="text-ui-fg-subtle">　{day(created_at)}</span></Text><StatusBadge color={STATES[state][0]}>{STATES[state][1]}</StatusBadge>{state === "open" && <Button size="small" variant="transparent" disabled={revoke.isPending} onClick={() => revoke.mutate(id)}>撤销</Button>}</li>
        ))}
      </ul>
    </section>
  )
}

/** Who is blacklisted or has ended may look at its workbench, not act there. */
function Standing({ producer, people: { stopped }, onSaved }: Part) {
  const [reason, setReason] = useState("")
  const path = `producers/${producer.id}/standing`
  const stop = useSaver(() => post(path, checked(ProducerStandingInput, { act: "stop", reason })), "已暂停，立即生效", onSaved)
  const lift = useSaver(() => post(path, checked(ProducerStandingInput, { act: "lift" })), "已恢复", onSaved)
  if (stopped) return <SmallForm title="已暂停办理" button="恢复办理" saver={lift}><Text size="small">{day(stopped.since)} 起：{stopped.reason}</Text></SmallForm>
  return <SmallForm title="暂停办理" button="暂停" saver={stop}><TextField id="stop-reason" label="原因" hint="例如列入黑名单、已注销；暂停后只能查看" value={reason} fault={stop.faults.fields.reason} onChange={setReason} /></SmallForm>
}
