import type { LinkageList, LinkageVersion } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingsMini } from "@medusajs/icons"
import { Badge, Button, Table, Text, toast, usePrompt } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { z } from "zod"
import { LinkageForm } from "../../components/linkage-form"
import { ListPage } from "../../components/list-page"
import { ask } from "../../lib/ask"
import { ruleText } from "../../lib/labels"

const day = (moment: string) => new Date(moment).toLocaleDateString("zh-CN", { timeZone: "Asia/Shanghai" })

const LinkagesPage = () => {
  const client = useQueryClient()
  const [isAdding, setAdding] = useState(false)
  const prompt = usePrompt()
  const reload = () => client.invalidateQueries({ queryKey: ["linkages"] })
  const approve = useMutation({
    mutationFn: (id: string) => ask(`benefit/linkages/${id}/approve`, {}),
    onSuccess: () => { toast.success("已批准"); return reload() },
    onError: (error) => toast.error("没有批准", { description: error.message }),
  })
  const confirmAndApprove = async ({ id, number, version }: LinkageVersion) => {
    const isSure = await prompt({ title: `批准 ${number} 第 ${version} 版？`, description: "批准后内容不能再改；变更须另立新版，不影响已发生的销售。", confirmText: "批准", cancelText: "取消", variant: "confirmation" })
    if (isSure) approve.mutate(id)
  }
  const row = (linkage: LinkageVersion) => (
    <Table.Row key={linkage.id}>
      <Table.Cell className="py-3"><Text size="small" weight="plus">{linkage.number} 第 {linkage.version} 版</Text><Text size="small" className="text-ui-fg-subtle">{linkage.title}</Text></Table.Cell>
      <Table.Cell>{linkage.rules.map((rule, index) => <Text key={index} size="small">{ruleText(rule)}</Text>)}</Table.Cell>
      <Table.Cell>{linkage.members.length} 户（个）</Table.Cell>
      <Table.Cell>{day(linkage.valid_from)} 起{linkage.valid_to ? `，至 ${day(linkage.valid_to)}` : ""}</Table.Cell>
      <Table.Cell><Badge size="2xsmall" color={linkage.state === "approved" ? "green" : "orange"}>{linkage.state === "approved" ? "已批准" : "草稿"}</Badge></Table.Cell>
      <Table.Cell className="text-right">
        {linkage.state === "draft" && <Button size="small" variant="secondary" aria-label={`批准 ${linkage.number}`} isLoading={approve.isPending && approve.variables === linkage.id} onClick={() => confirmAndApprove(linkage)}>批准</Button>}
      </Table.Cell>
    </Table.Row>
  )
  return (
    <>
      <ListPage<z.infer<typeof LinkageList>> title="利益联结" unit="份" path="linkages" headings={["协议", "分享规则", "受益方", "有效期", "状态", ""]}
        rowsOf={({ linkages }) => linkages.map(row)} empty="还没有利益联结协议。拟定第一份后，由另一位同事批准生效。" action={<Button onClick={() => setAdding(true)}>拟定协议</Button>} />
      {isAdding && <LinkageForm onDone={(changed) => { setAdding(false); if (changed) void reload() }} />}
    </>
  )
}

export const config = defineRouteConfig({ label: "利益联结", icon: BuildingsMini, rank: 11 })

export default LinkagesPage
