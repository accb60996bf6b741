import type { LinkageList, LinkageVersion } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingsMini } from "@medusajs/icons"
import { Badge, Button, Container, Heading, Table, Text, toast, usePrompt } from "@medusajs/ui"
import { useEffect, useState } from "react"
import type { z } from "zod"
import { LinkageForm } from "../../components/linkage-form"
import { ask } from "../../lib/ask"
import { ruleText } from "../../lib/labels"

type Page = z.infer<typeof LinkageList>
const PAGE = 20
const day = (moment: string) => new Date(moment).toLocaleDateString("zh-CN", { timeZone: "Asia/Shanghai" })

const LinkagesPage = () => {
  const [offset, setOffset] = useState(0)
  const [page, setPage] = useState<Page | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const prompt = usePrompt()

  const load = () => ask<Page>(`benefit/linkages?limit=${PAGE}&offset=${offset}`).then((read) => { setPage(read); setProblem(null) }, (error: Error) => setProblem(error.message))
  useEffect(() => void load(), [offset])

  async function approve({ id, number, version }: LinkageVersion) {
    const isSure = await prompt({ title: `批准 ${number} 第 ${version} 版？`, description: "批准后内容不能再改；变更须另立新版，不影响已发生的销售。", confirmText: "批准", cancelText: "取消" })
    if (!isSure) return
    await ask(`benefit/linkages/${id}/approve`, {}).then(() => toast.success("已批准"), (error: Error) => toast.error("没有批准", { description: error.message }))
    await load()
  }

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading>利益联结{page ? `（${page.count}）` : ""}</Heading>
        <Button onClick={() => setAdding(true)}>拟定协议</Button>
      </div>
      {problem && <Text className="px-6 py-4 text-ui-fg-error">{problem}</Text>}
      {page?.count === 0 && <Text className="px-6 py-8 text-ui-fg-subtle">还没有利益联结协议。拟定第一份后，由另一位同事批准生效。</Text>}
      {page && page.count > 0 && (
        <Table>
          <Table.Header><Table.Row>{["协议", "分享规则", "受益方", "有效期", "状态", ""].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
          <Table.Body>
            {page.linkages.map((linkage) => (
              <Table.Row key={linkage.id}>
                <Table.Cell><Text size="small" weight="plus">{linkage.number} 第 {linkage.version} 版</Text><Text size="small" className="text-ui-fg-subtle">{linkage.title}</Text></Table.Cell>
                <Table.Cell>{linkage.rules.map((rule, index) => <Text key={index} size="small">{ruleText(rule)}</Text>)}</Table.Cell>
                <Table.Cell>{linkage.members.length} 户（个）</Table.Cell>
                <Table.Cell>{day(linkage.valid_from)} 起{linkage.valid_to ? `，至 ${day(linkage.valid_to)}` : ""}</Table.Cell>
                <Table.Cell><Badge size="2xsmall" color={linkage.state === "approved" ? "green" : "orange"}>{linkage.state === "approved" ? "已批准" : "草稿"}</Badge></Table.Cell>
                <Table.Cell>{linkage.state === "draft" && <Button size="small" variant="secondary" onClick={() => approve(linkage)}>批准</Button>}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
      {page && page.count > PAGE && (
        <Table.Pagination count={page.count} pageSize={PAGE} pageIndex={offset / PAGE} pageCount={Math.ceil(page.count / PAGE)} canPreviousPage={offset > 0}
          canNextPage={offset + PAGE < page.count} previousPage={() => setOffset(offset - PAGE)} nextPage={() => setOffset(offset + PAGE)}
          translations={{ of: "共", results: "份", pages: "页", prev: "上一页", next: "下一页" }} />
      )}
      {isAdding && <LinkageForm onDone={(changed) => { setAdding(false); if (changed) void load() }} />}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "利益联结", icon: BuildingsMini })

export default LinkagesPage
