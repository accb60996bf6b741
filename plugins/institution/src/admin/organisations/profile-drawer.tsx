import { ExemptionInput, type GivenRole, type Invitation, InvitationInput, type MemberRole, type OfficeOrganisation, type OrganisationProfile } from "@fupin/contract/schemas"
import { Button, Drawer, Heading, StatusBadge, Text } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, post, today } from "../lib/client"
import { checked } from "../lib/faults"
import { ChoiceField, TextField } from "../lib/fields"
import { GIVEN_ROLES, ROLES } from "../lib/labels"
import { useSaver } from "../lib/saver"
import { ListState } from "../lib/states"
import { SmallForm } from "../spending/small-form"
import { EvidenceDownload, Receiving } from "./receiving"
import { Relations } from "./relations"

interface ProfileProps { organisation: OfficeOrganisation; all: OfficeOrganisation[]; onClose: () => void }
interface Profile { second_signature: boolean; profile: Omit<OrganisationProfile, "delivery_points">; invitations: Invitation[] }

/** What is kept of a unit beside its name: whose purchases count for whom, whether it has a canteen, and who is invited. */
export function ProfileDrawer({ organisation: { id, name }, all, onClose }: ProfileProps) {
  const client = useQueryClient()
  const queryKey = ["institution", "profile", id]
  const read = useQuery({ queryKey, queryFn: () => get<Profile>(`organisations/${id}/profile`) })
  const reload = () => client.invalidateQueries({ queryKey })
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>{name}</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">关系、食堂与邀请。</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-8 overflow-y-auto">
          <ListState query={read} isEmpty={false} empty="">
            {read.data && (
              <div className="flex flex-col gap-y-8 whitespace-normal">
                <Relations organisationId={id} relations={read.data.profile.relations} others={all.filter((one) => one.id !== id)} onSaved={reload} />
                <Exemption key={read.data.profile.exemption?.since ?? "none"} organisationId={id} exemption={read.data.profile.exemption} onSaved={reload} />
                <Receiving organisationId={id} secondSignature={read.data.second_signature} onSaved={reload} />
                <EvidenceDownload organisationId={id} />
                <Invitations organisationId={id} invitations={read.data.invitations} onSaved={reload} />
              </div>
            )}
          </ListState>
        </Drawer.Body>
        <Drawer.Footer><Drawer.Close asChild><Button variant="secondary">关闭</Button></Drawer.Close></Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

/** A unit without a canteen is annotated, and asked for no share of its own. */
function Exemption({ organisationId, exemption, onSaved }: { organisationId: string; exemption: OrganisationProfile["exemption"]; onSaved: () => unknown }) {
  const [texts, setTexts] = useState({ reason: exemption?.reason ?? "", since: exemption?.since ?? today(), ended_on: exemption?.ended_on ?? "" })
  const saver = useSaver(() => post(`organisations/${organisationId}/exemption`, checked(ExemptionInput, { ...texts, ended_on: texts.ended_on || null })), "已保存", onSaved)
  const { fields } = saver.faults
  return (
    <SmallForm title="无食堂免计" button="保存" saver={saver}>
      <TextField id="exempt-reason" label="原因" value={texts.reason} fault={fields.reason} onChange={(reason) => setTexts({ ...texts, reason })} />
      <TextField id="exempt-since" label="从哪天起" type="date" value={texts.since} fault={fields.since} onChange={(since) => setTexts({ ...texts, since })} />
      <TextField id="exempt-until" label="到哪天止" type="date" hint="仍然没有食堂则不填" value={texts.ended_on} fault={fields.ended_on} onChange={(ended_on) => setTexts({ ...texts, ended_on })} />
    </SmallForm>
  )
}

const STATES = { open: ["orange", "待使用"], used: ["green", "已加入"], expired: ["grey", "已过期"], revoked: ["grey", "已撤销"] } as const

/** The code is shown this once, to be handed to one person. */
function Invitations({ organisationId, invitations, onSaved }: { organisationId: string; invitations: Invitation[]; onSaved: () => unknown }) {
  const [role, setRole] = useState<GivenRole>("buyer")
  const [note, setNote] = useState("")
  const [email, setEmail] = useState("")
  const [code, setCode] = useState<string | null>(null)
  const saver = useSaver(async () => setCode((await post<{ code: string }>(`organisations/${organisationId}/invitations`, checked(InvitationInput, { role, note, email: email.trim() || null }))).code), "邀请码已生成", onSaved)
  const revoke = useMutation({ mutationFn: (id: string) => post(`invitations/${id}/revoke`), onSuccess: onSaved })
  return (
    <div className="flex flex-col gap-y-4">
      <SmallForm title="邀请成员" button="生成邀请码" saver={saver}>
        <ChoiceField id="invite-role" label="角色" value={role} options={GIVEN_ROLES} onChange={(value) => setRole(value as GivenRole)} />
        <TextField id="invite-note" label="备注" hint="例如：新来的李老师" value={note} fault={saver.faults.fields.note} onChange={setNote} />
        <TextField id="invite-email" label="邮箱（可不填）" hint="填了就把邀请码也发到这里" value={email} fault={saver.faults.fields.email} onChange={setEmail} />
      </SmallForm>
      {code && <div role="status"><Heading level="h3" className="font-mono">{code}</Heading><Text size="small" className="text-ui-fg-subtle">只显示这一次，7 天内有效。对方登录商城后在“采购台”输入，加入后须核验。</Text></div>}
      <ul className="divide-y">
        {invitations.map(({ id, role: held, note: text, state }) => (
          <li key={id} className="flex items-center gap-3 py-2"><Text size="small" className="flex-1">{ROLES[held as MemberRole]}{text && `：${text}`}</Text><StatusBadge color={STATES[state][0]}>{STATES[state][1]}</StatusBadge>{state === "open" && <Button size="small" variant="transparent" onClick={() => revoke.mutate(id)}>撤销</Button>}</li>
        ))}
      </ul>
    </div>
  )
}
