import type { MemberLevel, ShareRate } from "@fupin/contract/schemas"
import { formatFen } from "@fupin/contract/money"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ChartPie } from "@medusajs/icons"
import { Heading } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { get } from "../../lib/client"
import { LevelForm } from "../../spending/level-form"
import { RateForm } from "../../spending/rate-form"
import { RulesTable } from "../../spending/rules-table"

type Named<Rule> = Rule & { region_name: string }
const yuan = (fen: number | null) => (fen === null ? "—" : `¥${formatFen(fen)}`)

/** What regions ask of units, by year: the least share of a canteen's food budget, and what a union spends on each member; the narrowest division's rule holds. */
const ShareRatesPage = () => {
  const client = useQueryClient()
  const refresh = (what: string) => () => client.invalidateQueries({ queryKey: ["institution", what] })
  const rates = useQuery({ queryKey: ["institution", "share-rates"], queryFn: () => get<{ rates: Named<ShareRate>[] }>("share-rates") })
  const levels = useQuery({ queryKey: ["institution", "member-levels"], queryFn: () => get<{ levels: Named<MemberLevel>[] }>("member-levels") })
  return (
    <div className="flex flex-col gap-y-3">
      <Heading className="px-1">份额与人均标准</Heading>
      <RulesTable
        title="预留份额比例" about="单位按所在区划最具体、已生效的一条计算年度预留份额；下级没有规定的按上级。" query={rates} empty="还没有登记比例。"
        headings={["比例", "依据"]} rows={(rates.data?.rates ?? []).map(({ rate_bp, ...rule }) => ({ ...rule, cells: [`${rate_bp / 100}%`] }))}
        form={<RateForm onSaved={refresh("share-rates")} />}
      />
      <RulesTable
        title="工会慰问人均标准" about="全年各次慰问合计，按在册会员人均计算；单位计划中写明的标准更严时按单位的。" query={levels} empty="还没有登记人均标准；没有规定的地区按单位计划中写明的计算。"
        headings={["人均不少于", "人均不超过", "依据"]} rows={(levels.data?.levels ?? []).map(({ floor_fen, cap_fen, ...rule }) => ({ ...rule, cells: [yuan(floor_fen), yuan(cap_fen)] }))}
        form={<LevelForm onSaved={refresh("member-levels")} />}
      />
    </div>
  )
}

export const config = defineRouteConfig({ label: "份额与人均标准", icon: ChartPie, rank: 41 })

export default ShareRatesPage
