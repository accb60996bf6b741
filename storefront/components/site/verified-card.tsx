import type { VerifiedGoods } from "@fupin/contract/schemas"
import type { ReactNode } from "react"
import { cx, Icon, Link } from "@/components/ui"
import { productHref, regionHref } from "@/lib/links"
import { dayText, PRODUCER_KIND } from "@/lib/words"

const REASON: Record<NonNullable<VerifiedGoods["reason"]>, string> = {
  not_yet: "尚未生效", expired: "已过有效期", suspended: "已暂停", withdrawn: "已撤销",
}

/** The verdict in words. */
function verdictOf({ kind, valid, reason }: VerifiedGoods): string {
  if (valid) return kind === "lot" ? "真，有这个批次" : "真，且在有效期内"
  if (kind === "lot" && reason === "expired") return "这批货已过保质期"
  if (kind === "lot" && reason === "withdrawn") return "这批货已撤回，请勿食用，联系卖方处理"
  return `无效：${reason ? REASON[reason] : "不在有效期内"}`
}

/** What a number stands for, with a clear yes or no first. */
export function VerifiedCard({ found }: { found: VerifiedGoods }) {
  const { number, label, valid, valid_from, valid_to, issuer, report, products, producer, origin } = found
  const isLot = found.kind === "lot"
  return (
    <article className={cx("overflow-hidden rounded-lg border-2 bg-white", valid ? "border-leaf" : "border-vermilion")}>
      <header className={cx("flex items-center gap-4 px-5 py-5 text-white md:px-8", valid ? "bg-leaf" : "bg-vermilion")}>
        <Icon name={valid ? "check" : "warning"} className="size-9!" />
        <div>
          <p className="font-song text-2xl font-bold">{verdictOf(found)}</p>
          <p className="text-sm">{label}</p>
        </div>
      </header>
      <dl className="grid gap-x-8 px-5 py-3 md:px-8">
        <Row name={isLot ? "批次号" : "编号"}><span className="figures font-semibold whitespace-normal!">{number}</span></Row>
        {isLot ? <LotDates made={valid_from} end={valid_to} /> : <Row name="有效期">{dayText(valid_from)} 至 {valid_to ? dayText(valid_to) : "长期"}</Row>}
        {report && <Row name="检测或证书">{report}</Row>}
        {issuer && <Row name="颁发机构">{issuer}</Row>}
        {producer && <Row name="经营主体">{producer.name}<span className="ml-2 text-sm text-ink-faint">{PRODUCER_KIND[producer.kind]}</span></Row>}
        {origin && <Row name="产地"><Link href={regionHref(origin.code.slice(0, 6))} className="link">{origin.path.join(" ")}</Link></Row>}
        {products.length > 0 && (
          <Row name="商品">
            <ul>{products.map(({ id, handle, title }) => <li key={id}><Link href={productHref(handle)} className="link inline-block py-0.5 text-vermilion-deep">{title}</Link></li>)}</ul>
          </Row>
        )}
      </dl>
    </article>
  )
}

/** A lot's end excludes its moment, and its last day is still good. */
function LotDates({ made, end }: { made: string; end: string | null }) {
  return <><Row name="采收或生产日期">{dayText(made)}</Row>{end && <Row name="保质期到">{dayText(new Date(Date.parse(end) - 1).toISOString())}</Row>}</>
}

export function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 border-b border-line py-3.5 last:border-0 sm:grid-cols-[7rem_1fr]">
      <dt className="text-sm text-ink-faint">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
