import { isGrain, mound } from "./grains"
import { ellipse, group, path, rect, type Roll, round, shadow, stroke } from "./paint"
import { heap, lying, place, scaleOf } from "./things"

export type Vessel = (item: string, roll: Roll) => string

const filled = (item: string, roll: Roll, width: number, rise: number, rows: number) =>
  isGrain(item) ? mound(item, roll, width, rise + 40) : place(item, roll, heap(roll, width, rise, 100 * scaleOf(item), rows))

const spread = (item: string, roll: Roll, rx: number, ry: number, fill = 1) =>
  isGrain(item) ? group(mound(item, roll, rx * 1.7, ry * 1.5), 0, ry * 0.55) : place(item, roll, lying(roll, rx, ry, 100 * scaleOf(item), fill))

/** A woven basket with a heap in it. */
export const basket: Vessel = (item, roll) =>
  shadow(0, 128, 240) + ellipse(0, -60, 262, 66, "#8A6232") + ellipse(0, -58, 244, 54, "#5C3F1E") + group(filled(item, roll, 470, 110, 3), 0, -50) +
  path("M-262 -60C-262 -22 -150 6 0 6S262 -22 262 -60L214 112C190 140 -190 140 -214 112Z", "url(#weave)") + path("M-262 -60C-262 -22 -150 6 0 6S262 -22 262 -60L214 112C190 140 -190 140 -214 112Z", "url(#basketshade)") +
  stroke("M-262 -60C-262 -20 -150 10 0 10S262 -20 262 -60", "#8F652F", 20) + stroke("M-260 -63C-260 -25 -150 4 0 4S260 -25 260 -63", "#E9C888", 9) + stroke("M-216 106C-190 136 190 136 216 106", "#8F652F", 12)

/** A shallow basket with straw under what lies in it. */
export const strawbasket: Vessel = (item, roll) => {
  const straw = Array.from({ length: 90 }, () => { const x = (roll() - 0.5) * 470; const y = -70 + roll() * 40; return stroke(`M${round(x)} ${round(y)}q${round((roll() - 0.5) * 60)} ${round(-10 - roll() * 26)} ${round((roll() - 0.5) * 110)} ${round((roll() - 0.5) * 24)}`, ["#E8CF8E", "#CFAE62", "#F3E2AE"][Math.floor(roll() * 3)]!, 4) })
  return shadow(0, 112, 250) + ellipse(0, -44, 270, 72, "#7A5526") + straw.join("") + group(filled(item, roll, 440, 66, 3), 0, -38) + straw.slice(0, 26).map((one) => group(one, 0, 26)).join("") +
    path("M-270 -40C-270 0 -150 26 0 26S270 0 270 -40L224 92C200 120 -200 120 -224 92Z", "url(#weave)") + path("M-270 -40C-270 0 -150 26 0 26S270 0 270 -40L224 92C200 120 -200 120 -224 92Z", "url(#basketshade)") + stroke("M-270 -42C-270 0 -150 28 0 28S270 0 270 -42", "#D9B470", 15)
}

/** A slatted crate as vegetables travel in. */
export const crate: Vessel = (item, roll) =>
  shadow(0, 122, 280, 44) + rect(-270, -84, 540, 60, "#7C5529") + group(filled(item, roll, 500, 96, 2), 0, -60) +
  [-62, 0, 62].map((y) => rect(-278, y, 556, 52, "url(#wood)", 'rx="5"') + stroke(`M-260 ${y + 16}q140 ${round(roll() * 10 - 5)} 270 2t250 0`, "#9A6F40", 2, 'opacity=".5"') + stroke(`M-240 ${y + 36}q180 ${round(roll() * 12 - 6)} 500 0`, "#9A6F40", 2, 'opacity=".35"')).join("") +
  [-262, 0, 236].map((x) => rect(x - (x === 0 ? 14 : 0), -70, 28, 188, "#B98B58", 'rx="4" opacity=".95"')).join("") + rect(-278, -62, 556, 178, "url(#basketshade)")

/** A round bamboo tray (簸箕), seen from above at a slant. */
export const winnow: Vessel = (item, roll) =>
  shadow(0, 96, 320, 60) + ellipse(0, 26, 322, 132, "#9A6F35") + ellipse(0, 12, 322, 130, "#E2C080") + ellipse(0, 14, 300, 116, "url(#weave)") + ellipse(0, 14, 300, 116, "url(#traylight)") + group(spread(item, roll, 268, 104, 1.45), 0, 6) +
  stroke("M-318 24A322 130 0 0 0 318 24", "#C79D58", 14) + stroke("M-320 18A322 130 0 0 0 320 18", "#F0D59C", 5)

