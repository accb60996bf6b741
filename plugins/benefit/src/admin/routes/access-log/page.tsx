import type { AccessLog, AccessLogEntry, PersonalField } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Eye } from "@medusajs/icons"
import { Badge, Button, Table, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { Choice } from "../../components/choice"
import { Field } from "../../components/field"
import { ListPage } from "../../components/list-page"
import { PrintButton } from "../../components/print"
import { filled, useFilters } from "../../lib/filters"
import { ACTION, FIELD, moment } from "../../lib/labels"

const NAMES = ["household_code", "actor", "action", "from", "to"] as const
const NOTHING = { household_code: "", actor: "", action: "", from: "", to: "" }
const FIELDS: Record<string, string> = { name: "姓名", scan: "扫描件", ...FIELD } satisfies Record<PersonalField | "name" | "scan", string>
/** Of an export so many are named; the rest are counted. */
const NAMED = 3

const AccessLogPage = () => {
  const [filters, set] = useFilters(NAMES)
  const field = (name: keyof typeof filters) => ({ id: name, value: filters[name], onChange: (value: string) => set({ [name]: value }) })
  return (
    <ListPage<AccessLog> title="查阅日志" unit="次" path="access-log" query={filled(filters)} headings={["时间与查阅人", "方式与内容", "受益户", "事由"]}
      empty="没有符合条件的记录。凡查看或导出农户完整信息的，都会记在这里，不能删改。" rowsOf={({ accesses }) => accesses.map((access) => <AccessRow key={access.id} access={access} onHousehold={(household_code) => set({ household_code })} />)}
      action={<PrintButton />}
      controls={<>
        <Field {...field("household_code")} label="农户编号" hint="完整编号" />
        <Field {...field("actor")} label="查阅人邮箱" hint="可只填一部分" />
        <Choice {...field("action")} label="方式" any="查看与导出" options={ACTION} />
        <Field {...field("from")} label="自" type="date" />
        <Field {...field("to")} label="至（含当天）" type="date" />
        <Button variant="transparent" onClick={() => set(NOTHING)}>清除条件</Button>
      </>} />
  )
}

function AccessRow({ access: { at, actor, action, fields, reason, household_count, households }, onHousehold }: { access: AccessLogEntry; onHousehold: (code: string) => void }) {
  return (
    <Table.Row>
      <Table.Cell className="py-3"><Text size="small">{moment(at)}</Text><Text size="small" className="text-ui-fg-subtle">{actor.email ?? actor.id}</Text></Table.Cell>
      <Table.Cell><Badge size="2xsmall" color={action === "export" ? "orange" : "blue"}>{ACTION[action]}</Badge><Text size="small" className="text-ui-fg-subtle">{fields.map((field) => FIELDS[field] ?? field).join("、")}</Text></Table.Cell>
      <Table.Cell>
        <span className="flex max-w-96 flex-wrap gap-x-2">
          {households.slice(0, NAMED).map(({ id, code, name }) => (
            <span key={id}><button type="button" className="text-ui-fg-interactive" aria-label={`只看 ${code} 的记录`} onClick={() => onHousehold(code)}>{code}</button> {name}</span>
          ))}
          {household_count > NAMED && <Text as="span" size="small" className="text-ui-fg-subtle" title={households.map(({ code }) => code).join("、")}>等 {household_count} 户</Text>}
          {household_count === 1 && <Link to={`/households?q=${encodeURIComponent(households[0]!.code)}`} className="txt-small text-ui-fg-muted print:hidden">档案</Link>}
        </span>
      </Table.Cell>
      <Table.Cell className="min-w-40 max-w-80 whitespace-normal">{reason}</Table.Cell>
    </Table.Row>
  )
}

export const config = defineRouteConfig({ label: "查阅日志", icon: Eye, rank: 20 })

export default AccessLogPage
