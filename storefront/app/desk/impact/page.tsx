import { PURCHASE_REASONS } from "@fupin/contract/codes"
import type { UnitImpact } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { CertificateForm } from "@/components/desk/certificate-form"
import { DeskFrame } from "@/components/desk/desk-frame"
import { ImpactPlaces } from "@/components/desk/impact-places"
import { MonthBars } from "@/components/desk/month-bars"
import { NoUnit } from "@/components/desk/no-unit"
import { buttonClass, ButtonLink, Empty, Link, Price, Yuan } from "@/components/ui"
import { chinaDay } from "@/lib/dates"
import { openDesk } from "@/lib/desk/open-desk"
import { getImpact } from "@/lib/desk/spending"
import { has } from "@/lib/desk/words"
import { askedYear } from "@/lib/desk/year"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "帮扶成效" }

export default async function ImpactPage({ searchParams }: PageProps<"/desk/impact">) {
  const desk = await openDesk("/desk/impact")
  if (!desk) return <NoUnit />
  const { year, thisYear } = askedYear((await searchParams).year)
  const impact = await withSession("/desk/impact", (token) => getImpact(token, desk.organisation.id, year))
  const { total_fen, households, orders, places, months } = impact
  return (
    <DeskFrame desk={desk} title={`${year} 年帮扶成效`} lead="取自农户受益台账，已减去冲回和退款；只列到乡镇，不列个人。" here="/desk/impact"
      aside={<div className="flex gap-2"><ButtonLink href={`/desk/impact?year=${year - 1}`} look="secondary" size="sm">{year - 1} 年</ButtonLink>{year < thisYear && <ButtonLink href={`/desk/impact?year=${year + 1}`} look="secondary" size="sm">{year + 1} 年</ButtonLink>}</div>}>
      {total_fen === 0
        ? <Empty title="这一年还没有记到农户名下的受益" action={<ButtonLink href="/desk/standing-orders">看定向认购</ButtonLink>}><p>订单付款后记为“预提”，验收后转为“应付”，付到农户后为“已兑付”。</p></Empty>
        : (
          <div className="grid gap-10 lg:grid-cols-[1fr_20rem] lg:gap-14">
            <div className="grid min-w-0 content-start gap-12">
              <section aria-label="合计" className="border-y-4 border-leaf py-6 md:py-8">
                <p className="text-lg md:text-xl">{desk.organisation.name}的 <b className="figures">{orders}</b> 个订单，让 <b className="figures text-leaf">{households}</b> 户农家受益</p>
                <p className="mt-2 text-leaf"><Price fen={total_fen} size="lg" className="md:text-5xl" /></p>
                <Stages impact={impact} />
              </section>
              <ImpactPlaces places={places} />
              <section aria-labelledby="months"><h2 id="months" className="mb-3 text-2xl">按月</h2><MonthBars months={months} /></section>
            </div>
            <Proof impact={impact} mayIssue={has(desk.organisation, "buyer", "approver", "finance")} />
          </div>
        )}
    </DeskFrame>
  )
}

function Stages({ impact: { provisional_fen, payable_fen, settled_fen, paid_fen, suspense_fen, reasons, given, bases, counted } }: { impact: UnitImpact }) {
  const facts = [["预提", provisional_fen, "已付款，待验收"], ["应付", payable_fen, "已验收，待兑付"], ["已兑付", settled_fen, "已付到农户"], ["已付货款", paid_fen, "含税，不含运费"]] as const
  return (
    <dl className="mt-6 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
      {facts.map(([name, fen, hint]) => <div key={name}><dt className="text-sm font-semibold">{name}</dt><dd className="text-lg"><Yuan fen={fen} /></dd><dd className="text-xs text-ink-soft">{hint}</dd></div>)}
      {suspense_fen !== 0 && <div className="col-span-2 sm:col-span-4"><dt className="inline text-sm text-ink-soft">其中待明确农户　</dt><dd className="inline text-sm"><Yuan fen={suspense_fen} /></dd></div>}
      {bases.bases > 0 && <div className="col-span-2 sm:col-span-4"><dt className="inline text-sm text-ink-soft">其中 <Link href="/desk/bases" className="link">{bases.bases} 个帮扶基地</Link>　</dt><dd className="inline text-sm"><Yuan fen={bases.paid_fen} />，带动 <span className="figures">{bases.households}</span> 户</dd></div>}
      {counted.map(({ organisation_id, name, paid_fen: fen }) => <div key={organisation_id} className="col-span-2 sm:col-span-4"><dt className="inline text-sm text-ink-soft">另计入本单位计划：{name}　</dt><dd className="inline text-sm"><Yuan fen={fen} /></dd></div>)}
      {given.map(({ name, paid_fen: fen }) => <div key={name} className="col-span-2 sm:col-span-4"><dt className="inline text-sm text-ink-soft">已付货款中捐给{name}　</dt><dd className="inline text-sm"><Yuan fen={fen} /></dd></div>)}
      {reasons.map(({ reason, paid_fen: fen }) => <div key={reason} className="col-span-2 sm:col-span-4"><dt className="inline text-sm text-ink-soft">已付货款中{PURCHASE_REASONS[reason]}　</dt><dd className="inline text-sm"><Yuan fen={fen} /></dd></div>)}
    </dl>
  )
}

/** The numbered certificate, and what the figures rest on. */
function Proof({ impact: { organisation_id, year, certificate, seal, total_fen }, mayIssue }: { impact: UnitImpact; mayIssue: boolean }) {
  const isCurrent = certificate !== null && certificate.total_fen === total_fen
  return (
    <div className="grid content-start gap-8">
      <section aria-labelledby="certificate" className="grid gap-3 border-t-4 border-vermilion pt-4">
        <h2 id="certificate" className="text-xl">年度帮扶证明</h2>
        {certificate
          ? (
            <>
              <p className="text-sm"><span className="figures break-all">{certificate.number}</span><span className="block text-ink-soft">第 {certificate.version} 版，{chinaDay(certificate.issued_at)} 开具，<Yuan fen={certificate.total_fen} /></span></p>
              <div className="flex flex-wrap gap-2"><a href={`/desk/impact/certificates/${certificate.number}`} className={buttonClass({ size: "sm" })} download>下载 PDF</a><ButtonLink href={`/verify/${certificate.number}`} look="secondary" size="sm">验真</ButtonLink></div>
              {!isCurrent && <p className="text-sm text-ink-soft">台账之后又有变化，可以按最新台账重新开具，原证明作废。</p>}
            </>
          )
          : <p className="text-sm text-ink-soft">有编号、日期和验真二维码，金额与台账一致到分。</p>}
        {mayIssue && !isCurrent && <CertificateForm organisationId={organisation_id} year={year} again={certificate !== null} />}
      </section>
      <section aria-labelledby="seal" className="grid gap-2 border-t-4 border-leaf pt-4 text-sm">
        <h2 id="seal" className="text-xl">凭什么可信</h2>
        {seal
          ? <><p>这些数字的每一笔凭证都已封存，最近一次是第 <span className="figures">{seal.height}</span> 区块（{chinaDay(seal.sealed_at)}）。</p><p className="text-xs break-all text-ink-soft">区块哈希 {seal.hash}</p></>
          : <p>有凭证正在等待封存，稍后刷新即可看到区块编号。</p>}
        <p className="text-ink-soft">每个订单的受益凭据都能单独下载并独立验证。</p>
      </section>
    </div>
  )
}
