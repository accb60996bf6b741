import type { Division } from "@fupin/contract/schemas"
import { useQuery } from "@tanstack/react-query"
import { getAdmin } from "../lib/client"
import { ChoiceField } from "../lib/fields"

const LEVELS: Record<Division["level"], string> = { province: "省（区、市）", city: "市（州）", county: "县（区、市）", township: "乡镇（街道）", village: "村（社区）" }

interface LevelProps { /** Told apart where a page asks for two places. */ id?: string; parent: string | null; path: string[]; /** Villages are asked for too, where any are on record. */ toVillage?: boolean; fault?: string; onChange: (path: string[]) => void }

/** One level and, once something is chosen, the levels below it. */
function Level({ id = "region", parent, path, toVillage = false, fault, onChange }: LevelProps) {
  const { data } = useQuery({
    queryKey: ["divisions", parent], staleTime: 3_600_000,
    queryFn: () => getAdmin<{ divisions: Division[] }>("provenance/divisions", parent === null ? {} : { parent }),
  })
  const [chosen, ...below] = path
  const [first] = data?.divisions ?? []
  if (!data || !first || (first.level === "village" && !toVillage)) return null
  return (
    <>
      <ChoiceField id={`${id}-${parent ?? "top"}`} label={LEVELS[first.level]} value={chosen ?? ""} options={data.divisions.map(({ code, name }) => [code, name] as const)} fault={chosen ? undefined : fault} onChange={(code) => onChange([code])} />
      {chosen && <Level id={id} parent={chosen} path={below} toVillage={toVillage} onChange={(rest) => onChange([chosen, ...rest])} />}
    </>
  )
}

/** A place, from the province down to the county or the town. */
export function RegionField({ id, path, toVillage, fault, onChange }: Omit<LevelProps, "parent">) {
  return (
    <fieldset className="flex flex-col gap-y-4">
      <legend className="sr-only">所在区划</legend>
      <Level id={id} parent={null} path={path} toVillage={toVillage} fault={fault} onChange={onChange} />
    </fieldset>
  )
}
