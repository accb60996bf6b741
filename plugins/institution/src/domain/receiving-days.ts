import { type Decision, no, weekdaysText, windowsText, yes } from "@fupin/contract/codes"
import type { ReceivingWindow } from "@fupin/contract/schemas"
import { weekdayOf } from "./business-day"

/** Where goods go. */
export interface Place {
  county_code: string
  detail: string
}

/** A delivery point (收货点) of a unit, in use. */
export interface Point extends Place {
  name: string
  windows: readonly ReceivingWindow[]
}

/** The point at which goods for this place arrive; none where the address is no point's. */
export const pointAt = (points: readonly Point[], place: Place): Point | null =>
  points.find(({ county_code, detail }) => county_code === place.county_code && detail.trim() === place.detail.trim()) ?? null

/** When a place receives, as the papers say it; empty where nothing is said. */
export const receivesAt = (points: readonly Point[], place: Place): string => windowsText(pointAt(points, place)?.windows ?? [])

const daysOf = ({ windows }: Point): number[] => windows.flatMap(({ weekdays }) => weekdays)

/** Whether the place takes goods in on all of these ISO weekdays; a point that names no days does so always. Error: not_received_that_day. */
export function decideReceiving(points: readonly Point[], place: Place, weekdays: readonly number[]): Decision<true, "not_received_that_day"> {
  const point = pointAt(points, place)
  if (!point || point.windows.length === 0) return yes(true)
  const closed = weekdays.filter((day) => !daysOf(point).includes(day))
  return closed.length === 0 ? yes(true) : no("not_received_that_day", `收货点“${point.name}”${weekdaysText(closed)}不收货，只在${windowsText(point.windows)}收货。请改配送日，或先改收货时间`)
}

/** The same of one business day. */
export const decideReceivingOn = (points: readonly Point[], place: Place, date: string): Decision<true, "not_received_that_day"> => decideReceiving(points, place, [weekdayOf(date)])

/** Whether some point of the unit takes goods in on each of these days; a unit that names no days does so always. Error: not_received_that_day. */
export function decideAgreedDays(points: readonly Point[], weekdays: readonly number[]): Decision<true, "not_received_that_day"> {
  if (points.length === 0 || points.some(({ windows }) => windows.length === 0)) return yes(true)
  const closed = weekdays.filter((day) => !points.some((point) => daysOf(point).includes(day)))
  return closed.length === 0 ? yes(true) : no("not_received_that_day", `单位的收货点${weekdaysText(closed)}都不收货。请改配送日，或先改收货时间`)
}
