import type { Product } from "@/lib/api"

/** What one wants to know of a thing before it is in the kitchen. */
export function Facts({ facts }: { facts: Product["facts"] }) {
  if (facts.length === 0) return null
  return (
    <dl className="mt-6 grid grid-cols-[auto_1fr] gap-x-6 border-t border-line text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid border-b border-line py-2.5">
          <dt className="text-ink-faint">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
