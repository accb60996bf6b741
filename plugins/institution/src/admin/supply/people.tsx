import type { Producer } from "@fupin/contract/schemas"
import { Button, Table, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { getAdmin } from "../lib/client"
import { ListState } from "../lib/states"
import { PeopleDrawer } from "./people-drawer"

/** 经办人: who acts for a producer at its workbench. */
export function People() {
  const [open, setOpen] = useState<Producer | null>(null)
  const list = useQuery({ queryKey: ["provenance", "producers", "all"], queryFn: () => getAdmin<{ producers: Producer[] }>("provenance/producers", { limit: "100" }) })
  return (
    <>
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">经营主体的人用邀请码加入后，在商城的“工作台”自己报价、协商、看装箱单、对账和开票。</Text>
      <ListState query={list} isEmpty={list.data?.producers.length === 0} empty="您负责的区划内还没有经营主体。">
        <Table>
          <Table.Header><Table.Row><Table.HeaderCell>经营主体</Table.HeaderCell><Table.HeaderCell /></Table.Row></Table.Header>
          <Table.Body>
            {list.data?.producers.map((one) => (
              <Table.Row key={one.id}>
                <Table.Cell className="py-3"><Text size="small" weight="plus">{one.name}</Text></Table.Cell>
                <Table.Cell className="text-right"><Button size="small" variant="transparent" aria-label={`${one.name} 的经办人`} onClick={() => setOpen(one)}>经办人</Button></Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ListState>
      {open && <PeopleDrawer producer={open} onClose={() => setOpen(null)} />}
    </>
  )
}
