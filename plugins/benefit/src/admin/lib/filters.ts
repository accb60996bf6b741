import { useSearchParams } from "react-router-dom"

/** What a list is filtered by, kept in the address: it can be sent to a colleague, and the way back leads to it. */
export function useFilters<Name extends string>(names: readonly Name[], initial: Partial<Record<Name, string>> = {}) {
  const [params, setParams] = useSearchParams()
  const filters = Object.fromEntries(names.map((name) => [name, params.get(name) ?? initial[name] ?? ""])) as Record<Name, string>
  const set = (changes: Partial<Record<Name, string>>) => setParams(new URLSearchParams({ ...filters, ...changes }), { replace: true })
  return [filters, set] as const
}

/** Only what is filled in. */
export const filled = (filters: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name, value.trim()]])))
