import type { Light } from "./light"
import { ellipse, group, land, path, rect, ridge, type Roll, round, SIZE, stroke } from "./paint"

/** Where the table begins; landscapes end a little below it. */
export const HORIZON = 560

/** Landscapes are drawn with their own horizon and then lifted, so that what is for sale fills the picture. */
export const LIFT = 110

type Scene = (light: Light, roll: Roll) => string

const mist = (y: number, height: number, opacity = 1) => rect(0, y, SIZE, height, "url(#mist)", `opacity="${opacity}"`)

function sky(light: Light, roll: Roll): string {
  const x = 560 + roll() * 200
  const y = 110 + roll() * 60
  return rect(0, 0, SIZE, SIZE, "url(#sky)") + ellipse(x, y, 260, 260, "url(#sun)") + ellipse(x, y, 46, 46, light.sun, 'opacity=".9"')
}

function ranges(light: Light, roll: Roll, levels: number[], relief: number[], sharp = false): string {
  return levels.map((level, index) => {
    const points = ridge(roll, level, relief[index]!, sharp ? 5 : 4)
    return path(land(points, HORIZON + 80, sharp), light.hills[index]!) + mist(level + 10, 130, 0.75)
  }).join("")
}

function pines(light: Light, roll: Roll, y: number, count: number): string {
  return Array.from({ length: count }, () => {
    const height = 26 + roll() * 34
    const x = roll() * SIZE
    const base = y + roll() * 26
    return path(`M${round(x)} ${round(base - height)}l${round(height * 0.26)} ${round(height * 0.5)}h-6l${round(height * 0.2)} ${round(height * 0.5)}h-${round(height * 0.92 - 12)}l${round(height * 0.2)} -${round(height * 0.5)}h-6Z`, light.hills[3], `opacity="${round(0.55 + roll() * 0.35)}"`)
  }).join("")
}

const highland: Scene = (light, roll) =>
  sky(light, roll) + ranges(light, roll, [260, 330, 410, 490], [190, 160, 120, 80]) + pines(light, roll, 505, 26)

const snow: Scene = (light, roll) => {
  const peaks = ridge(roll, 250, 240, 4)
  const caps = peaks.map(([x, y], index) => (index % 2 ? path(`M${round(x)} ${round(y)}l-46 70 22 -10 18 18 20 -22 24 16Z`, "#FFFFFF", 'opacity=".92"') : "")).join("")
  return sky(light, roll) + path(land(peaks, 640, true), "#A9BCCB") + caps + mist(320, 120, 0.8) + path(land(ridge(roll, 420, 60, 3), 640), "#9DB38B") + path(land(ridge(roll, 470, 50, 3), 640), "url(#field)") +
    Array.from({ length: 9 }, () => ellipse(roll() * SIZE, 480 + roll() * 60, 6 + roll() * 5, 4, "#3B3028", 'opacity=".55"')).join("")
}

const plateau: Scene = (light, roll) =>
  sky(light, roll) + ranges(light, roll, [330, 390], [60, 70]) + path(land(ridge(roll, 440, 50, 3), 660), "url(#field)") +
  Array.from({ length: 7 }, (_none, row) => stroke(`M-20 ${470 + row * 14}Q${300 + roll() * 300} ${450 + row * 16} 920 ${474 + row * 15}`, light.hills[3], 3, 'opacity=".22"')).join("")

const loess: Scene = (_light, roll) => {
  const tones = ["#E5CFA6", "#D8B886", "#C99E66", "#B5854C"]
  const mesas = tones.map((tone, index) => {
    const level = 300 + index * 62
    const top = Array.from({ length: 10 }, (_none, step): [number, number] => [step * 100, level + (step % 3 === index % 3 ? 0 : 26) + roll() * 14])
    const strata = [22, 44, 66].map((down) => stroke(`M0 ${level + down + 20}Q450 ${level + down + roll() * 24} 900 ${level + down + 16}`, "#8A5E2E", 3, 'opacity=".2"')).join("")
    return path(land(top, 660), tone) + strata + mist(level + 30, 90, 0.35)
  })
  return sky({ ..._light, sun: "#FFE9B8" }, roll) + mesas.join("")
}

const terrace: Scene = (light, roll) => {
  const steps = Array.from({ length: 9 }, (_none, index) => {
    const y = 360 + index * 26
    const bend = 40 + roll() * 50
    const d = `M0 ${y + 20}C200 ${round(y - bend)} 320 ${round(y + bend * 0.8)} 500 ${y}S800 ${round(y - bend * 0.7)} 900 ${y + 10}V660H0Z`
    return path(d, index % 2 ? light.field[0] : light.water[0], 'opacity=".92"') + stroke(d.split("V")[0]!, light.hills[3], 4, 'opacity=".4"')
  })
  return sky(light, roll) + ranges(light, roll, [230, 300], [150, 110]) + steps.join("")
}

