/** The last months up to the one that `now` is in (Asia/Shanghai), oldest first, as YYYY-MM. */
export function lastPeriods(count: number, now: Date): string[] {
  const [year, month] = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit" }).format(now).split("-").map(Number)
  return Array.from({ length: count }, (_, index) => {
    const months = year! * 12 + (month! - 1) - (count - 1 - index)
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`
  })
}

/** 2026-11 → 2026 年 11 月 */
export function periodText(period: string): string {
  const [year, month] = period.split("-")
  return `${year} 年 ${Number(month)} 月`
}
