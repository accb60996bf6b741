import { type OfficeOrganisation, type OrganisationRelation, RelationInput, type RelationKind } from "@fupin/contract/schemas"
import { Button, Text } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { post, today } from "../lib/client"
import { checked } from "../lib/faults"
import { ChoiceField, TextField } from "../lib/fields"
import { useSaver } from "../lib/saver"
import { SmallForm } from "../spending/small-form"

/** What the unit at hand is to the other. */
const KINDS: Record<RelationKind, string> = { group: "下属于（帮扶集团）", shared_canteen: "食堂由其代办（共用食堂）", caterer: "承包其食堂" }

interface RelationsProps { organisationId: string; relations: OrganisationRelation[]; others: OfficeOrganisation[]; onSaved: () => unknown }

/** Whose purchases count for whom, from a day on. */
export function Relations({ organisationId, relations, others, onSaved }: RelationsProps) {
  const [kind, setKind] = useState<RelationKind>("group")
  const [other, setOther] = useState("")
  const [since, setSince] = useState(today())
  const saver = useSaver(() => post(`organisations/${organisationId}/relations`, checked(RelationInput, { kind, to_organisation_id: other, since }, other === "" ? { to_organisation_id: "请选择单位" } : {})), "关系已登记", onSaved)
  const end = useMutation({ mutationFn: (id: string) => post(`relations/${id}/end`, { ended_on: today() }), onSuccess: onSaved })
  return (
    <div className="flex flex-col gap-y-4">
      <SmallForm title="与其他单位的关系" button="登记关系" saver={saver}>
        <ul className="divide-y">
          {relations.map(({ id, kind: held, organisation_name, to_organisation_name, since: day }) => (
            <li key={id} className="flex items-center justify-between gap-3 py-2"><Text size="small">{organisation_name} {KINDS[held]} {to_organisation_name}，{day} 起</Text><Button type="button" size="small" variant="transparent" onClick={() => end.mutate(id)}>结束</Button></li>
          ))}
        </ul>
        <ChoiceField id="relation-kind" label="本单位" value={kind} options={Object.entries(KINDS)} onChange={(value) => setKind(value as RelationKind)} />
        <ChoiceField id="relation-other" label="对方单位" value={other} options={others.map(({ id, name }) => [id, name] as const)} fault={saver.faults.fields.to_organisation_id} onChange={setOther} />
        <TextField id="relation-since" label="从哪天起" type="date" value={since} fault={saver.faults.fields.since} onChange={setSince} />
      </SmallForm>
    </div>
  )
}
