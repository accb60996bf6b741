import { DELIVERY_PAPERS } from "@fupin/contract/codes"
import { CategoryPapers, type DeliveryCertificate, USUAL_PAPERS } from "@fupin/contract/schemas"
import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProductCategory, DetailWidgetProps } from "@medusajs/framework/types"
import { Checkbox, Container, Heading, Label, Text, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { messageOf, postAdmin } from "../lib/client"

const KINDS = Object.keys(DELIVERY_PAPERS) as DeliveryCertificate[]

/** Which papers must come with the goods of a category; saved as it is ticked. */
const CategoryPapersWidget = ({ data: { id, metadata } }: DetailWidgetProps<AdminProductCategory>) => {
  const said = CategoryPapers.safeParse(metadata?.papers)
  const [papers, setPapers] = useState<DeliveryCertificate[]>(said.success ? said.data : [...USUAL_PAPERS])
  const { mutate, isPending } = useMutation({
    mutationFn: (next: DeliveryCertificate[]) => postAdmin(`product-categories/${id}`, { metadata: { ...metadata, papers: next } }),
    onSuccess: (_answer, next) => { setPapers(next); toast.success("随货证件已保存") },
    onError: (error) => toast.error("没有保存", { description: messageOf(error) }),
  })
  return (
    <Container className="flex flex-col gap-y-3">
      <div><Heading level="h2">随货证件</Heading><Text size="small" className="text-ui-fg-subtle">送到食堂门口时必须随货；印在送货单和装箱单上，验收时逐项登记。</Text></div>
      {KINDS.map((kind) => (
        <div key={kind} className="flex items-center gap-x-2">
          <Checkbox id={`paper-${kind}`} checked={papers.includes(kind)} disabled={isPending} onCheckedChange={(ticked) => mutate(KINDS.filter((one) => (one === kind ? ticked === true : papers.includes(one))))} />
          <Label htmlFor={`paper-${kind}`} size="small">{DELIVERY_PAPERS[kind]}</Label>
        </div>
      ))}
    </Container>
  )
}

export const config = defineWidgetConfig({ zone: "product_category.details.side.after" })

export default CategoryPapersWidget
