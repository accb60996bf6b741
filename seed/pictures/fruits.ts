import { ellipse, path, type Roll, radial, round, stroke } from "./paint"

/** Things of the field that no packaged art shows, drawn around (0, 0), about 100 across. */
export const DRAWN_DEFINITIONS = [
  radial("plum", [[0, "#EEF2A8"], [0.45, "#BFCF58"], [1, "#7F9A35"]], 0.35, 0.28, 0.55),
  radial("driedplum", [[0, "#E9B45C"], [0.6, "#B97A2C"], [1, "#7C4A17"]], 0.35, 0.3, 0.55),
  radial("walnut", [[0, "#E9C693"], [0.5, "#C5955C"], [1, "#8A5D30"]], 0.35, 0.28, 0.55),
  radial("kernel", [[0, "#F6DFB4"], [0.6, "#DDB276"], [1, "#A97841"]], 0.35, 0.3, 0.55),
  radial("date", [[0, "#D2553F"], [0.5, "#9C2A1E"], [1, "#5F140F"]], 0.32, 0.28, 0.55),
  radial("goji", [[0, "#FF8A66"], [0.5, "#DC3B25"], [1, "#9A1D12"]], 0.32, 0.28, 0.55),
  radial("peppercorn", [[0, "#B7D07B"], [0.5, "#7B9C44"], [1, "#465F22"]], 0.32, 0.28, 0.55),
  radial("lotusseed", [[0, "#FFF8E4"], [0.6, "#F0DFB8"], [1, "#CFB582"]], 0.35, 0.28, 0.55),
  radial("lilybulb", [[0, "#FFFFFB"], [0.6, "#F6EFDD"], [1, "#D6C8A4"]], 0.35, 0.25, 0.6),
  radial("cap", [[0, "#B98657"], [0.55, "#7C4F2B"], [1, "#4B2D16"]], 0.38, 0.25, 0.6),
  radial("fungus", [[0, "#6B5A50"], [0.55, "#3A2E28"], [1, "#1C1512"]], 0.35, 0.25, 0.6),
  radial("morel", [[0, "#C9A06A"], [0.6, "#8D6537"], [1, "#57391B"]], 0.35, 0.25, 0.6),
  radial("radish", [[0, "#FFFFFF"], [0.6, "#F1F0E6"], [1, "#C9CDB6"]], 0.35, 0.25, 0.6),
  radial("slice", [[0, "#FBEFD3"], [0.65, "#EBD3A0"], [1, "#B98F56"]], 0.45, 0.4, 0.55),
  radial("root", [[0, "#E9D5B0"], [0.6, "#CDAE7C"], [1, "#96764A"]], 0.4, 0.25, 0.6),
].join("")

const ball = (fill: string, rx = 46, ry = 46) => ellipse(0, 0, rx, ry, fill)

function furrows(roll: Roll, colour: string, count: number): string {
  return Array.from({ length: count }, (_none, index) => { const x = -32 + (64 * index) / (count - 1); return stroke(`M${x} ${-26 - roll() * 8}q${round(roll() * 20 - 10)} ${round(12 + roll() * 8)} ${round(roll() * 12 - 6)} 26t${round(roll() * 16 - 8)} 26`, colour, 3, 'opacity=".55"') }).join("")
}

function wavyDisc(roll: Roll, radius: number, swing: number): string {
  const points = Array.from({ length: 12 }, (_none, index) => { const turn = (index / 12) * Math.PI * 2; const r = radius * (1 - swing * roll()); return [round(Math.cos(turn) * r), round(Math.sin(turn) * r * 0.86)] as const })
  return points.map(([x, y], index) => { const [nx, ny] = points[(index + 1) % points.length]!; return `${index ? "" : `M${round((x + points.at(-1)![0]) / 2)} ${round((y + points.at(-1)![1]) / 2)}`}Q${x} ${y} ${round((x + nx) / 2)} ${round((y + ny) / 2)}` }).join("")
}

