export interface IndexValue { series: string; month: string; value: number; source: string }

/** Each series with its source and the months it holds, as a rule can state it. */
export function seriesOf(values: IndexValue[]): { series: string; source: string; months: string[] }[] {
  return [...new Map(values.map(({ series, source }) => [series, source]))].map(([series, source]) => ({ series, source, months: values.filter((one) => one.series === series).map(({ month }) => month).sort() }))
}

const next = (month: string): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`
}

/** The months that a series lacks between its first and the month before this one (both YYYY-MM); a month is published after it ended. */
export function missingMonths(held: string[], thisMonth: string): string[] {
  const missing: string[] = []
  for (let month = [...held].sort()[0] ?? thisMonth; month < thisMonth; month = next(month)) if (!held.includes(month)) missing.push(month)
  return missing
}
