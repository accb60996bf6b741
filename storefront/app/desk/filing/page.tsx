import type { Metadata } from "next"
import { DeskFrame } from "@/components/desk/desk-frame"
import { FilingRow } from "@/components/desk/filing-row"
import { NoUnit } from "@/components/desk/no-unit"
import { ButtonLink, Empty } from "@/components/ui"
import { getFilings } from "@/lib/desk/filing"
import { openDesk } from "@/lib/desk/open-desk"
import { withSession } from "@/lib/session"

const HERE = "/desk/filing"

export const metadata: Metadata = { title: "月度报送" }

export default async function FilingsPage() {
  const desk = await openDesk(HERE)
  if (!desk) return <NoUnit />
  const { filings, may_file } = await withSession(HERE, (token) => getFilings(token, desk.organisation.id))
  const now = new Date()
  return (
    <DeskFrame desk={desk} title="月度报送" lead="每月向帮扶办报送附件1、附件2及发票或凭证。两张表由台账生成，分文相符。" here={HERE}>
      {filings.length === 0
        ? <Empty title="本单位还没有报送任务" action={<ButtonLink href="/desk/evidence" look="secondary">看证明材料</ButtonLink>}><p>帮扶办把本单位设为填报单位后，每月的报送会出现在这里。</p></Empty>
        : <ul className="border-t border-line">{filings.map((filing) => <FilingRow key={filing.id} filing={filing} now={now} />)}</ul>}
      {filings.length > 0 && !may_file && <p className="mt-6 text-sm text-ink-soft">由本单位的财务人员报送。</p>}
    </DeskFrame>
  )
}
