import { art, isArt } from "./emoji"
import { DRAWN } from "./fruits"
import { group, type Roll, round, shadow } from "./paint"

/** One thing by name, 100 across, around (0, 0). */
export function thing(name: string, roll: Roll): string {
  const drawn = DRAWN[name]
  if (drawn) return drawn(roll)
  if (isArt(name)) return art(name)
  throw new Error(`no picture of ${name}`)
}

/** How large a thing is beside a basket 500 across. */
const SCALES: Record<string, number> = {
  potato: 1.35, purplepotato: 1.35, cabbage: 2.1, radish: 1.9, lily: 1.25, lotusroot: 1.4, pepper: 1.15, plum: 1.12, driedplum: 0.8, apple: 1.6, kiwi: 1.25, pear: 1.6, cherry: 1.05, mango: 1.6, walnut: 1.0, walnutkernel: 0.8,
  date: 0.82, goji: 0.42, greenpeppercorn: 0.34, lotusseed: 0.62, woodear: 0.95, shiitake: 1.1, morel: 1.15, whitebean: 0.9, egg: 1.1, crab: 2.0, crayfish: 1.7, driedradish: 0.85, danggui: 1.05, huangqi: 0.85, tianma: 1.0, fish: 2.6, herb: 1.0,
}

export const scaleOf = (name: string) => SCALES[name] ?? 1.1

export interface Spot { x: number; y: number; scale: number; turn: number }

/** Places of things heaped in rows inside a rim `width` across: the back row first, higher toward the middle. */
export function heap(roll: Roll, width: number, rise: number, size: number, rows: number): Spot[] {
  return Array.from({ length: rows }, (_none, row) => {
    const depth = row / Math.max(1, rows - 1)
    const span = width * (0.62 + 0.38 * depth) - size * 0.7
    const count = Math.max(2, Math.round(span / (size * 0.74)) + 1)
    return Array.from({ length: count }, (_one, index) => {
      const across = count === 1 ? 0 : index / (count - 1) - 0.5
      const arch = 1 - (across * 2) ** 2 * 0.75
      return { x: across * span + (roll() - 0.5) * size * 0.18, y: -rise * arch * (1 - depth * 0.82) - size * 0.12 + depth * size * 0.16 + (roll() - 0.5) * size * 0.1, scale: (size / 100) * (0.9 + roll() * 0.2), turn: (roll() - 0.5) * 50 }
    })
  }).flat()
}

/** Places of things lying flat inside an ellipse, the farthest first. */
export function lying(roll: Roll, rx: number, ry: number, size: number, fill = 1): Spot[] {
  const count = Math.round(((Math.PI * rx * ry) / (size * size * 0.42)) * fill)
  const spots = Array.from({ length: count }, (_none, index) => {
    const turn = index * 2.39996
    const reach = Math.sqrt((index + 0.5) / count)
    return { x: Math.cos(turn) * reach * (rx - size * 0.35), y: Math.sin(turn) * reach * (ry - size * 0.2) - size * 0.12, scale: (size / 100) * (0.88 + roll() * 0.24), turn: (roll() - 0.5) * 80 }
  })
  return spots.sort((a, b) => a.y - b.y)
}

export function place(name: string, roll: Roll, spots: Spot[], turning = 1): string {
  return spots.map(({ x, y, scale, turn }) => group(thing(name, roll), x, y, scale, turn * turning)).join("")
}

/** A few things beside the vessel, each with its shadow on the table. */
export function beside(name: string, roll: Roll, spots: [x: number, y: number, scale: number][]): string {
  return spots.map(([x, y, scale]) => shadow(x, y + 42 * scale, 42 * scale) + group(thing(name, roll), x, y, scale, round((roll() - 0.5) * 24))).join("")
}
