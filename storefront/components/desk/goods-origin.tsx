import { handlingText } from "@fupin/contract/codes"
import type { Occurrence, PackedLot } from "@fupin/contract/schemas"
import Link from "next/link"
import { verifyHref } from "@/lib/links"

/** How goods are kept, their grade, and the lots they were packed from, each to be looked up. */
export function GoodsOrigin({ line: { grade, temperature, lots } }: { line: Pick<Occurrence["lines"][number], "grade" | "temperature" | "lots"> }) {
  return (
    <>
      <span className="block text-ink-soft">{handlingText({ grade, temperature })}</span>
      <LotLinks lots={lots} />
    </>
  )
}

export function LotLinks({ lots }: { lots: PackedLot[] }) {
  if (lots.length === 0) return null
  return <span className="block text-ink-soft">批次 {lots.map(({ id, code, withdrawn }) => <span key={id} className="mr-2 inline-block"><Link href={verifyHref(code)} className="link figures">{code}</Link>{withdrawn !== null && <span className="text-vermilion-deep">（已撤回）</span>}</span>)}</span>
}
