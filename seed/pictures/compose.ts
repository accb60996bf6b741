import type { PictureSeed } from "../lib/data"
import { chance } from "../lib/chance"
import { hanging, meatboard } from "./butcher"
import { board, bundle, craft, textile, wok } from "./crafts"
import { DRAWN, DRAWN_DEFINITIONS } from "./fruits"
import { artDefinition, isArt } from "./emoji"
import { commonDefinitions, LIGHTS } from "./light"
import { ellipse, group, linear, path, radial, rect, type Roll, SIZE, shadow, stroke } from "./paint"
import { HORIZON, LIFT, SCENES } from "./scenes"
import { pot, teabrick, teacake, teacup, teatin } from "./teaware"
import { beside, thing } from "./things"
import { bamboo, basket, bowl, burlap, clothsack, crate, herbtray, plate, strawbasket, type Vessel, winnow } from "./vessels"
import { flour, honey, jars, noodles, oil, ricebox, ricesack, vermicelli } from "./wares"

const cutfruit: Vessel = (item, roll) => plate(item, roll)

const VESSELS: Record<string, Vessel> = {
  bamboo, basket, board, bowl, bundle, burlap, clothsack, craft, crate, cutfruit, flour, hanging, herbtray, honey, jars, meatboard, noodles, oil, plate, ricebox, ricesack, strawbasket, teabrick, teacake, teacup, teatin, textile, vermicelli, winnow, wok,
}

/** What stands high is drawn a little smaller. */
const TALL: Record<string, number> = { teatin: 1.28, oil: 1.24, ricesack: 1.26, flour: 1.26, hanging: 1.0, craft: 1.16, teacup: 1.26 }

const ANIMALS: Record<string, string> = { chicken: "chicken", goat: "goat", sheep: "sheep" }

/** A table of old planks in front of the landscape. */
function table(roll: Roll): string {
  const top = HORIZON + 30 - LIFT
  const planks = [0, 1, 2, 3].map((plank) => rect(0, top + plank * plank * 20 + plank * 46, SIZE, 190, ["#DDBB8D", "#D3AE7D", "#CDA572", "#C29863"][plank]!) + stroke(`M0 ${top + plank * plank * 20 + plank * 46}H900`, "#8F673B", 3, 'opacity=".5"'))
  const grain = Array.from({ length: 24 }, () => { const y = top + roll() * (SIZE - top); const x = roll() * SIZE; return stroke(`M${Math.round(x)} ${Math.round(y)}q${Math.round(60 + roll() * 90)} ${Math.round(roll() * 8 - 4)} ${Math.round(140 + roll() * 240)} 0`, "#9A7042", 2, 'opacity=".28"') })
  return rect(0, top - 16, SIZE, 20, "#000000", 'opacity=".1"') + planks.join("") + grain.join("") + rect(0, top, SIZE, SIZE - top, "url(#tablelight)") + rect(0, top, SIZE, 5, "#F5DFB9", 'opacity=".7"')
}

/** A meadow instead of a table, for what grazes. */
function meadow(roll: Roll): string {
  const blades = Array.from({ length: 150 }, () => { const y = 600 + roll() * 290; const x = roll() * SIZE; return stroke(`M${Math.round(x)} ${Math.round(y)}q${Math.round(roll() * 10 - 5)} -14 ${Math.round(roll() * 16 - 8)} ${Math.round(-18 - roll() * 20)}`, ["#5F8E45", "#87B35E", "#477638"][Math.floor(roll() * 3)]!, 4, 'opacity=".7"') })
  return path(`M0 ${HORIZON + 20}Q260 ${HORIZON - 20} 470 ${HORIZON + 10}T900 ${HORIZON}V900H0Z`, "url(#field)") + rect(0, HORIZON, SIZE, 400, "url(#tablelight)") + blades.join("")
}

