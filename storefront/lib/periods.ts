/** The last periods up to the one that `now` is in, oldest first, as YYYY-MM. One runs from the 29th of the month before to the 28th, Asia/Shanghai (R61). */
export function lastPeriods(count: number, now: Date): string[] {
  const [year, month, day] = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit" }).format(now).split("-").map(Number)
  const current = year! * 12 + (month! - 1) + (day! >= 29 ? 1 : 0)
  return Array.from({ length: count }, (_, index) => {
    const months = current - (count - 1 - index)
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`
  })
}

/** 2026-11 → 2026 年 11 月 */
export function periodText(period: string): string {
  const [year, month] = period.split("-")
  return `${year} 年 ${Number(month)} 月`
}
