import type { Producer } from "@fupin/contract/schemas"
import { Label, Select } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { ask } from "../lib/ask"

/** Picked from those registered, never typed. */
export function ProducerField({ value, onChange }: { value: string; onChange: (producer_id: string) => void }) {
  const [producers, setProducers] = useState<Pick<Producer, "id" | "name">[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    ask<{ producers: Producer[] }>("provenance/producers?limit=100").then((read) => setProducers(read.producers), (error: Error) => setProblem(error.message))
  }, [])
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="small" weight="plus">经营主体 *</Label>
      <Select value={value} onValueChange={onChange}>
        <Select.Trigger><Select.Value placeholder={problem ?? "请选择"} /></Select.Trigger>
        <Select.Content>{producers.map(({ id, name }) => <Select.Item key={id} value={id}>{name}</Select.Item>)}</Select.Content>
      </Select>
    </div>
  )
}
