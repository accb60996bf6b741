import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { RegisterForm } from "@/components/account/register-form"
import { Page } from "@/components/ui"
import { readSession } from "@/lib/session"
import { returnPath } from "@/lib/session/return-path"

export const metadata: Metadata = { title: "注册" }

export default async function RegisterPage({ searchParams }: PageProps<"/account/register">) {
  const { next: asked } = await searchParams
  const next = returnPath(typeof asked === "string" ? asked : null)
  if (await readSession()) redirect(next)
  return (
    <Page title="注册" lead="有了账号，每一单帮到了谁都能随时翻看。" narrow>
      <div className="max-w-md"><RegisterForm next={next} /></div>
    </Page>
  )
}
