import { ellipse, path, type Roll, round, stroke } from "./paint"

/** Loose goods: how a heap of them looks from near. */
const TONES: Record<string, { base: string; dark: string; light: string; shape: "grain" | "dot" | "needle" | "leaf" | "slice" }> = {
  rice: { base: "#F6F0E0", dark: "#D8CCAE", light: "#FFFFFF", shape: "grain" }, redrice: { base: "#A65243", dark: "#6F2B22", light: "#CC7C66", shape: "grain" },
  millet: { base: "#EEC552", dark: "#BF8F22", light: "#FBE08C", shape: "dot" }, buckwheat: { base: "#8D7B66", dark: "#5B4B3A", light: "#B5A48D", shape: "dot" }, kuqiao: { base: "#A38F52", dark: "#6F5E2C", light: "#CDBD83", shape: "dot" },
  rapeseed: { base: "#4B3528", dark: "#2A1B13", light: "#7A5A48", shape: "dot" }, flourheap: { base: "#EEE7DA", dark: "#CFC4B0", light: "#FFFFFF", shape: "dot" },
  greentea: { base: "#5D7A3C", dark: "#34491E", light: "#8CA75C", shape: "needle" }, budtea: { base: "#8BA350", dark: "#5B7230", light: "#BCCB83", shape: "needle" }, redtea: { base: "#54362A", dark: "#2B1813", light: "#B98A45", shape: "needle" },
  darktea: { base: "#4A3829", dark: "#271B12", light: "#C9A13F", shape: "leaf" }, puer: { base: "#7E7A5C", dark: "#4A4733", light: "#D9D6BF", shape: "leaf" }, whitetea: { base: "#8E967B", dark: "#59624A", light: "#E3E5D6", shape: "leaf" },
  balltea: { base: "#5B6E55", dark: "#36452F", light: "#AEBBA4", shape: "dot" },
}

export const isGrain = (name: string) => name in TONES

/** A texture of loose goods inside an ellipse or any other outline: scatter over a box, to be clipped by the caller. */
export function scatter(name: string, roll: Roll, width: number, height: number, size: number): string {
  const { base, dark, light, shape } = TONES[name]!
  const count = Math.round((width * height) / (size * size * 0.5))
  const bits = Array.from({ length: count }, () => {
    const x = (roll() - 0.5) * width
    const y = (roll() - 0.5) * height
    const colour = [dark, light, base, light, dark][Math.floor(roll() * 5)]!
    const turn = round(roll() * 180)
    if (shape === "dot") return ellipse(x, y, size * 0.36, size * 0.34, colour, 'opacity=".9"')
    if (shape === "grain") return ellipse(x, y, size * 0.22, size * 0.6, colour, `opacity=".9" transform="rotate(${turn} ${round(x)} ${round(y)})"`)
    const reach = size * (shape === "needle" ? 1.1 : 0.9)
    return stroke(`M${round(x)} ${round(y)}q${round(reach * 0.5)} ${round(-reach * 0.2)} ${round(reach)} 0`, colour, size * (shape === "needle" ? 0.2 : 0.42), `opacity=".9" transform="rotate(${turn} ${round(x)} ${round(y)})"`)
  })
  return bits.join("")
}

let clips = 0

/** A heap of loose goods: a mound `width` across and `height` high whose foot lies at (0, 0). */
export function mound(name: string, roll: Roll, width: number, height: number, size = 12): string {
  const { base, dark } = TONES[name]!
  const half = width / 2
  const outline = `M${-half} 0C${-half * 0.75} ${-height * 0.55} ${-half * 0.4} ${-height} 0 ${-height}S${half * 0.75} ${-height * 0.55} ${half} 0Q0 ${height * 0.22} ${-half} 0Z`
  clips += 1
  const id = `heap${clips}`
  return `<clipPath id="${id}">${path(outline, "#000")}</clipPath><g clip-path="url(#${id})">${path(outline, base)}<g transform="translate(0 ${-height / 2 + 8})">${scatter(name, roll, width, height * 1.25, size)}</g>` +
    ellipse(half * 0.55, -height * 0.1, half * 0.6, height * 0.7, dark, 'opacity=".28"') + ellipse(-half * 0.28, -height * 0.72, half * 0.42, height * 0.26, "#FFFFFF", 'opacity=".22"') + "</g>"
}