/** A bamboo tray with straight sides for slices of roots. */
export const herbtray: Vessel = (item, roll) =>
  shadow(0, 104, 310, 50) + path("M-300 92L-236 -74H236L300 92Z", "#B58A4A") + path("M-276 80L-222 -62H222L276 80Z", "url(#weave)") + path("M-276 80L-222 -62H222L276 80Z", "url(#traylight)") + group(spread(item, roll, 240, 78, 1.5), 0, 12) +
  path("M-300 92H300L294 116H-294Z", "#A67A3C") + stroke("M-300 92L-236 -74H236L300 92Z", "#DDB873", 10)

/** A bowl of porcelain. */
export const bowl: Vessel = (item, roll) =>
  shadow(0, 122, 180) + ellipse(0, 116, 84, 18, "#CFC4AE") + ellipse(0, -52, 232, 58, "#D9CEB9") + ellipse(0, -50, 218, 48, "#B7A98D") + group(filled(item, roll, 410, 62, 5), 0, -34) +
  path("M-232 -52C-232 -14 -120 8 0 8S232 -14 232 -52C232 44 120 116 84 118H-84C-120 116 -232 44 -232 -52Z", "url(#porcelain)") + path("M-232 -52C-232 44 -120 116 -84 118H84C120 116 232 44 232 -52C200 60 60 70 -60 60S-210 20 -232 -52Z", "#BFB199", 'opacity=".25"') +
  stroke("M-206 10C-150 44 150 44 206 10", "#6F8FA6", 5, 'opacity=".6"') + stroke("M-196 24C-140 56 140 56 196 24", "#6F8FA6", 2.5, 'opacity=".6"') + stroke("M-231 -50C-231 -14 -120 9 0 9S231 -14 231 -50", "#FFFFFF", 5)

/** A wide plate. */
export const plate: Vessel = (item, roll) =>
  shadow(0, 74, 300, 52) + ellipse(0, 38, 306, 108, "#CFC5B0") + ellipse(0, 26, 306, 106, "#FBF8EF") + ellipse(0, 26, 288, 97, "none", 'stroke="#7C9CB2" stroke-width="4" opacity=".55"') + ellipse(0, 28, 232, 74, "#F0EADD") + (item === "fish" ? group(place(item, roll, [{ x: 0, y: -28, scale: 2.9, turn: -6 }])) : group(spread(item, roll, 210, 72, 1.35), 0, 10))

/** A round steamer of bamboo. */
export const bamboo: Vessel = (item, roll) =>
  shadow(0, 126, 290, 56) + path("M-290 -6V74C-290 118 -160 142 0 142S290 118 290 74V-6Z", "url(#bamboo)") + stroke("M-290 34C-290 78 -160 102 0 102S290 78 290 34", "#9C7438", 5, 'opacity=".7"') + stroke("M-290 70C-290 114 -160 138 0 138S290 114 290 70", "#9C7438", 5, 'opacity=".7"') +
  ellipse(0, -6, 290, 106, "#E3C384") + ellipse(0, -4, 268, 92, "#8F6A34") + ellipse(0, 2, 262, 86, "url(#weave)") + group(place(item, roll, [{ x: -116, y: -58, scale: 1.9, turn: -6 }, { x: 112, y: -62, scale: 1.9, turn: 8 }, { x: -2, y: 8, scale: 2.25, turn: 0 }])) + stroke("M-290 -4C-290 40 -160 92 0 92S290 40 290 -4", "#E9CB8E", 9)

/** An open sack with its rim rolled down. */
function sack(cloth: string, weave: boolean): Vessel {
  const body = "M-190 -40C-236 40 -226 120 -190 148C-110 170 110 170 190 148C226 120 236 40 190 -40Z"
  return (item, roll) => shadow(0, 152, 230) + ellipse(0, -48, 196, 50, "#6B4E2A") + group(filled(item, roll, 350, 84, 3), 0, -34) + path(body, cloth) + (weave ? path(body, "url(#hessian)") : "") +
    path("M-190 -40C-236 40 -226 120 -190 148C-110 170 110 170 190 148C226 120 236 40 190 -40Z", "url(#basketshade)", 'opacity=".7"') + path("M-204 -56C-210 -10 -120 16 0 16S210 -10 204 -56C214 -50 222 -24 206 -8C160 40 -160 40 -206 -8C-222 -24 -214 -50 -204 -56Z", cloth) + (weave ? path("M-204 -56C-210 -10 -120 16 0 16S210 -10 204 -56C214 -50 222 -24 206 -8C160 40 -160 40 -206 -8C-222 -24 -214 -50 -204 -56Z", "url(#hessian)") : "") +
    stroke("M-206 -6C-160 42 160 42 206 -6", "#5E4320", 3, 'opacity=".35"') + [-120, -40, 60, 130].map((x) => stroke(`M${x} 50q${round(roll() * 24 - 12)} 40 ${round(roll() * 20 - 10)} 88`, "#5E4320", 3, 'opacity=".18"')).join("")
}

export const burlap = sack("url(#jute)", true)
export const clothsack = sack("url(#cotton)", false)
