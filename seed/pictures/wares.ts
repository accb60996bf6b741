import { mound } from "./grains"
import { ellipse, group, path, rect, type Roll, round, shadow, stroke } from "./paint"
import { thing } from "./things"
import type { Vessel } from "./vessels"

/** The house's mark on a pack: a vermilion seal with a sprout, no words. */
const seal = (x: number, y: number, scale = 1) => group(rect(-24, -24, 48, 48, "#C2371E", 'rx="6"') + stroke("M0 16V-2M0 4C-4 -8 -14 -12 -17 -12C-16 -2 -9 4 0 4ZM0 -2C2 -12 10 -17 17 -17C17 -8 10 -1 0 -2Z", "#FBF3E4", 4), x, y, scale)

const label = (x: number, y: number, width: number, height: number) => rect(x, y, width, height, "#FBF6EA", 'rx="4"') + rect(x + 7, y + 7, width - 14, height - 14, "none", 'rx="2" stroke="#B89A66" stroke-width="2" opacity=".7"')

/** Lines of hills as a label's picture. */
const hills = (x: number, y: number, width: number) => path(`M${x} ${y}q${width * 0.2} -34 ${width * 0.4} -6t${width * 0.28} -12t${width * 0.32} 18v14h${-width}Z`, "#6C8F74", 'opacity=".75"') + path(`M${x} ${y + 8}q${width * 0.3} -20 ${width * 0.55} -2t${width * 0.45} -4v12h${-width}Z`, "#A9BF9B")

function smallBowl(item: string, roll: Roll): string {
  return shadow(0, 62, 92) + ellipse(0, -12, 118, 30, "#D5CAB4") + group(mound(item, roll, 210, 62, 9), 0, -6) + path("M-118 -12C-118 6 -60 18 0 18S118 6 118 -12C118 36 62 66 46 68H-46C-62 66 -118 36 -118 -12Z", "url(#porcelain)") + stroke("M-104 20C-70 38 70 38 104 20", "#6F8FA6", 3.5, 'opacity=".6"')
}

function pack(cloth: string, width: number, height: number): string {
  const half = width / 2
  return path(`M${-half} ${-height + 34}C${-half - 14} ${-height * 0.4} ${-half - 10} -30 ${-half + 8} 0C${-half * 0.5} 12 ${half * 0.5} 12 ${half - 8} 0C${half + 10} -30 ${half + 14} ${-height * 0.4} ${half} ${-height + 34}L${half - 20} ${-height}H${-half + 20}Z`, cloth) + stroke(`M${-half + 4} ${-height + 36}C${-half * 0.4} ${-height + 48} ${half * 0.4} ${-height + 48} ${half - 4} ${-height + 36}`, "#6B4E2A", 3, 'opacity=".35"') +
    stroke(`M${-half + 26} ${-height + 64}q-14 ${height * 0.4} 6 ${height * 0.74}`, "#FFFFFF", 8, 'opacity=".25"')
}

export const ricesack: Vessel = (item, roll) =>
  shadow(-96, 132, 170) + group(pack("url(#cotton)", 290, 400) + label(-92, -290, 184, 210) + hills(-76, -150, 152) + seal(0, -226, 1.15), -96, 130) + group(smallBowl(item, roll), 164, 78, 1.1)

export const flour: Vessel = (item, roll) =>
  shadow(-100, 130, 160) + group(pack("url(#kraft)", 270, 360) + label(-84, -262, 168, 170) + hills(-70, -140, 140) + seal(0, -208), -100, 130) + group(mound("flourheap", roll, 250, 74, 8), 170, 146) + group(mound(item, roll, 150, 46, 9), 120, 166)

export const ricebox: Vessel = (item, roll) =>
  [[-150, 130], [30, 130], [-60, 26]].map(([x, y]) => shadow(x!, y!, 88, 14) + group(rect(-84, -100, 168, 100, "#F4ECD9", 'rx="12"') + rect(-84, -100, 168, 100, "url(#glass)", 'rx="12"') + rect(-36, -100, 72, 100, "#2F6B3D", 'opacity=".9"') + seal(0, -50, 0.8), x!, y!)).join("") + group(smallBowl(item, roll), 196, 92)

export const noodles: Vessel = (item, roll) => {
  const bundle = (x: number, y: number, turn: number) => group(rect(-170, -30, 340, 60, "#A98F54", 'rx="8"') + Array.from({ length: 22 }, () => { const dy = -27 + roll() * 54; return stroke(`M-168 ${round(dy)}h336`, ["#CDBB80", "#8D7540", "#BCA566"][Math.floor(roll() * 3)]!, 2.4) }).join("") + rect(-46, -34, 92, 68, "#FBF3E1") + seal(0, 0, 0.7), x, y, 1, turn)
  return shadow(0, 120, 280, 50) + bundle(20, 84, -4) + bundle(-30, 20, 7) + bundle(10, -44, -6) + group(mound(item, roll, 180, 54, 9), 210, 172)
}