function pasture({ item, accent }: PictureSeed, roll: Roll): string {
  const animal = ANIMALS[item]!
  const stand = (x: number, y: number, scale: number, flip = false) => shadow(x, y, 46 * scale, 9 * scale) + `<g transform="translate(${x} ${y - 46 * scale}) scale(${flip ? -scale : scale} ${scale})">${thing(animal, roll)}</g>`
  return meadow(roll) + stand(170, 634, 1.1, true) + stand(756, 640, 1.25) + stand(300, 690, 1.6) + stand(520, 836, 4.3) + (isArt(accent) ? beside(accent, roll, [[150, 806, 1.2], [232, 842, 0.9]]) : "")
}

function ornaments({ accent, set }: PictureSeed, roll: Roll): string {
  if (accent === "teapot") return group(pot(roll), 770, 500, 1.15)
  const name = { leaf: "herb", tealeaf: "herb", lotusleaf: "lotus", lemonleaf: "lemon", grass: "herb" }[accent] ?? accent
  if (!isArt(name) && !(name in DRAWN)) return ""
  if (name === "bee") return group(thing("bee", roll), 190, 330, 0.8, -14) + group(thing("bee", roll), 700, 250, 0.55, 18)
  if (["riceplant", "log"].includes(name)) return shadow(806, 740, 80) + group(thing(name, roll), 806, 656, 1.8, 6)
  const left: [number, number, number] = [96 + roll() * 60, 806 + roll() * 30, 0.9 + roll() * 0.35]
  const right: [number, number, number] = [744 + roll() * 70, 812 + roll() * 30, 0.9 + roll() * 0.35]
  if (set === "wok") return beside(name, roll, [left])
  const side = roll()
  return beside(name, roll, side < 0.4 ? [left] : side < 0.8 ? [right] : [left, right])
}

/** A whole picture as SVG: landscape, table, vessel, what lies beside. The same seed always gives the same picture. */
export async function composePicture(picture: PictureSeed, seed: string): Promise<string> {
  const roll = chance(seed)
  const light = LIGHTS[picture.light]!
  const animal = picture.set === "hero"
  const vessel = VESSELS[picture.set]
  if (!animal && !vessel) throw new Error(`no vessel ${picture.set}`)
  const body = (animal ? SCENES[picture.scene]!(light, roll) : group(SCENES[picture.scene]!(light, roll), 0, -LIFT)) + (animal ? pasture(picture, roll) : table(roll) + ellipse(420, 560, 440, 240, "url(#glow)") + group(vessel!(picture.item, roll), 450, TALL[picture.set] ? 664 : 610, TALL[picture.set] ?? 1.3) + ornaments(picture, roll))
  return frame(body, light.sky[0], await artOf(body), commonDefinitions(light))
}

/** Only the art that is used. */
export async function artOf(body: string): Promise<string> {
  const names = [...new Set([...body.matchAll(/#art-([a-z]+)/g)].map(([, name]) => name!))]
  return (await Promise.all(names.map(artDefinition))).join("")
}

export function frame(body: string, ground: string, art: string, definitions: string, view = `0 0 ${SIZE} ${SIZE}`): string {
  const extra = linear("basketshade", [[0, "#FFF3D6", 0.16], [0.45, "#FFF3D6", 0], [1, "#3A2410", 0.42]], true) + linear("tablelight", [[0, "#FFF2D2", 0.28], [0.5, "#FFF2D2", 0], [1, "#4A2E14", 0.3]]) + radial("traylight", [[0, "#FFF3D2", 0.3], [0.6, "#FFF3D2", 0], [1, "#4A2E14", 0.3]], 0.35, 0.25, 0.7) + radial("vignette", [[0, "#2A1A0C", 0], [0.72, "#2A1A0C", 0], [1, "#2A1A0C", 0.2]], 0.5, 0.5, 0.72)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="${view}" preserveAspectRatio="xMidYMid slice"><defs>${definitions}${DRAWN_DEFINITIONS}${extra}${art}</defs>${rect(0, 0, SIZE, SIZE, ground)}${body}${rect(0, 0, SIZE, SIZE, "url(#vignette)")}</svg>`
}
