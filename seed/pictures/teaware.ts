import { mound, scatter } from "./grains"
import { ellipse, group, path, rect, type Roll, shadow, stroke } from "./paint"
import { thing } from "./things"
import type { Vessel } from "./vessels"

const LIQUOR: Record<string, string> = { greentea: "#C9D27A", budtea: "#D5DB8C", redtea: "#C2562B", darktea: "#8E3B1C", puer: "#DDB24A", whitetea: "#E3CD83", balltea: "#C6CC72" }
const TINS: Record<string, [string, string]> = { redtea: ["#8C2F22", "#6A1E15"], greentea: ["#3E6B49", "#274B32"] }

function cup(item: string): string {
  const liquor = LIQUOR[item] ?? "#C9D27A"
  return shadow(0, 46, 74) + ellipse(0, -28, 80, 24, "#E4DAC6") + ellipse(0, -26, 71, 19, liquor) + ellipse(-18, -30, 26, 5, "#FFFFFF", 'opacity=".4"') + path("M-80 -28C-80 -14 -40 -4 0 -4S80 -14 80 -28C80 20 44 48 32 50H-32C-44 48 -80 20 -80 -28Z", "url(#porcelain)") + stroke("M-70 2C-40 16 40 16 70 2", "#6F8FA6", 3, 'opacity=".55"')
}

const mark = (x: number, y: number, scale: number) => group(rect(-24, -24, 48, 48, "#C2371E", 'rx="6"') + stroke("M0 16V-2M0 4C-4 -8 -14 -12 -17 -12C-16 -2 -9 4 0 4ZM0 -2C2 -12 10 -17 17 -17C17 -8 10 -1 0 -2Z", "#FBF3E4", 4), x, y, scale)

function tin(item: string): string {
  const [body, dark] = TINS[item] ?? ["#3E6B49", "#274B32"]
  return shadow(0, 4, 110) + path("M-104 -290V-8C-104 10 -50 20 0 20S104 10 104 -8V-290Z", body) + path("M52 -290V17C84 12 104 4 104 -8V-290Z", dark, 'opacity=".75"') + path("M-92 -290V4C-84 10 -74 13 -64 15V-290Z", "#FFFFFF", 'opacity=".16"') + rect(-72, -214, 144, 150, "#F7F0DF", 'rx="4"') + path("M-60 -92q30 -42 56 -12t34 -20t30 26v20h-120Z", "#7FA07F") + path("M-60 -86q40 -22 70 -4t50 -4v16h-120Z", "#B4C9A4") + mark(0, -160, 1) +
    path("M-108 -292V-352C-108 -372 -52 -382 0 -382S108 -372 108 -352V-292C108 -276 52 -268 0 -268S-108 -276 -108 -292Z", dark) + ellipse(0, -352, 108, 28, body) + ellipse(0, -356, 40, 10, "#D9B66A")
}

export const teatin: Vessel = (item, roll) => group(tin(item), -110, 120, 0.98) + group(cup(item), 128, 66, 1.25) + group(mound(item, roll, 240, 62, 13), 70, 178)

/** A glass with leaves in it, and loose tea on a bamboo scoop. */
export const teacup: Vessel = (item, roll) => {
  const glass = path("M-88 -220L-74 0Q-72 14 -56 14H56Q72 14 74 0L88 -220Z", "#FFFFFF", 'opacity=".35"') + path("M-84 -160L-74 0Q-72 12 -56 12H56Q72 12 74 0L84 -160Z", LIQUOR[item] ?? "#C9D27A", 'opacity=".82"') + ellipse(0, -160, 84, 17, "#FFFFFF", 'opacity=".5"') +
    Array.from({ length: 16 }, (_none, index) => group(stroke("M0 26q-7 -24 0 -52q8 26 0 52", ["#5E7D34", "#7F9C48", "#46632A"][index % 3]!, 6), -58 + (index % 8) * 16 + roll() * 8, -16 - Math.floor(index / 8) * 84 - roll() * 30, 0.8, (roll() - 0.5) * 26)).join("") + path("M-88 -220L-74 0Q-72 14 -56 14H56Q72 14 74 0L88 -220Z", "url(#glass)") + ellipse(0, -220, 88, 18, "none", 'stroke="#FFFFFF" stroke-width="5" opacity=".9"')
  const scoop = path("M-170 0C-170 -40 -60 -46 30 -40L150 -16Q172 0 150 14L30 34C-60 42 -170 40 -170 0Z", "url(#bamboo)") + path("M-152 0C-150 -26 -60 -32 20 -28L60 0L20 24C-60 30 -150 26 -152 0Z", "#A67C40")
  return shadow(-116, 120, 96) + group(glass, -116, 104, 1.25) + shadow(120, 128, 170, 30) + group(scoop + group(mound(item, roll, 210, 58, 12), -50, 12), 130, 92, 1.05, -6)
}

export const teabrick: Vessel = (item, roll) => {
  const clip = `<clipPath id="brick">${path("M-190 -120H150L190 -90V60H-150L-190 30Z", "#000")}</clipPath>`
  return shadow(-30, 138, 240, 46) + group(rect(-210, -60, 420, 110, "#E7D6B2", 'rx="6" transform="rotate(-4)"') + rect(-40, -64, 70, 118, "#C2371E", 'opacity=".85" transform="rotate(-4)"'), 0, 96) + clip + group(`<g clip-path="url(#brick)">${rect(-200, -130, 400, 200, "#463526")}${scatter(item, roll, 400, 190, 16)}</g>` + path("M-190 -120H150L190 -90H-150Z", "#FFFFFF", 'opacity=".1"') + path("M150 -120L190 -90V60L150 30Z", "#000000", 'opacity=".2"'), -30, 0) + group(cup(item), 196, 108, 1.1)
}

export const teacake: Vessel = (item, roll) => {
  const clip = `<clipPath id="cake">${ellipse(0, 0, 186, 176, "#000")}</clipPath>`
  return shadow(-40, 132, 200, 44) + group(ellipse(0, 0, 196, 186, "#F4EBD8") + ellipse(0, 0, 196, 186, "url(#glow)") + stroke("M-150 -110q60 30 40 100M120 -140q-30 60 30 120M-90 150q30 -50 -10 -90", "#CDBE9F", 3) + mark(0, 0, 1.5), 118, -60, 0.86) + clip + group(`<g clip-path="url(#cake)">${ellipse(0, 0, 186, 176, "#6B664B")}${scatter(item, roll, 372, 352, 20)}</g>` + ellipse(-40, -50, 120, 100, "#FFFFFF", 'opacity=".12"') + ellipse(0, 0, 46, 42, "#3A3626", 'opacity=".35"'), -86, -30) + group(cup(item), 176, 112, 1.15)
}

export function pot(roll: Roll): string {
  return shadow(0, 66, 80) + group(thing("teapot", roll), 0, 0, 1.6)
}
