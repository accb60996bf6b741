import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DocumentText } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { FullCopy } from "../../components/papers/full-copy"
import { IssuedList } from "../../components/papers/issued-list"
import { PaperPanel } from "../../components/papers/paper-panel"
import { type PaperScopeChoice, scopeFields } from "../../components/papers/scope"
import { ScopePicker } from "../../components/papers/scope-picker"
import { TemplateForm } from "../../components/papers/template-form"
import { periodOf, today } from "../../lib/labels"

const PapersPage = () => {
  const [scope, setScope] = useState<PaperScopeChoice>(() => ({ period: periodOf(today()), kind: "mine", value: "" }))
  const fields = scopeFields(scope)
  return (
    <div className="flex flex-col gap-4">
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-start justify-between gap-3 px-6 py-4">
          <div><Heading>月报材料</Heading><Text size="small" className="text-ui-fg-subtle">数字直接取自台账；开具后冻结、编号，二维码可公开验真</Text></div>
          {scope.kind === "region" && fields && <TemplateForm region={scope.value.trim()} />}
          <ScopePicker scope={scope} onChange={setScope} />
        </div>
        {!fields && <Text size="small" className="text-ui-fg-subtle px-6 py-10 text-center">请选好期间和范围。</Text>}
        {fields && <PaperPanel kind="roster" fields={fields} />}
        {fields && <PaperPanel kind="evidence" fields={fields} />}
        {fields && ["mine", "region", "producer"].includes(scope.kind) && <FullCopy query={new URLSearchParams(fields).toString()} />}
      </Container>
      <IssuedList />
    </div>
  )
}

export const config = defineRouteConfig({ label: "材料", icon: DocumentText, rank: 17 })

export default PapersPage
