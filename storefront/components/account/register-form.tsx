"use client"

import Link from "next/link"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { register } from "@/lib/session/actions"

export function RegisterForm({ next }: { next: string }) {
  const { state, busy, form } = useActionForm(register, BLANK_FORM)
  return (
    <form {...form} className="grid gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="next" value={next} />
      <TextField name="name" label="姓名" state={state} autoComplete="name" maxLength={40} />
      <TextField name="email" label="邮箱" state={state} type="email" inputMode="email" autoComplete="username" maxLength={120} hint="用来登录和接收订单通知" />
      <TextField name="password" label="密码" state={state} type="password" autoComplete="new-password" maxLength={72} hint="至少 8 个字符" />
      <TextField name="phone" label="手机号" state={state} optional type="tel" inputMode="tel" autoComplete="tel-national" maxLength={16} />
      <Button type="submit" size="lg" wide busy={busy}>{busy ? "正在注册…" : "注册"}</Button>
      <p className="text-center text-sm text-ink-soft">已有账号？<Link href={`/account/sign-in?next=${encodeURIComponent(next)}`} className="link py-2 font-semibold text-vermilion-deep">登录</Link></p>
    </form>
  )
}
