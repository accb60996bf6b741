import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { VerifyForm } from "@/components/site/verify-form"
import { Page } from "@/components/ui"
import type { SearchParams } from "@/lib/browse/browse"
import { verifyHref } from "@/lib/links"

export const metadata: Metadata = { title: "验真", description: "输入认定编号、证书编号、批次号或文件编号，查它属于谁、由谁出具、是否有效。", alternates: { canonical: "/verify" } }

export default async function Verify({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { number } = await searchParams
  if (typeof number === "string" && number.trim() !== "") redirect(verifyHref(number.trim().slice(0, 60)))
  return (
    <Page title="验真" lead="包装上的认定编号和批次号、证书和报送材料上的编号，都可以在这里查：它是谁的、由谁发的、现在是否有效。" crumbs={[{ name: "首页", href: "/" }, { name: "验真" }]}>
      <VerifyForm />
    </Page>
  )
}