export const vermicelli: Vessel = (item, roll) => {
  const hank = (x: number, y: number, turn: number) => group(Array.from({ length: 34 }, (_none, index) => stroke(`M-180 ${round(-34 + index * 2)}C-90 ${round(-52 + index * 3 + roll() * 10)} 90 ${round(-40 + index * 2.4 + roll() * 12)} 186 ${round(-30 + index * 1.8)}`, ["#D9D2C4", "#B9B0A0", "#EFEAE0", "#A59B8A"][index % 4]!, 4.5, 'opacity=".92"')).join("") + stroke("M-8 -46q12 44 0 92M10 -46q12 44 0 92", "#B4472E", 7), x, y, 1, turn)
  return shadow(-10, 130, 290, 50) + hank(-10, 92, -3) + hank(-36, 26, 8) + hank(10, -36, -5) + shadow(232, 152, 70) + group(thing(item, roll), 176, 106, 1.3, -14) + group(thing(item, roll), 254, 130, 1.15, 20)
}

export const oil: Vessel = (item, roll) => {
  const bottle = (x: number, scale: number) => group(shadow(0, 2, 78) + path("M-66 -216C-66 -262 -26 -270 -24 -304V-352H24V-304C26 -270 66 -262 66 -216V-14Q66 0 50 0H-50Q-66 0 -66 -14Z", "url(#oilgold)") + path("M-66 -216C-66 -262 -26 -270 -24 -304V-352H24V-304C26 -270 66 -262 66 -216V-14Q66 0 50 0H-50Q-66 0 -66 -14Z", "url(#glass)") + rect(-30, -386, 60, 42, "#4A3826", 'rx="6"') + label(-56, -184, 112, 132) + hills(-46, -92, 92) + seal(0, -138, 0.75), x, 136, scale)
  const front = item === "walnut" ? [[120, 116, 0.95], [186, 134, 0.8], [60, 146, 0.8]].map(([x, y, scale]) => shadow(x!, y! + 38 * scale!, 44 * scale!) + group(thing("walnut", roll), x!, y!, scale!, roll() * 60)).join("") : group(mound(item, roll, 210, 58, 9), 136, 168) + group(thing("rapeflower", roll), 232, 116, 1.1)
  return bottle(-140, 0.94) + bottle(6, 1.08) + front
}

export const jars: Vessel = (item, roll) => {
  const jar = (x: number, y: number, scale: number) => group(shadow(0, 0, 96) + path("M-92 -176Q-92 -194 -74 -196H74Q92 -194 92 -176V-20Q92 0 72 0H-72Q-92 0 -92 -20Z", item === "chuncai" ? "#B9C89A" : "#EAD6AE") +
    Array.from({ length: 30 }, (_none, index) => { const px = -66 + (index % 6) * 27; const py = -166 + Math.floor(index / 6) * 34; return item === "chuncai" ? ellipse(px, py, 19, 9, ["#5F7F3E", "#87A25B", "#4B6A33"][index % 3]!, `opacity=".85" transform="rotate(${round(roll() * 140)} ${px} ${py})"`) : group(thing(item, roll), px, py, 0.4, roll() * 180) }).join("") +
    path("M-92 -176Q-92 -194 -74 -196H74Q92 -194 92 -176V-20Q92 0 72 0H-72Q-92 0 -92 -20Z", "url(#glass)") + path("M-98 -190C-104 -226 -60 -236 0 -236S104 -226 98 -190C60 -180 -60 -180 -98 -190Z", "#B4472E") + stroke("M-92 -192C-50 -180 50 -180 92 -192", "#F2E3C4", 6) + label(-50, -128, 100, 84) + seal(0, -86, 0.72), x, y, scale)
  return jar(-176, 104, 0.9) + jar(172, 108, 0.9) + jar(0, 146, 1.16)
}

export const honey: Vessel = (_item, roll) =>
  shadow(-120, 140, 150) + group(thing("honeypot", roll), -124, -20, 3.2) + group(shadow(0, 0, 92) + path("M-86 -170Q-86 -188 -70 -190H70Q86 -188 86 -170V-18Q86 0 68 0H-68Q-86 0 -86 -18Z", "url(#amber)") + path("M-86 -170Q-86 -188 -70 -190H70Q86 -188 86 -170V-18Q86 0 68 0H-68Q-86 0 -86 -18Z", "url(#glass)") + rect(-80, -226, 160, 40, "#D8B779", 'rx="8"') + label(-48, -130, 96, 84) + seal(0, -88, 0.75), 136, 146, 1.18)
