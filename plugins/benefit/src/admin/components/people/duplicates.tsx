import type { DuplicateList, MaskedHousehold } from "@fupin/contract/schemas"
import { Badge, Button, Table, Text } from "@medusajs/ui"
import type { z } from "zod"
import { ListPage } from "../list-page"
import { MATCH } from "./labels"

type Duplicates = z.infer<typeof DuplicateList>

/** Pairs that may be one household; a merge is proposed from here. */
export function DuplicateHouseholds({ onMerge }: { onMerge: (household: MaskedHousehold, successor: MaskedHousehold) => void }) {
  const row = ({ matches, households: [first, second] }: Duplicates["duplicates"][number]) => (
    <Table.Row key={`${first!.id} ${second!.id}`}>
      {[first!, second!].map(({ id, code, name, place, phone }) => (
        <Table.Cell key={id} className="py-3"><Text size="small" weight="plus">{code} {name}</Text><Text size="small" className="text-ui-fg-subtle">{place} {phone ?? ""}</Text></Table.Cell>
      ))}
      <Table.Cell><span className="flex gap-x-1">{matches.map((match) => <Badge key={match} size="2xsmall" color="orange">{MATCH[match]}</Badge>)}</span></Table.Cell>
      <Table.Cell className="text-right"><Button size="small" variant="secondary" aria-label={`合并 ${first!.code} 与 ${second!.code}`} onClick={() => onMerge(second!, first!)}>提出合并</Button></Table.Cell>
    </Table.Row>
  )
  return <ListPage<Duplicates> title="疑似重复" level="h2" unit="对" path="household-duplicates" headings={["农户", "另一户", "依据", ""]} rowsOf={({ duplicates }) => duplicates.map(row)} empty="没有电话相同或同村同名的农户。" />
}
