import { ellipse, group, path, rect, type Roll, round, shadow, stroke } from "./paint"
import { thing } from "./things"
import type { Vessel } from "./vessels"

const fringe = (x: number, y: number, count: number, colour: string) => Array.from({ length: count }, (_none, index) => stroke(`M${x + index * 10} ${y}q${index % 2 ? 4 : -4} 16 0 32`, colour, 4)).join("")

/** A wool scarf, folded, with embroidered ends. */
function scarf(): string {
  const fold = (x: number, y: number, width: number, tone: string) => path(`M${x} ${y}Q${x - 16} ${y + 26} ${x} ${y + 52}H${x + width}Q${x + width + 20} ${y + 26} ${x + width} ${y}Z`, tone)
  const flower = (x: number, y: number, tone: string) => [0, 72, 144, 216, 288].map((turn) => `<g transform="rotate(${turn} ${x} ${y})">${ellipse(x, y - 15, 9, 14, tone)}</g>`).join("") + ellipse(x, y, 7, 7, "#F4D27A")
  return shadow(0, 130, 270, 50) + fold(-230, -60, 460, "#7A1F25") + fold(-240, -8, 470, "#8E2A2F") + fold(-236, 44, 460, "#9C3338") + path("M-190 -58H-20L-6 128H-204Z", "#A83C40") + flower(-108, -10, "#E9B84E") + flower(-148, 52, "#5FA08A") + flower(-64, 58, "#E8846E") + stroke("M-176 94q36 -26 70 0t70 0", "#F0D9A0", 5) + stroke("M-182 -36h150", "#F0D9A0", 4, 'stroke-dasharray="10 8"') + fringe(-200, 128, 20, "#8E2A2F")
}

/** An indigo batik runner with white fish and flowers. */
function batik(roll: Roll): string {
  const fish = (x: number, y: number, turn: number) => group(path("M-60 0C-30 -36 30 -32 52 0C30 32 -30 36 -60 0Z", "#F2F4F2") + path("M48 0L84 -24Q76 0 84 24Z", "#F2F4F2") + ellipse(-34, -6, 5, 5, "#1F3A66") + [-8, 12, 30].map((dx) => stroke(`M${dx} -18q12 18 0 36`, "#1F3A66", 4)).join(""), x, y, 1, turn)
  const cracks = Array.from({ length: 26 }, () => { const x = -230 + roll() * 460; const y = -110 + roll() * 210; return stroke(`M${round(x)} ${round(y)}l${round(roll() * 40 - 20)} ${round(roll() * 30)}l${round(roll() * 30 - 15)} ${round(roll() * 30)}`, "#8FB0D8", 1.6, 'opacity=".55"') })
  return shadow(0, 124, 290, 54) + path("M-250 -120H250L296 110H-296Z", "#1F3A66") + path("M-234 -106H234L274 96H-274Z", "none", 'stroke="#E8EEF3" stroke-width="6"') + stroke("M-222 -92H222L258 82H-258Z", "#E8EEF3", 3, 'stroke-dasharray="4 10"') + cracks.join("") + fish(-110, 0, -14) + fish(110, 14, 168) + [0, 60, 120, 180, 240, 300].map((turn) => group(path("M0 -12C-12 -30 -8 -46 0 -52C8 -46 12 -30 0 -12Z", "#F2F4F2"), 0, -4, 1, turn)).join("") + ellipse(0, -4, 8, 8, "#F2F4F2")
}

/** A cushion of brocade: rows of hooked diamonds (四十八勾). */
function brocade(): string {
  const diamond = (x: number, y: number, tone: string) => group(path("M0 -44L44 0L0 44L-44 0Z", tone) + path("M0 -28L28 0L0 28L-28 0Z", "#1D1B22") + path("M0 -15L15 0L0 15L-15 0Z", "#F1C94C") + stroke("M-44 0h-12v-10M44 0h12v10M0 -44v-10h10M0 44v10h-10", tone, 5), x, y)
  const tones = ["#D8443A", "#3E8E6B", "#E0863A", "#3C68A8"]
  return shadow(0, 142, 220) + path("M-214 -206Q0 -186 214 -206Q194 -30 214 146Q0 124 -214 146Q-194 -30 -214 -206Z", "#1D1B22") + path("M-190 -184Q0 -166 190 -184Q174 -30 190 124Q0 104 -190 124Q-174 -30 -190 -184Z", "#5A1622") + Array.from({ length: 9 }, (_none, index) => diamond(-116 + (index % 3) * 116, -142 + Math.floor(index / 3) * 112, tones[(index * 3) % 4]!)).join("") + path("M-214 -206Q0 -186 214 -206Q194 -30 214 146Q0 124 -214 146Q-194 -30 -214 -206Z", "url(#traylight)")
}

