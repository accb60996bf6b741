import type { VerifiedDocument } from "@fupin/contract/schemas"
import { formatFen } from "@fupin/contract/money"
import { cx, Icon, Link } from "@/components/ui"
import { verifyHref } from "@/lib/links"
import { dayText } from "@/lib/words"
import { Row } from "./verified-card"

/** A paper of the office: whether it holds, what it adds up to, and the print by which a copy is compared. Nobody's name. */
export function VerifiedDocumentCard({ found }: { found: VerifiedDocument }) {
  const { number, label, title, valid, version, period, unit_name, office_name, rows, total_fen, sha256, issued_at, voided_at, replaced_by } = found
  return (
    <article className={cx("overflow-hidden rounded-lg border-2 bg-white", valid ? "border-leaf" : "border-vermilion")}>
      <header className={cx("flex items-center gap-4 px-5 py-5 text-white md:px-8", valid ? "bg-leaf" : "bg-vermilion")}>
        <Icon name={valid ? "check" : "warning"} className="size-9!" />
        <div>
          <p className="font-song text-2xl font-bold">{valid ? "真，现行有效" : replaced_by ? "已作废，另有新件" : "已作废"}</p>
          <p className="text-sm">{label}</p>
        </div>
      </header>
      {replaced_by && (
        <p className="border-b border-line bg-vermilion/5 px-5 py-4 md:px-8">现行文件是 <Link href={verifyHref(replaced_by)} className="link figures font-semibold text-vermilion-deep">{replaced_by}</Link></p>
      )}
      <dl className="grid gap-x-8 px-5 py-3 md:px-8">
        <Row name="文件编号"><span className="figures font-semibold break-all whitespace-normal!">{number}</span><span className="ml-2 inline-block text-sm whitespace-nowrap text-ink-faint">第 {version} 版</span></Row>
        <Row name="名称">{title}</Row>
        <Row name="期间">{period}</Row>
        {unit_name && <Row name="填报单位">{unit_name}</Row>}
        {office_name && <Row name="报送">{office_name}</Row>}
        <Row name="合计"><span className="figures text-xl font-semibold text-leaf">¥{formatFen(total_fen)}</span><span className="ml-3 text-sm text-ink-faint">共 {rows} 行</span></Row>
        <Row name="开具">{dayText(issued_at)}</Row>
        {voided_at && <Row name="作废"><span className="text-vermilion-deep">{dayText(voided_at)}</span></Row>}
        <Row name="指纹"><code className="figures text-xs leading-relaxed break-all whitespace-normal! text-ink-soft">SHA-256 {sha256}</code></Row>
      </dl>
      <p className="border-t border-line px-5 py-4 text-sm text-ink-soft md:px-8">请核对纸面上的编号、版本、合计和指纹前 16 位，与这里一致才是原件。名册上的个人信息不在网上公开。</p>
    </article>
  )
}
