import { chance } from "../lib/chance"
import { artOf, frame } from "./compose"
import { commonDefinitions, LIGHTS } from "./light"
import { ellipse, group, rect, type Roll, shadow, stroke } from "./paint"
import { HORIZON, SCENES } from "./scenes"
import { heap, place, thing } from "./things"

export interface PlaceSeed {
  key: string
  scene: string
  light: string
  /** What lies in the foreground: name, x, y, size. */
  things: [name: string, x: number, y: number, scale: number][]
  /** Heaps in the foreground: name, x, y, width, rows. */
  heaps?: [name: string, x: number, y: number, width: number, rows: number][]
}

/** A region's landscape, or a tile with a few things before it. */
export async function composePlace({ key, scene, light: name, things, heaps = [] }: PlaceSeed): Promise<string> {
  const light = LIGHTS[name]!
  const roll = chance(key)
  const land = SCENES[scene]!(light, roll)
  const front = heaps.map(([item, x, y, width, rows]) => shadow(x, y + 30, width * 0.56) + group(place(item, roll, heap(roll, width, width * 0.2, width * 0.24, rows)), x, y)).join("") +
    things.map(([item, x, y, scale]) => shadow(x, y + 44 * scale, 46 * scale) + group(thing(item, roll), x, y, scale)).join("")
  const body = land + foreground(scene, roll) + front
  return frame(body, light.sky[0], await artOf(body), commonDefinitions(light), "0 60 900 840")
}

/** What lies nearest: water stays water, land becomes grass or soil. */
function foreground(scene: string, roll: Roll): string {
  const wet = scene === "lake" || scene === "lotus"
  const ground = rect(0, HORIZON + 60, 900, 400, wet ? "url(#water)" : "url(#field)") + rect(0, HORIZON + 60, 900, 400, "url(#tablelight)")
  const strokes = Array.from({ length: wet ? 40 : 220 }, () => {
    const x = Math.round(roll() * 900)
    const y = Math.round(HORIZON + 66 + roll() * 270)
    if (wet) return stroke(`M${x} ${y}h${Math.round(40 + roll() * 130)}`, "#FFFFFF", 2.5, 'opacity=".4"')
    return stroke(`M${x} ${y}q${Math.round(roll() * 10 - 5)} -12 ${Math.round(roll() * 16 - 8)} ${Math.round(-14 - roll() * 18)}`, ["#5F8E45", "#87A85E", "#477638", "#B79B4E"][Math.floor(roll() * 4)]!, 4, 'opacity=".55"')
  })
  return ground + strokes.join("") + ellipse(450, HORIZON + 70, 520, 40, "url(#glow)")
}
