import { windowsText } from "@fupin/contract/codes"
import type { OrganisationProfile } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { Applications } from "@/components/desk/applications"
import { DeskFrame } from "@/components/desk/desk-frame"
import { JoinForm } from "@/components/desk/join-form"
import { NoUnit } from "@/components/desk/no-unit"
import { DeliveryPointForm, EndDetail, InvoiceTitleForm, ReasonForm } from "@/components/desk/organisation-forms"
import { SecondSignatureForm } from "@/components/desk/second-signature"
import { EntryList } from "@/components/desk/unit-entries"
import { UnitMembersSection } from "@/components/desk/unit-members"
import { Badge } from "@/components/ui"
import { getDivisions } from "@/lib/api"
import { getApplications, getMembers } from "@/lib/desk/members"
import { openDesk } from "@/lib/desk/open-desk"
import { getEntries, getProfile } from "@/lib/desk/spending"
import { has, KIND_NAMES } from "@/lib/desk/words"
import { getCustomer, withSession } from "@/lib/session"

export const metadata: Metadata = { title: "单位信息" }

export default async function OrganisationPage() {
  const desk = await openDesk("/desk/organisation")
  if (!desk) return <NoUnit />
  const { id, name, uscc, kind, verified_at } = desk.organisation
  const isManager = has(desk.organisation, "manager")
  const [profile, provinces, unit, me, applications, figures] = await Promise.all([
    withSession("/desk/organisation", (token) => getProfile(token, id)), getDivisions(""),
    isManager && verified_at ? withSession("/desk/organisation", (token) => getMembers(token, id)) : null, withSession("/desk/organisation", getCustomer), withSession("/desk/organisation", getApplications), withSession("/desk/organisation", (token) => getEntries(token, id)),
  ])
  const [mayPay, mayOrder] = [has(desk.organisation, "buyer", "approver", "finance"), has(desk.organisation, "buyer")]
  return (
    <DeskFrame desk={desk} title={name} lead={<span className="figures">{KIND_NAMES[kind]}　{uscc}　{verified_at ? "已核验" : "待核验"}</span>} here="/desk/organisation">
      <div className="grid gap-14">
        {unit && <UnitMembersSection organisationId={id} unit={unit} me={me.email} />}
        <section aria-labelledby="receiving" className="grid max-w-md gap-3">
          <h2 id="receiving" className="text-2xl">验收签字</h2>
          <p>{figures.second_signature ? "登记验收的人之外，须由另一位验收或审批人员复核签字，货物才算验收。" : "一人签字，货物即算验收。"}</p>
          {isManager && verified_at && <SecondSignatureForm organisationId={id} wanted={figures.second_signature} />}
          <EntryList title="签字规则变更记录" entries={figures.entries.filter(({ what }) => what === "second_signature")} />
        </section>
        <Relations id={id} profile={profile} />
        <section aria-labelledby="points" className="grid gap-5">
          <h2 id="points" className="text-2xl">收货点</h2>
          {profile.delivery_points.length === 0 && <p className="text-ink-soft">还没有收货点。</p>}
          <ul className="grid gap-4 sm:grid-cols-2">
            {profile.delivery_points.map(({ id: point, name: title, contact, phone, detail, windows }) => (
              <li key={point} className="grid gap-1 rounded-lg border border-line bg-white p-4 text-sm">
                <div className="flex items-center justify-between gap-3"><span className="text-base font-semibold">{title}</span>{mayOrder && <EndDetail what="delivery-points" id={point} name={title} />}</div>
                <p>{contact}　<span className="figures">{phone}</span></p><p className="text-ink-soft">{detail}</p>
                {windows.length > 0 && <p className="figures">{windowsText(windows)} 收货</p>}
              </li>
            ))}
          </ul>
          {mayOrder && <details><summary className="link py-1 font-semibold">添加收货点</summary><div className="mt-4"><DeliveryPointForm organisationId={id} provinces={provinces} /></div></details>}
        </section>
        <section aria-labelledby="titles" className="grid gap-5">
          <h2 id="titles" className="text-2xl">发票抬头</h2>
          {profile.invoice_titles.length === 0 && <p className="text-ink-soft">还没有发票抬头。</p>}
          <ul className="grid gap-4 sm:grid-cols-2">
            {profile.invoice_titles.map(({ id: title_id, title, tax_number, bank, account, is_default }) => (
              <li key={title_id} className="grid gap-1 rounded-lg border border-line bg-white p-4 text-sm">
                <div className="flex items-center justify-between gap-3"><span className="text-base font-semibold">{title}　{is_default && <Badge tone="leaf">默认</Badge>}</span>{mayPay && <EndDetail what="invoice-titles" id={title_id} name={title} />}</div>
                <p className="figures">{tax_number}</p>{bank && <p className="text-ink-soft">{bank}　<span className="figures">{account}</span></p>}
              </li>
            ))}
          </ul>
          {mayPay && <details><summary className="link py-1 font-semibold">添加发票抬头</summary><div className="mt-4"><InvoiceTitleForm organisationId={id} /></div></details>}
        </section>
        {mayPay && <section aria-labelledby="reason" className="grid max-w-md gap-4"><h2 id="reason" className="text-2xl">采购原因</h2><ReasonForm organisationId={id} reason={profile.purchase_reason} /></section>}
        <Applications applications={applications} provinces={provinces} />
        <section aria-labelledby="join" className="grid max-w-md gap-4"><h2 id="join" className="text-2xl">加入另一个单位</h2><JoinForm /></section>
      </div>
    </DeskFrame>
  )
}

const RELATIONS = { group: "所属集团", shared_canteen: "共用食堂", caterer: "承包食堂" } as const

/** Whose purchases count for whom, and why no share may be asked. */
function Relations({ id, profile: { relations, exemption } }: { id: string; profile: OrganisationProfile }) {
  if (relations.length === 0 && exemption === null) return null
  return (
    <section aria-labelledby="relations" className="grid gap-2">
      <h2 id="relations" className="text-2xl">与其他单位的关系</h2>
      <ul className="grid gap-1">
        {exemption && <li>无食堂，免计预留份额：{exemption.reason}（<span className="figures">{exemption.since}</span> 起{exemption.ended_on && <>至 <span className="figures">{exemption.ended_on}</span></>}）</li>}
        {relations.map((relation) => (
          <li key={relation.id}><Badge>{RELATIONS[relation.kind]}</Badge>　{relation.organisation_id === id ? `本单位的采购计入 ${relation.to_organisation_name}` : `${relation.organisation_name} 的采购计入本单位`}　<span className="figures text-ink-soft">{relation.since} 起</span></li>
        ))}
      </ul>
    </section>
  )
}
