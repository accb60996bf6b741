import { addDays } from "../business-day"

export const nextMonth = (month: string): string => addDays(`${month}-28`, 4).slice(0, 7)
export const lastDayOf = (month: string): string => addDays(`${nextMonth(month)}-01`, -1)

/**
 * Which months are to be drawn on `today`: every month that is over, after the last one drawn; without any, from the first with something
 * to state. A month missed because nothing ran is caught up, in order. Months are YYYY-MM, `today` a business day.
 */
export function monthsToDraw({ last_drawn, first }: { last_drawn: string | null; first: string | null }, today: string): string[] {
  const months: string[] = []
  for (let month = last_drawn === null ? first : nextMonth(last_drawn); month !== null && month < today.slice(0, 7); month = nextMonth(month)) months.push(month)
  return months
}
