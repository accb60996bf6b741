import type { ReceivingWindow } from "./schemas/organisation.js"

const NAMES = "一二三四五六日"
const nameOf = (day: number): string => `周${NAMES[day - 1]}`

/** ISO weekdays as people say them: 周一至周五, 周二、周四, 每天. */
export function weekdaysText(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].sort()
  if (days.length === 7) return "每天"
  const runs = days.reduce<number[][]>((held, day) => (held.at(-1)?.at(-1) === day - 1 ? [...held.slice(0, -1), [...held.at(-1)!, day]] : [...held, [day]]), [])
  return runs.flatMap((run) => (run.length > 2 ? [`${nameOf(run[0]!)}至${nameOf(run.at(-1)!)}`] : run.map(nameOf))).join("、")
}

/** When a place receives goods: 周一至周五 06:30–08:00；周六 09:00–11:00. Empty: any time. */
export const windowsText = (windows: readonly ReceivingWindow[]): string => windows.map(({ weekdays, from, to }) => `${weekdaysText(weekdays)} ${from}–${to}`).join("；")
