import { ellipse, group, path, rect, round, shadow, stroke } from "./paint"
import { thing } from "./things"
import type { Vessel } from "./vessels"

const board = shadow(0, 116, 330, 56) + path("M-300 84L-250 -48H260L310 84Z", "#B4844F") + path("M-300 84H310V112Q310 118 300 118H-292Q-300 118 -300 110Z", "#8A6038") + [-30, -2, 30, 58].map((y) => stroke(`M${-262 - y * 0.4} ${y}q250 12 ${530 + y * 0.8} 0`, "#8F6538", 2, 'opacity=".45"')).join("")

/** A piece of meat drawn with lean, fat and rind. */
function slab(lean: string, fat: string, rind: string): string {
  return path("M-60 -110Q-70 0 -56 110Q0 124 56 110Q70 0 60 -110Q0 -124 -60 -110Z", rind) + path("M-46 -104Q-54 0 -42 104Q6 114 56 108Q68 0 58 -106Q6 -116 -46 -104Z", lean) + [-18, 10].map((x) => path(`M${x} -110Q${x - 8} 0 ${x + 4} 110Q${x + 12} 112 ${x + 18} 110Q${x + 8} 0 ${x + 16} -110Z`, fat)).join("") + stroke("M40 -96q8 96 -2 196", "#FFFFFF", 4, 'opacity=".18"')
}

const bacon = slab("#8E2F23", "#F0CF9C", "#B97B32")
const driedFish = path("M0 -120C46 -90 52 20 30 80L52 124H-52L-30 80C-52 20 -46 -90 0 -120Z", "#B98F5A") + path("M0 -112C30 -80 34 20 18 76H-18C-34 20 -30 -80 0 -112Z", "#D9B683") + [-70, -44, -18, 8, 34, 58].map((y) => stroke(`M-22 ${y}q22 12 44 0`, "#9A703C", 3, 'opacity=".6"')).join("") + stroke("M-64 -40H64", "#8A6332", 6) + ellipse(-9, -86, 4, 4, "#2B1B0D") + ellipse(9, -86, 4, 4, "#2B1B0D")
const leg = path("M-16 -120C-30 -70 -66 -30 -76 30C-84 92 -40 132 6 130C60 126 86 84 76 34C66 -20 30 -64 18 -120Z", "#8A5A2C") + path("M-6 -112C-16 -60 -44 -20 -52 34C-58 84 -28 112 6 110C40 108 52 84 46 44C40 -8 18 -60 10 -112Z", "#A9743C", 'opacity=".8"') + ellipse(4, 76, 46, 38, "#F0D2A8") + ellipse(4, 78, 38, 30, "#A63C35") + ellipse(8, 72, 9, 8, "#F3E4C8") + path("M-16 -120L-22 -150H-2L0 -136L4 -150H22L18 -118Z", "#4A3320")

/** Hung below a pole under the eaves, with a board of slices on the table. */
export const hanging: Vessel = (item, roll) => {
  const hung = item === "ham" ? leg : item === "driedfish" ? driedFish : bacon
  const count = item === "ham" ? 3 : 5
  const line = Array.from({ length: count }, (_none, index) => { const x = -300 + (600 * index) / (count - 1); const drop = 120 + (index % 2) * 26; return stroke(`M${x} -430v${drop - 10}`, "#A98752", 6) + group(hung, x, -430 + drop + 100, 1.02, round((roll() - 0.5) * 8)) })
  const slices = item === "driedfish" ? group(driedFish, 0, 36, 0.85, 82) : Array.from({ length: 6 }, (_none, index) => group(item === "ham" ? ellipse(0, 0, 52, 40, "#F3D9BF") + ellipse(4, 2, 44, 33, "#B8433A") + stroke("M-26 4q24 -20 52 -4", "#F3D9BF", 4) : group(slab("#A33A2B", "#F5DDB4", "#C08538"), 0, 0, 0.5, 78), -150 + index * 60, 34 + (index % 2) * 10, 1.1)).join("")
  return rect(-480, -446, 960, 26, "#8C6A3B", 'rx="12"') + stroke("M-470 -440H470", "#C59F60", 5) + [-380, -120, 160, 390].map((x) => stroke(`M${x} -445v24`, "#6B4E28", 4)).join("") + line.join("") + board + slices
}

const CUTS: Record<string, string> = { lamb: "lamb", yak: "yak" }

function rack(): string {
  return [-96, -48, 0, 48, 96].map((x) => path(`M${x - 12} -20C${x - 14} -90 ${x - 2} -150 ${x + 16} -172Q${x + 28} -172 ${x + 26} -158C${x + 12} -130 ${x + 12} -80 ${x + 14} -20Z`, "#F6EBD6", 'stroke="#D8C5A2" stroke-width="2"')).join("") + path("M-150 -40C-150 -86 150 -86 152 -40L146 44C100 70 -100 70 -146 44Z", "#B64A43") + path("M-150 -40C-150 -86 150 -86 152 -40C90 -14 -90 -14 -150 -40Z", "#F3DCC8") + [-96, -40, 20, 80].map((x) => stroke(`M${x} 0q14 18 4 40`, "#E9B9A6", 5, 'opacity=".7"')).join("")
}

const shank = path("M-170 -30C-150 -92 -40 -104 60 -84S180 -20 160 26S20 84 -70 68S-184 16 -170 -30Z", "#7E2321") + path("M-150 -34C-120 -80 -40 -88 40 -72S150 -26 138 4S0 34 -70 26S-166 -4 -150 -34Z", "#A53A34") + [-90, -20, 60].map((x) => stroke(`M${x} -56q26 40 ${10} 96`, "#E8C9B4", 6, 'opacity=".75"')).join("") + stroke("M-120 -20q100 -34 220 -10", "#C9645A", 5, 'opacity=".6"')

/** Cuts of meat on a board. */
export const meatboard: Vessel = (item, roll) => board + (CUTS[item] === "lamb" ? group(rack(), -60, 4, 1.15) + group(thing("steak", roll), 178, 22, 1.35, 12) : group(shank, -70, 6, 1.05) + group(thing("steak", roll), 176, 24, 1.5, 10)) + group(thing("herb", roll), 246, 64, 0.9, 40) + group(thing("garlic", roll), -246, 66, 0.8)