export const DRAWN: Record<string, (roll: Roll) => string> = {
  plum: () => ball("url(#plum)") + stroke("M4 -44q-16 40 2 84", "#6F8730", 3, 'opacity=".45"') + ellipse(-15, -16, 15, 10, "#FFFFFF", 'opacity=".35" transform="rotate(-35)"') + stroke("M3 -42q2 -12 10 -18", "#6A5330", 4),
  driedplum: (roll) => path(wavyDisc(roll, 44, 0.2), "url(#driedplum)") + furrows(roll, "#6B3D12", 4),
  walnut: (roll) => ball("url(#walnut)", 45, 42) + furrows(roll, "#6E4520", 6) + stroke("M-44 4Q0 18 44 2", "#6E4520", 3.5, 'opacity=".6"'),
  walnutkernel: (roll) => path(wavyDisc(roll, 44, 0.35), "url(#kernel)") + stroke("M0 -34q-6 34 2 66", "#9A6732", 4, 'opacity=".7"') + furrows(roll, "#B07C42", 5),
  date: (roll) => ellipse(0, 0, 34, 46, "url(#date)") + furrows(roll, "#4C0E0A", 4) + ellipse(-10, -18, 8, 13, "#FFFFFF", 'opacity=".3"'),
  goji: () => ellipse(0, 0, 22, 46, "url(#goji)") + stroke("M-8 -22q4 20 0 44M7 -24q-4 22 2 46", "#8E1A10", 2.5, 'opacity=".4"') + stroke("M0 -44v-8", "#C9A84E", 4),
  greenpeppercorn: () => ball("url(#peppercorn)") + stroke("M-6 -42q14 30 6 60", "#3D5520", 4, 'opacity=".6"') + ellipse(-16, -16, 9, 7, "#FFFFFF", 'opacity=".35"'),
  lotusseed: () => ellipse(0, 0, 40, 46, "url(#lotusseed)") + ellipse(0, -40, 9, 5, "#C7A66A", 'opacity=".6"') + ellipse(-14, -14, 9, 13, "#FFFFFF", 'opacity=".6"'),
  lily: () => [-58, -30, 0, 30, 58].map((turn) => `<g transform="rotate(${turn} 0 40)">${path("M0 44C-34 20 -26 -30 0 -50C26 -30 34 20 0 44Z", "url(#lilybulb)", 'stroke="#D9C9A2" stroke-width="1.5"')}</g>`).join("") + path("M0 44C-22 22 -18 -14 0 -34C18 -14 22 22 0 44Z", "url(#lilybulb)", 'stroke="#D9C9A2" stroke-width="1.5"'),
  shiitake: () => path("M-16 10q-2 30 6 40h20q8 -10 6 -40Z", "#EBDDBF") + path("M-50 12C-52 -40 52 -40 50 12C40 28 -40 28 -50 12Z", "url(#cap)") + stroke("M-30 -8l14 12 10 -16 14 14 12 -14 14 12", "#E9D3AC", 4, 'opacity=".75"') + stroke("M-14 -22l8 8M14 -22l-6 10", "#E9D3AC", 3, 'opacity=".6"'),
  woodear: (roll) => path(wavyDisc(roll, 50, 0.45), "url(#fungus)") + stroke("M-26 8q12 -22 26 -8t26 -10", "#8C786B", 3.5, 'opacity=".5"') + stroke("M-18 22q16 -8 34 -2", "#0F0A08", 3, 'opacity=".6"'),
  morel: (roll) => path("M-12 16q-2 24 2 34h20q4 -10 2 -34Z", "#EADBB9") + path("M-30 18C-40 -14 -14 -52 2 -52S40 -12 30 18Q0 34 -30 18Z", "url(#morel)") + Array.from({ length: 14 }, () => ellipse(roll() * 40 - 20, roll() * 52 - 38, 5 + roll() * 3, 6, "#3E2811", 'opacity=".6"')).join(""),
  radish: () => path("M-16 -34C-40 -20 -30 24 0 54C30 24 40 -20 16 -34Z", "url(#radish)", 'stroke="#C7CBB4" stroke-width="1.5"') + path("M-15 -33Q0 -22 15 -33Q8 -42 0 -40Q-8 -42 -15 -33Z", "#BFD08C") + stroke("M-6 -36q-14 -18 -26 -18M0 -38v-24M6 -36q14 -18 24 -20", "#5E9440", 7) + stroke("M-18 -2h16M4 14h14", "#CBCDBA", 2),
  driedradish: (roll) => stroke(`M-46 ${round(roll() * 10)}q24 ${round(-16 - roll() * 10)} 46 0t46 ${round(roll() * 10 - 5)}`, "#A8702C", 17) + stroke("M-44 0q24 -18 46 -2t44 2", "#DBA653", 9),
  lotusroot: () => ellipse(0, 0, 48, 46, "url(#root)") + ellipse(0, 0, 40, 38, "#FBF3E2") + [0, 51, 103, 154, 206, 257, 309].map((turn) => `<g transform="rotate(${turn})">${ellipse(0, -23, 6.5, 10, "#C9B48C")}</g>`).join("") + ellipse(0, 0, 5, 5, "#C9B48C"),
  danggui: (roll) => path(wavyDisc(roll, 48, 0.3), "url(#slice)") + stroke("M-20 6q16 -20 40 -6M-8 -18q8 22 2 38", "#B5894C", 3, 'opacity=".55"'),
  huangqi: () => ellipse(0, 0, 26, 48, "#B58A4A") + ellipse(0, 0, 22, 44, "#F5E2B3") + ellipse(0, 0, 9, 22, "#E7BE62", 'opacity=".8"'),
  tianma: (roll) => path(wavyDisc(roll, 48, 0.22), "#E8CF9B", 'opacity=".95" stroke="#B48F52" stroke-width="3"') + ellipse(-6, -6, 26, 18, "#F8E9C4", 'opacity=".8"'),
  yam: () => path("M-150 -8C-120 -26 120 -24 152 -6C160 6 120 22 -120 20C-160 18 -164 0 -150 -8Z", "url(#root)") + Array.from({ length: 14 }, (_none, index) => stroke(`M${-120 + index * 18} ${index % 2 ? -16 : 14}l${index % 2 ? 4 : -4} ${index % 2 ? -8 : 8}`, "#8A6A3E", 2, 'opacity=".7"')).join(""),
}
