import { ButtonLink, Page } from "@/components/ui"
import { getDivisions } from "@/lib/api"
import { getApplications } from "@/lib/desk/members"
import { withSession } from "@/lib/session"
import { Applications } from "./applications"
import { JoinForm } from "./join-form"
import { RegisterForm } from "./register-form"

/** Signed in, but a member of no organisation: register one, or join one that is known. */
export async function NoUnit() {
  const [provinces, applications] = await Promise.all([getDivisions(""), withSession("/desk", getApplications)])
  const mustCorrect = applications.some(({ is_registrant, state }) => is_registrant && state === "refused")
  return (
    <Page title="单位采购台" lead="食堂和工会在这里管理协议、定向认购、验收、对账和慰问活动。您还不是任何采购单位的成员。">
      <div className="mb-12 empty:hidden"><Applications applications={applications} provinces={provinces} /></div>
      <div className="grid gap-12 md:grid-cols-[3fr_2fr] md:gap-16">
        <section aria-labelledby="register" className="grid content-start gap-4 border-t-4 border-vermilion pt-5">
          <h2 id="register" className="text-2xl">登记本单位</h2>
          <p className="text-ink-soft">当地帮扶办核验单位和您的身份后即可采购，通常一两个工作日。</p>
          {mustCorrect ? <p>请先在上面改正被退回的申请。</p> : <RegisterForm provinces={provinces} />}
        </section>
        <div className="grid content-start gap-10">
          <section aria-labelledby="join" className="grid gap-4 border-t-4 border-leaf pt-5"><h2 id="join" className="text-2xl">加入已登记的单位</h2><p className="text-ink-soft">向单位联系人索取邀请码。</p><JoinForm /></section>
          <p className="flex flex-wrap gap-3"><ButtonLink href="/#institutions" look="secondary" size="sm">了解定向认购</ButtonLink><ButtonLink href="/account" look="secondary" size="sm">我的账户</ButtonLink></p>
        </div>
      </div>
    </Page>
  )
}
