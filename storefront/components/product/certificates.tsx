import type { ProductProvenance } from "@fupin/contract/schemas"
import { Link } from "@/components/ui/link"
import { verifyHref } from "@/lib/links"
import { certificateName, dayText } from "@/lib/words"

/** The papers behind the product, each with a number that can be checked. */
export function Certificates({ certificates }: { certificates: ProductProvenance["certificates"] }) {
  return (
    <section>
      <h2 className="mb-4 text-2xl">证书</h2>
      {certificates.length === 0
        ? <p className="text-ink-soft">尚未登记证书。</p>
        : (
          <ul className="divide-y divide-line border-y border-line">
            {certificates.map(({ kind, number, issuer, valid_to }) => (
              <li key={`${kind} ${number}`} className="grid grid-cols-[1fr_auto] items-center gap-x-4 py-3.5">
                <p className="font-semibold">{certificateName(kind)}</p>
                <Link href={verifyHref(number)} className="row-span-2 link py-2 text-sm text-vermilion-deep" aria-label={`查验${certificateName(kind)} ${number}`}>查验</Link>
                <p className="text-sm text-ink-soft"><span className="figures whitespace-normal!">{number}</span> · {issuer}{valid_to && <> · 至 {dayText(valid_to)}</>}</p>
              </li>
            ))}
          </ul>
        )}
    </section>
  )
}
