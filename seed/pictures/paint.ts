/** Small words to write SVG with. Coordinates are those of a picture of 900 × 900. */
export const SIZE = 900

export type Roll = () => number

export const round = (number: number) => Math.round(number * 10) / 10

export function group(children: string | string[], x = 0, y = 0, scale = 1, turn = 0): string {
  const turned = turn ? ` rotate(${round(turn)})` : ""
  const scaled = scale === 1 ? "" : ` scale(${Math.round(scale * 1000) / 1000})`
  return `<g transform="translate(${round(x)} ${round(y)})${turned}${scaled}">${[children].flat().join("")}</g>`
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, more = ""): string {
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}" ${more}/>`
}

export function rect(x: number, y: number, width: number, height: number, fill: string, more = ""): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}" ${more}/>`
}

export function path(d: string, fill = "none", more = ""): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`
}

export function stroke(d: string, colour: string, width: number, more = ""): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
}

type Stop = [offset: number, colour: string, opacity?: number]

const stops = (list: Stop[]) => list.map(([offset, colour, opacity]) => `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? "" : ` stop-opacity="${opacity}"`}/>`).join("")

/** From top to bottom, or from left to right when `across`. */
export function linear(id: string, list: Stop[], across = false): string {
  return `<linearGradient id="${id}" x1="0" y1="0" x2="${across ? 1 : 0}" y2="${across ? 0 : 1}">${stops(list)}</linearGradient>`
}

/** Light from the upper left: the brightest point lies at (fx, fy). */
export function radial(id: string, list: Stop[], fx = 0.5, fy = 0.5, r = 0.5): string {
  return `<radialGradient id="${id}" cx="0.5" cy="0.5" r="${r}" fx="${fx}" fy="${fy}">${stops(list)}</radialGradient>`
}

/** A soft shadow where something stands; the light comes from the upper left. */
export function shadow(x: number, y: number, rx: number, ry = rx * 0.22): string {
  return ellipse(x + rx * 0.08, y, rx * 1.15, ry * 1.3, "url(#shadow)")
}

/** A line of hills from left to right: heights by midpoint displacement around `level`. */
export function ridge(roll: Roll, level: number, relief: number, steps = 5): [number, number][] {
  let heights = [level + (roll() - 0.5) * relief, level + (roll() - 0.5) * relief]
  for (let step = 0, swing = relief; step < steps; step += 1, swing *= 0.55) {
    heights = heights.flatMap((height, index) => {
      const next = heights[index + 1]
      return next === undefined ? [height] : [height, (height + next) / 2 + (roll() - 0.5) * swing]
    })
  }
  return heights.map((height, index) => [(index * SIZE) / (heights.length - 1), height])
}

/** The ground below a ridge, with soft shoulders or sharp ones. */
export function land(points: [number, number][], bottom: number, sharp = false): string {
  const [first, ...rest] = points
  const line = sharp
    ? rest.map(([x, y]) => `L${round(x)} ${round(y)}`).join("")
    : rest.map(([x, y], index) => { const [px, py] = points[index]!; return `Q${round(px)} ${round(py)} ${round((px + x) / 2)} ${round((py + y) / 2)}` }).join("")
  return `M0 ${bottom}L0 ${round(first![1])}${line}L${SIZE} ${round(points.at(-1)![1])}L${SIZE} ${bottom}Z`
}
