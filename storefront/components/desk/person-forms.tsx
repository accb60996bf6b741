"use client"

import type { MemberRole } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Field, Select } from "@/components/ui"
import { addRole, endPerson, endRole } from "@/lib/desk/member-actions"
import { GIVEN_ROLES, type Person, roleOption } from "@/lib/desk/member-words"
import { ROLE_NAMES } from "@/lib/desk/words"
import { BLANK_FORM } from "@/lib/forms/form-state"

interface PersonProps { organisationId: string; person: Person; isMe: boolean }

/** A further role, the end of one, and the end of all of them, which asks again first. Nobody gives himself a role. */
export function PersonForms({ organisationId, person, isMe }: PersonProps) {
  const open = GIVEN_ROLES.filter((role) => !person.roles.some((held) => held.role === role))
  const mayGrow = !isMe && open.length > 0 && person.roles.some(({ verified_at }) => verified_at !== null)
  return (
    <details className="border-t border-line pt-2">
      <summary className="link py-1 text-sm font-semibold" aria-label={`调整 ${person.name} 的角色`}>调整</summary>
      <div className="mt-3 grid gap-5">
        {mayGrow && <AddRole organisationId={organisationId} person={person} open={open} />}
        {person.roles.length > 1 && <ul className="grid gap-2">{person.roles.map(({ id, role }) => <li key={id}><EndRole id={id} role={role} name={person.name} /></li>)}</ul>}
        <EndPerson organisationId={organisationId} person={person} isMe={isMe} />
      </div>
    </details>
  )
}

function AddRole({ organisationId, person, open }: Omit<PersonProps, "isMe"> & { open: readonly MemberRole[] }) {
  const { state, busy, form } = useActionForm(addRole, BLANK_FORM)
  const id = `role-${person.customer_id}`
  return (
    <form {...form} className="grid gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <input type="hidden" name="customer_id" value={person.customer_id} />
      <Field id={id} label="增加角色"><Select id={id} name="role">{open.map((role) => <option key={role} value={role}>{roleOption(role)}</option>)}</Select></Field>
      <Button type="submit" look="secondary" size="sm" busy={busy} className="justify-self-start">增加</Button>
    </form>
  )
}

function EndRole({ id, role, name }: { id: string; role: MemberRole; name: string }) {
  const { state, busy, form } = useActionForm(endRole, BLANK_FORM)
  return (
    <form {...form} className="grid gap-2">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" look="quiet" size="sm" busy={busy} className="justify-self-start" aria-label={`终止 ${name} 的${ROLE_NAMES[role]}角色`}>终止{ROLE_NAMES[role]}角色</Button>
    </form>
  )
}

function EndPerson({ organisationId, person: { customer_id, name }, isMe }: PersonProps) {
  const { state, busy, form } = useActionForm(endPerson, BLANK_FORM)
  return (
    <details open={state.message !== null || undefined}>
      <summary className="link py-1 text-sm text-vermilion-deep">{isMe ? "我要离开单位" : "已离开单位"}</summary>
      <form {...form} className="mt-2 grid gap-3 rounded-md bg-vermilion-wash p-3">
        <FormMessage state={state} />
        <input type="hidden" name="organisation_id" value={organisationId} />
        <input type="hidden" name="customer_id" value={customer_id} />
        <p className="text-sm">{isMe ? "您" : ` ${name} `}代表单位下单、验收、付款的权限立即全部终止；过往记录保留。需要时可重新邀请。</p>
        <Button type="submit" look="secondary" size="sm" busy={busy} className="justify-self-start">确认终止</Button>
      </form>
    </details>
  )
}