export const textile: Vessel = (item, roll) => (item === "scarf" ? scarf() : item === "batik" ? batik(roll) : brocade())

/** A bamboo fruit basket, with fruit only to show its size. */
export const craft: Vessel = (_item, roll) => {
  const wall = "M-280 -70C-280 -24 -160 8 0 8S280 -24 280 -70C280 40 170 126 110 132H-110C-170 126 -280 40 -280 -70Z"
  return shadow(0, 132, 220) + stroke("M-232 -80C-220 -330 220 -330 232 -80", "#B58C4C", 20) + stroke("M-232 -80C-220 -330 220 -330 232 -80", "#EBCF94", 8) + ellipse(0, -70, 280, 72, "#9A6F35") + ellipse(0, -66, 262, 60, "#6F4E24") + [[-120, -90, 1.3, "apple"], [0, -104, 1.5, "pear"], [124, -90, 1.3, "apple"], [-58, -72, 1.1, "plum"], [66, -72, 1.1, "plum"]].map(([x, y, scale, name]) => group(thing(String(name), roll), Number(x), Number(y), Number(scale))).join("") +
    path(wall, "url(#weave)") + path(wall, "url(#basketshade)") + stroke("M-280 -70C-280 -22 -160 12 0 12S280 -22 280 -70", "#E9CB8E", 16) + stroke("M-104 132H104", "#8F652F", 14)
}

/** An iron pan on the table. */
export const wok: Vessel = (item, roll) =>
  shadow(0, 104, 270, 54) + stroke("M250 -6L420 -66", "#3A2A1C", 30) + stroke("M250 -10L416 -68", "#8A6038", 12) + path("M-272 -16C-272 60 -150 122 0 122S272 60 272 -16Z", "#2B2A2C") + ellipse(0, -16, 272, 96, "#47474A") + ellipse(0, -12, 254, 84, "#232225") + ellipse(-60, -36, 130, 30, "#FFFFFF", 'opacity=".06"') +
  Array.from({ length: 22 }, (_none, index) => { const turn = index * 2.4; const reach = Math.sqrt((index + 0.5) / 22); return { x: Math.cos(turn) * reach * 200, y: Math.sin(turn) * reach * 58 } }).sort((a, b) => a.y - b.y).map(({ x, y }) => group(thing(item, roll), x, y - 24, 0.86, roll() * 360)).join("") +
  Array.from({ length: 60 }, () => rect((roll() - 0.5) * 400, (roll() - 0.5) * 110 - 28, 7, 5, ["#6FA24A", "#B8371F", "#8FBF5E"][Math.floor(roll() * 3)]!, 'rx="2"')).join("")

/** Long roots tied with straw rope. */
export const bundle: Vessel = (item, roll) => shadow(0, 118, 320, 54) + [[0, -28, -6], [10, 10, 3], [-14, 46, -3], [6, 82, 4], [-60, -6, 8]].map(([x, y, turn]) => group(thing(item, roll), x!, y!, 1.85, turn!)).join("") + [-120, 120].map((x) => stroke(`M${x} -64q22 84 0 172`, "#D9B66A", 13) + stroke(`M${x} -64q22 84 0 172`, "#A8823C", 3, 'stroke-dasharray="7 7"')).join("")

/** A plain board. */
export const board: Vessel = (item, roll) => {
  const tube = (x: number, y: number, turn: number) => group(rect(-150, -52, 150, 104, "#DCC59B", 'rx="26"') + rect(-150, 10, 150, 42, "#A9885A", 'rx="22" opacity=".45"') + stroke("M-150 -20q-26 20 0 44", "#8F6F42", 8) + rect(-290, -48, 150, 96, "#D6BE92", 'rx="26"') + rect(-290, 8, 150, 40, "#A9885A", 'rx="20" opacity=".45"') + group(thing(item, roll), 0, 0, 1.12), x, y, 1, turn)
  return shadow(0, 116, 330, 56) + path("M-300 84L-250 -48H260L310 84Z", "#B4844F") + path("M-300 84H310V112Q310 118 300 118H-292Q-300 118 -300 110Z", "#8A6038") + tube(110, -36, -7) + tube(150, 44, 4) + group(thing(item, roll), 226, 74, 1.15) + group(thing(item, roll), -250, 74, 0.95)
}
