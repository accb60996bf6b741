import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { SignInForm } from "@/components/account/sign-in-form"
import { Notice, Page } from "@/components/ui"
import { readSession } from "@/lib/session"
import { returnPath } from "@/lib/session/return-path"

export const metadata: Metadata = { title: "登录" }

export default async function SignInPage({ searchParams }: PageProps<"/account/sign-in">) {
  const { next: asked, expired } = await searchParams
  const next = returnPath(typeof asked === "string" ? asked : null)
  if (!expired && (await readSession())) redirect(next)
  return (
    <Page title="登录" lead="登录后可以查看订单、使用常用地址；单位采购人员从这里进入采购台。" narrow>
      <div className="max-w-md">
        {expired && <Notice tone="problem" title="登录已过期" className="mb-6">请重新登录，之后会回到刚才的页面。</Notice>}
        <SignInForm next={next} />
      </div>
    </Page>
  )
}
