import type { Division } from "@fupin/contract/schemas"
import { useQuery } from "@tanstack/react-query"
import { getDivisions } from "./api"
import { ChoiceField } from "./fields"

const LEVELS: Record<Division["level"], string> = { province: "省（区、市）", city: "市（州）", county: "县（区、市）", township: "乡镇（街道）", village: "村（社区）" }

interface LevelProps { id: string; parent: string | undefined; path: string[]; onChange: (path: string[]) => void }

/** One level and, once something is chosen, the levels below it. */
function Level({ id, parent, path, onChange }: LevelProps) {
  const { data } = useQuery({ queryKey: ["divisions", parent ?? "all"], queryFn: () => getDivisions(parent), staleTime: 3_600_000 })
  const [chosen, ...below] = path
  if (!data || data.length === 0) return null
  return (
    <>
      <ChoiceField id={`${id}-${parent ?? "all"}`} label={LEVELS[data[0]!.level]} value={chosen ?? ""} options={data.map(({ code, name }) => [code, name])} onChange={(code) => onChange([code])} />
      {chosen && <Level id={id} parent={chosen} path={below} onChange={(rest) => onChange([chosen, ...rest])} />}
    </>
  )
}

/** Picks a division from the province down, as far as one likes. `path` holds the codes chosen so far. */
export function RegionPicker({ id, path, onChange }: { id: string; path: string[]; onChange: (path: string[]) => void }) {
  return <div className="grid grid-cols-2 gap-4"><Level id={id} parent={undefined} path={path} onChange={onChange} /></div>
}
