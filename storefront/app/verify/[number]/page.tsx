import type { Metadata } from "next"
import { VerifiedDocumentCard } from "@/components/site/verified-document"
import { VerifiedCard } from "@/components/site/verified-card"
import { VerifyForm } from "@/components/site/verify-form"
import { Empty, Page } from "@/components/ui"
import { getVerifiedNumber } from "@/lib/api"
import { pathText } from "@/lib/links"

interface VerifyProps {
  params: Promise<{ number: string }>
}

export const metadata: Metadata = { title: "验真结果", robots: { index: false } }

/** An unknown number is an answer, and a warning; not a missing page. */
export default async function VerifyNumber({ params }: VerifyProps) {
  const number = pathText((await params).number)?.slice(0, 60) ?? ""
  const found = number === "" ? null : await getVerifiedNumber(number)
  return (
    <Page title="验真结果" crumbs={[{ name: "首页", href: "/" }, { name: "验真", href: "/verify" }, { name: number || "结果" }]}>
      {found?.kind === "document" ? <VerifiedDocumentCard found={found} /> : found
        ? <VerifiedCard found={found} />
        : <Empty title={`没有登记过“${number}”`}><p>请核对是否抄错。如果它印在包装、证书或文件上，请留意：本馆没有登记过这个编号。</p></Empty>}
      <section className="mt-14 border-t border-line pt-8">
        <h2 className="mb-4 text-xl">再查一个</h2>
        <VerifyForm />
      </section>
    </Page>
  )
}
