"use client"

import Link from "next/link"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { signIn } from "@/lib/session/actions"

export function SignInForm({ next }: { next: string }) {
  const { state, busy, form } = useActionForm(signIn, BLANK_FORM)
  return (
    <form {...form} className="grid gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="next" value={next} />
      <TextField name="email" label="邮箱" state={state} type="email" inputMode="email" autoComplete="username" maxLength={120} />
      <TextField name="password" label="密码" state={state} type="password" autoComplete="current-password" maxLength={200} />
      <Button type="submit" size="lg" wide busy={busy}>{busy ? "正在登录…" : "登录"}</Button>
      <p className="text-center text-sm text-ink-soft">还没有账号？<Link href={`/account/register?next=${encodeURIComponent(next)}`} className="link py-2 font-semibold text-vermilion-deep">注册</Link></p>
    </form>
  )
}