const tea: Scene = (light, roll) => {
  const rows = Array.from({ length: 8 }, (_none, index) => {
    const y = 400 + index * 27
    const bumps = Array.from({ length: 24 }, () => `q20 ${round(-15 - roll() * 7)} 40 0`).join("")
    return path(`M-30 ${y + (index % 2) * 6}${bumps}V${y + 70}H-30Z`, ["#8DB36A", "#5E9450"][index % 2]!, `opacity="${0.75 + index * 0.03}"`) + stroke(`M-30 ${y + 4}${bumps}`, "#3C6E3B", 2, 'opacity=".25"')
  })
  return sky(light, roll) + ranges(light, roll, [240, 300, 360], [170, 130, 80]) + group(rows, 0, 0) + pines(light, roll, 415, 6)
}

const lake: Scene = (light, roll) => {
  const ripples = Array.from({ length: 26 }, () => { const y = 440 + roll() * 120; const x = roll() * SIZE; return stroke(`M${round(x)} ${round(y)}h${round(40 + roll() * 120)}`, "#FFFFFF", 2.5, 'opacity=".5"') })
  const reeds = Array.from({ length: 34 }, (_none, index) => { const x = index % 2 ? roll() * 210 : 690 + roll() * 210; const tall = 80 + roll() * 130; return stroke(`M${round(x)} 600q${round(roll() * 16 - 8)} ${round(-tall / 2)} ${round(roll() * 40 - 20)} ${round(-tall)}`, light.hills[3], 3.5, 'opacity=".6"') })
  const boat = group(path("M-60 0q60 26 120 0l-14 20q-46 12 -92 0Z", "#5A4128") + stroke("M-4 2v-44", "#5A4128", 4), 250 + roll() * 380, 452, 0.8)
  return sky(light, roll) + ranges(light, roll, [370, 400], [50, 30]) + rect(0, 425, SIZE, 240, "url(#water)") + ripples.join("") + boat + reeds.join("")
}

const lotus: Scene = (light, roll) => {
  const leaves = Array.from({ length: 26 }, () => { const near = roll(); const x = roll() * SIZE; const y = 430 + near * 130; return ellipse(x, y, 40 + near * 55, 13 + near * 18, near > 0.5 ? "#5C9663" : "#86B384", 'opacity=".9"') + stroke(`M${round(x)} ${round(y)}l${round(20 + near * 20)} ${round(-4 - near * 5)}`, "#3F7A4C", 2, 'opacity=".5"') })
  return sky(light, roll) + ranges(light, roll, [320, 370], [110, 70]) + rect(0, 415, SIZE, 250, "url(#water)") + leaves.join("")
}

const karst: Scene = (light, roll) => {
  const tower = (tone: string, low: number, count: number) => Array.from({ length: count }, (_none, index) => {
    const x = (index + roll() * 0.7) * (SIZE / count) - 20
    const width = 70 + roll() * 60
    const top = low - 110 - roll() * 150
    return path(`M${round(x - width / 2)} 660C${round(x - width / 2)} ${round(top + 60)} ${round(x - width / 3)} ${round(top)} ${round(x)} ${round(top)}S${round(x + width / 2)} ${round(top + 70)} ${round(x + width / 2)} 660Z`, tone)
  }).join("")
  return sky(light, roll) + tower(light.hills[0], 420, 9) + mist(330, 130) + tower(light.hills[1], 480, 7) + mist(400, 120) + tower(light.hills[2], 560, 6) + mist(470, 110, 0.7) + path(land(ridge(roll, 530, 30, 3), 660), "url(#field)")
}

const gorge: Scene = (light, roll) => {
  const side = (tone: string, reach: number, top: number, left: boolean) => {
    const edge = Array.from({ length: 7 }, (_none, step) => { const x = (reach * step) / 6 + roll() * 30; const y = top + ((660 - top) * step) / 6; return `L${round(left ? x : SIZE - x)} ${round(y)}` }).join("")
    return path(`M${left ? 0 : SIZE} ${top - 20}${edge}L${left ? 0 : SIZE} 660Z`, tone)
  }
  return sky(light, roll) + ranges(light, roll, [280], [120]) + side(light.hills[1], 520, 150, true) + side(light.hills[1], 480, 190, false) + mist(330, 150, 0.8) +
    side(light.hills[2], 380, 260, true) + side(light.hills[2], 360, 300, false) + path("M430 420q40 40 10 90t60 150h-190q90 -90 70 -150t50 -90Z", light.water[1]) + side(light.hills[3], 260, 380, true) + side(light.hills[3], 230, 400, false)
}

/** Landscapes by name, drawn in layers that fade into mist. */
export const SCENES: Record<string, Scene> = { highland, snow, plateau, loess, terrace, tea, lake, lotus, karst, gorge }
