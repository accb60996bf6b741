import type { AgreementDossier, AgreementSide, SupplyAgreement } from "@fupin/contract/schemas"
import { Notice } from "@/components/ui"
import { answerProposal, proposeChange } from "@/lib/desk/supply-actions"
import type { FormState } from "@/lib/forms/form-state"
import { AgreementHistory } from "./agreement-history"
import { ProposalForm } from "./proposal-form"
import { OpenProposal } from "./proposals"

type Act = (previous: FormState, form: FormData) => Promise<FormState>

/** Whose eyes look at an agreement: which side it is, how it proposes and answers, and where its pages are. */
export interface Looking { side: AgreementSide; base: "/desk" | "/workbench"; propose: Act; answer: Act }
const UNIT: Looking = { side: "organisation", base: "/desk", propose: proposeChange, answer: answerProposal }

/** What goes with an agreement: what is proposed, how far both kept to it, and how it was signed or ended. */
export function Dossier({ agreement, dossier, mayChange, looking = UNIT }: { agreement: SupplyAgreement; dossier: AgreementDossier; mayChange: boolean; looking?: Looking }) {
  const { proposals, history, price_series, commitments, scan, signed_on, terminated, renewal_due } = dossier
  const open = proposals.filter(({ state }) => state === "open")
  const isOpen = agreement.state === "draft" || agreement.state === "negotiating"
  return (
    <div className="mt-10 grid gap-12">
      {renewal_due && <Notice tone="problem" title={`协议 ${agreement.valid_to} 到期`}>到期后不能再配送。请联系帮扶办续签。</Notice>}
      {terminated && <Notice tone="problem" title={`已终止，最后配送日 ${terminated.last_day}`}>{terminated.reason}</Notice>}
      {isOpen && (
        <section aria-labelledby="proposals" className="grid gap-4">
          <h2 id="proposals" className="text-2xl">协商</h2>
          {open.length === 0 && <p className="text-ink-soft">没有等待答复的提议。</p>}
          {open.length > 0 && <ul className="grid gap-4 lg:grid-cols-2">{open.map((one) => <OpenProposal key={one.id} proposal={one} mayChange={mayChange} mine={looking.side} answer={looking.answer} />)}</ul>}
          {mayChange && <ProposalForm agreement={agreement} series={price_series} propose={looking.propose} />}
        </section>
      )}
      <Commitments commitments={commitments} side={looking.side} />
      <section aria-labelledby="paper" className="grid gap-3">
        <h2 id="paper" className="text-2xl">文本</h2>
        <p><a className="link" href={`${looking.base}/agreements/${agreement.id}/paper`} download>下载协议文本（PDF，供签字盖章）</a></p>
        {signed_on && <p>签订日期 <span className="figures">{signed_on}</span></p>}
        {scan && <p className="text-sm break-all text-ink-soft">签字扫描件已存档，SHA-256 <span className="figures">{scan.sha256}</span></p>}
      </section>
      <AgreementHistory history={history} />
    </div>
  )
}

const GAPS: Record<AgreementSide, [string, string]> = { organisation: ["我方尚欠", "供方欠供"], producer: ["对方尚欠", "我方欠供"] }

function Commitments({ commitments, side }: { commitments: AgreementDossier["commitments"]; side: AgreementSide }) {
  const bound = commitments.filter(({ term_min, term_max }) => term_min !== null || term_max !== null)
  if (bound.length === 0) return null
  return (
    <section aria-labelledby="commitments" className="grid gap-3">
      <h2 id="commitments" className="text-2xl">双方履约</h2>
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <thead><tr className="border-b border-line-strong text-left text-ink-soft">{["商品", "约定总量", "至今应订", "已订", "已供", ...GAPS[side]].map((name, at) => <th key={name} scope="col" className={at === 0 ? "py-2 font-medium" : "py-2 pl-3 text-right font-medium whitespace-nowrap"}>{name}</th>)}</tr></thead>
          <tbody>
            {bound.map(({ variant_id, title, term_min, term_max, owed, requested, supplied, buyer_gap, producer_gap }) => (
              <tr key={variant_id} className="border-b border-line">
                <th scope="row" className="min-w-20 py-2.5 text-left font-semibold">{title}</th>
                <td className="figures py-2.5 pl-3 text-right whitespace-nowrap">{term_min ?? 0}–{term_max ?? "不限"}</td>
                {[owed, requested, supplied].map((number, at) => <td key={at} className="figures py-2.5 pl-3 text-right">{number}</td>)}
                {[buyer_gap, producer_gap].map((number, at) => <td key={at} className={`figures py-2.5 pl-3 text-right ${number > 0 ? "text-vermilion-deep" : ""}`}>{number}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-sm text-ink-soft">假期按天数减免最低采购量。</p>
    </section>
  )
}
