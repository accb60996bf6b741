import type { Producer, ShortageRule } from "@fupin/contract/schemas"
import { Select, Table, Text, toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { get, getAdmin, messageOf, post } from "../lib/client"
import { ListState } from "../lib/states"

export const SHORTAGE_RULES: Record<ShortageRule, string> = { pro_rata: "按需求比例分配", schools_first: "学校、医院、养老机构优先，同类按比例" }

/** 缺货规则: how each producer's scarce goods are shared; who states none shares in proportion. */
export function Rules() {
  const client = useQueryClient()
  const producers = useQuery({ queryKey: ["provenance", "producers", "all"], queryFn: () => getAdmin<{ producers: Producer[] }>("provenance/producers", { limit: "100" }) })
  const rules = useQuery({ queryKey: ["institution", "shortage-rules"], queryFn: () => get<{ shortage_rules: { seller_id: string; rule: ShortageRule }[] }>("shortage-rules") })
  const save = useMutation({
    mutationFn: (change: { seller_id: string; rule: string }) => post("shortage-rules", change),
    onSuccess: () => { toast.success("已保存，下一次分配起执行"); return client.invalidateQueries({ queryKey: ["institution"] }) },
    onError: (error) => toast.error("没有成功", { description: messageOf(error) }),
  })
  const ruleOf = (id: string) => rules.data?.shortage_rules.find(({ seller_id }) => seller_id === id)?.rule ?? "pro_rata"
  const query = producers.error ? producers : { ...rules, data: producers.data && rules.data, refetch: () => { void producers.refetch(); void rules.refetch() } }
  return (
    <>
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">供货不足时怎样分给各单位。规则写在装箱单上，并在截单前告知受影响的单位。</Text>
      <ListState query={query} isEmpty={producers.data?.producers.length === 0} empty="您负责的区划内还没有经营主体。">
        <Table>
          <Table.Header><Table.Row><Table.HeaderCell>经营主体</Table.HeaderCell><Table.HeaderCell>缺货时</Table.HeaderCell></Table.Row></Table.Header>
          <Table.Body>
            {producers.data?.producers.map(({ id, name }) => (
              <Table.Row key={id}>
                <Table.Cell className="py-3"><Text size="small" weight="plus">{name}</Text></Table.Cell>
                <Table.Cell>
                  <Select size="small" value={ruleOf(id)} disabled={save.isPending} onValueChange={(rule) => save.mutate({ seller_id: id, rule })}>
                    <Select.Trigger aria-label={`${name} 的缺货规则`} className="w-80 max-w-full"><Select.Value /></Select.Trigger>
                    <Select.Content>{Object.entries(SHORTAGE_RULES).map(([key, text]) => <Select.Item key={key} value={key}>{text}</Select.Item>)}</Select.Content>
                  </Select>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ListState>
    </>
  )
}
