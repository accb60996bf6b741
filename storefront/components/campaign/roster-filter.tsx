import { Button, Input, Select } from "@/components/ui"

interface RosterFilterProps { shows: readonly (readonly [string, string])[]; show: string; q: string }

/** Which members are listed; an ordinary form, so that the address says it. */
export function RosterFilter({ shows, show, q }: RosterFilterProps) {
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <label className="grid gap-1 text-sm font-semibold">显示<Select name="show" defaultValue={show} className="min-h-10! py-1!">{shows.map(([key, name]) => <option key={key} value={key}>{name}</option>)}</Select></label>
      <label className="grid gap-1 text-sm font-semibold">工号、部门或领取码<Input name="q" type="search" defaultValue={q} maxLength={40} className="min-h-10! py-1!" /></label>
      <Button type="submit" look="secondary" size="sm">筛选</Button>
    </form>
  )
}
