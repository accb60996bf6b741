"use client"

import type { MailChoice } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Choice, ChoiceGroup } from "@/components/ui"
import { BLANK_FORM, type FormState } from "@/lib/forms/form-state"

type Action = (previous: FormState, form: FormData) => Promise<FormState>
/** What is done with notices; whose they are, the action knows from the unit or producer at hand. */
export interface NoticeActions { readAll: Action; chooseMail: Action }

export function ReadAll({ actions }: { actions: NoticeActions }) {
  const { busy, form } = useActionForm(actions.readAll, BLANK_FORM)
  return <form {...form}><Button type="submit" look="secondary" size="sm" busy={busy}>全部标为已读</Button></form>
}

/** How notices come by mail. */
export function MailForm({ mail, works, actions }: { mail: MailChoice; works: boolean; actions: NoticeActions }) {
  const { state, busy, form } = useActionForm(actions.chooseMail, BLANK_FORM)
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      <ChoiceGroup legend="邮件提醒">
        <Choice name="mail" value="each" defaultChecked={mail === "each"} note="有事就发">每条一封</Choice>
        <Choice name="mail" value="digest" defaultChecked={mail === "digest"} note="每天早上 8 点后汇总">每天一封</Choice>
        <Choice name="mail" value="none" defaultChecked={mail === "none"} note="只在网站上看">不发邮件</Choice>
      </ChoiceGroup>
      {!works && <p className="text-sm text-ink-soft">本站还没有接入邮件，通知暂时只在这里显示；您的选择会在接入后生效。</p>}
      <Button type="submit" look="secondary" size="sm" busy={busy} className="justify-self-start">保存</Button>
    </form>
  )
}
