"use client"

import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { CopyText } from "@/components/orders/copy-text"
import { Button, Field, Select } from "@/components/ui"
import { type InvitationState, inviteMember, revokeInvitation } from "@/lib/desk/member-actions"
import { GIVEN_ROLES, roleOption } from "@/lib/desk/member-words"
import { BLANK_FORM } from "@/lib/forms/form-state"

const BLANK: InvitationState = { ...BLANK_FORM, code: null }

/** A code for one person, shown this once to be passed on. */
export function InvitationForm({ organisationId }: { organisationId: string }) {
  const { state, busy, form } = useActionForm(inviteMember, BLANK)
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      {state.code && (
        <p className="flex flex-wrap items-center gap-x-3 rounded-lg border-2 border-leaf bg-white p-4">
          <span className="figures text-xl font-semibold break-all">{state.code}</span><CopyText text={state.code} name="邀请码" />
          <span className="basis-full text-sm text-ink-soft">发给本人。对方登录后在“采购台”输入，只能用一次。</span>
        </p>
      )}
      <input type="hidden" name="organisation_id" value={organisationId} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field id="role" label="角色"><Select id="role" name="role" defaultValue={state.values.role || "buyer"}>{GIVEN_ROLES.map((role) => <option key={role} value={role}>{roleOption(role)}</option>)}</Select></Field>
        <Field id="valid_days" label="有效期"><Select id="valid_days" name="valid_days" defaultValue={state.values.valid_days || "7"}>{[1, 7, 30].map((days) => <option key={days} value={days}>{days} 天</option>)}</Select></Field>
        <TextField name="note" label="给谁" state={state} optional maxLength={60} placeholder="例如：新来的李老师" />
        <TextField name="email" label="邮箱" state={state} optional type="email" maxLength={120} hint="填了就把邀请码也发到这里" />
      </div>
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">生成邀请码</Button>
    </form>
  )
}

export function RevokeForm({ id }: { id: string }) {
  const { state, busy, form } = useActionForm(revokeInvitation, BLANK_FORM)
  return <form {...form} className="ml-auto"><FormMessage state={state} /><input type="hidden" name="id" value={id} /><Button type="submit" look="quiet" size="sm" busy={busy}>撤销</Button></form>
}
