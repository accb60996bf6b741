import { ButtonLink, Icon, Page } from "@/components/ui"
import { JoinProducer } from "./join-producer"

const USES = ["看今天采什么、装给谁", "给采购单位的需求报价", "协商协议，答复提议", "核对账单，上传发票"]

/** Signed in, but nobody's person yet: a code of staff lets one in. */
export function NoProducer() {
  return (
    <Page title="经营主体工作台" lead="合作社、帮扶车间和企业在这里接单、报价、对账、开票，手机上就能办。" narrow>
      <section aria-labelledby="join" className="grid gap-5 border-t-4 border-leaf pt-5">
        <h2 id="join" className="text-2xl">用邀请码加入</h2>
        <p className="text-ink-soft">邀请码由当地帮扶办核对您的身份后发给您，只能用一次，加入后立即生效。</p>
        <JoinProducer />
      </section>
      <section aria-labelledby="uses" className="mt-12">
        <h2 id="uses" className="mb-3 text-xl">加入后能做什么</h2>
        <ul className="border-t border-line">{USES.map((use) => <li key={use} className="flex items-center gap-3 border-b border-line py-3.5"><Icon name="check" className="text-leaf" />{use}</li>)}</ul>
      </section>
      <p className="mt-8 flex flex-wrap gap-3"><ButtonLink href="/desk" look="secondary">我是采购单位</ButtonLink><ButtonLink href="/account" look="secondary">我的账户</ButtonLink></p>
    </Page>
  )
}
