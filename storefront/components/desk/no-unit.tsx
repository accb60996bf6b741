import { ButtonLink, Empty, Page } from "@/components/ui"
import { JoinForm } from "./join-form"

/** Signed in, but a member of no organisation. */
export function NoUnit() {
  return (
    <Page title="单位采购台">
      <Empty title="您还不是任何采购单位的成员" action={<><ButtonLink href="/#institutions">了解定向认购</ButtonLink><ButtonLink href="/account" look="secondary">我的账户</ButtonLink></>}>
        <p>请让单位联系人把您的登录邮箱报给当地帮扶办，核验后就能在这里管理协议、定向认购和验收。</p>
      </Empty>
      <section aria-labelledby="join" className="mx-auto grid max-w-md gap-4 border-t border-line pt-8"><h2 id="join" className="text-xl">收到了邀请码？</h2><JoinForm /></section>
    </Page>
  )
}
