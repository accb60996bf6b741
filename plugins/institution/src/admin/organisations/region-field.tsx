import type { Division } from "@fupin/contract/schemas"
import { useQuery } from "@tanstack/react-query"
import { getAdmin } from "../lib/client"
import { ChoiceField } from "../lib/fields"

const LEVELS: Record<Division["level"], string> = { province: "省（区、市）", city: "市（州）", county: "县（区、市）", township: "乡镇（街道）", village: "村（社区）" }

interface LevelProps { parent: string | null; path: string[]; fault?: string; onChange: (path: string[]) => void }

/** One level and, once something is chosen, the levels below it. */
function Level({ parent, path, fault, onChange }: LevelProps) {
  const { data } = useQuery({
    queryKey: ["divisions", parent], staleTime: 3_600_000,
    queryFn: () => getAdmin<{ divisions: Division[] }>("provenance/divisions", parent === null ? {} : { parent }),
  })
  const [chosen, ...below] = path
  const [first] = data?.divisions ?? []
  if (!data || !first || first.level === "village") return null
  return (
    <>
      <ChoiceField id={`region-${parent ?? "top"}`} label={LEVELS[first.level]} value={chosen ?? ""} options={data.divisions.map(({ code, name }) => [code, name] as const)} fault={chosen ? undefined : fault} onChange={(code) => onChange([code])} />
      {chosen && <Level parent={chosen} path={below} onChange={(rest) => onChange([chosen, ...rest])} />}
    </>
  )
}

/** Where an organisation lies, from the province down to the county, or to the town. */
export function RegionField({ path, fault, onChange }: Omit<LevelProps, "parent">) {
  return (
    <fieldset className="flex flex-col gap-y-4">
      <legend className="sr-only">所在区划</legend>
      <Level parent={null} path={path} fault={fault} onChange={onChange} />
    </fieldset>
  )
}
