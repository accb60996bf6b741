import { linear, radial } from "./paint"

export interface Light {
  sky: [string, string]
  sun: string
  /** Hills from the farthest to the nearest. */
  hills: [string, string, string, string]
  field: [string, string]
  water: [string, string]
  mist: string
}

/** The four seasons in the colours of rice paper and earth. */
export const LIGHTS: Record<string, Light> = {
  spring: { sky: ["#F7F2E6", "#E6EEDF"], sun: "#FFF3D0", hills: ["#CBDAD2", "#A3C2AF", "#78A384", "#4F8060"], field: ["#9CBF77", "#6E9C50"], water: ["#D5E5DC", "#A9C9BE"], mist: "#F5F4E8" },
  summer: { sky: ["#F2F4EA", "#D3E6E1"], sun: "#FFF6DC", hills: ["#B6D2CF", "#84B1A7", "#548C77", "#2D6A52"], field: ["#86B56A", "#4C8A4A"], water: ["#CDE4E3", "#8FBDBB"], mist: "#EEF4EC" },
  autumn: { sky: ["#FCF1DC", "#F6DFBC"], sun: "#FFE9B8", hills: ["#D8CDBB", "#BFA98A", "#A5824F", "#7B5A34"], field: ["#D9B566", "#B98A3E"], water: ["#EBDDC2", "#C3B495"], mist: "#FBF1DF" },
  winter: { sky: ["#F1F1EF", "#DCE4E8"], sun: "#FFF8EA", hills: ["#CBD5DB", "#A8B7C1", "#7F929E", "#586B77"], field: ["#D6DCD6", "#AEBAB2"], water: ["#DCE6EA", "#B0C2CA"], mist: "#F3F5F5" },
}

/** The gradients that every picture uses. */
export function commonDefinitions(light: Light): string {
  return [
    linear("sky", [[0, light.sky[0]], [1, light.sky[1]]]),
    linear("mist", [[0, light.mist, 0], [1, light.mist, 0.9]]),
    linear("field", [[0, light.field[0]], [1, light.field[1]]]),
    linear("water", [[0, light.water[0]], [1, light.water[1]]]),
    radial("sun", [[0, light.sun, 0.95], [0.35, light.sun, 0.6], [1, light.sun, 0]]),
    radial("shadow", [[0, "#3A2814", 0.5], [0.55, "#3A2814", 0.26], [1, "#3A2814", 0]]),
    radial("glow", [[0, "#FFF7E2", 0.55], [1, "#FFF7E2", 0]]),
    linear("wood", [[0, "#E3C49A"], [0.5, "#D2AC7C"], [1, "#B98B5A"]]),
    linear("woodedge", [[0, "#A87B4C"], [1, "#8A6038"]]),
    linear("bamboo", [[0, "#EBCF94"], [0.6, "#D5B06D"], [1, "#B58C4C"]]),
    linear("porcelain", [[0, "#FFFDF8"], [0.6, "#F3EDE0"], [1, "#D9CFBC"]]),
    linear("kraft", [[0, "#C49B6C"], [0.25, "#DDB98B"], [0.75, "#D0A877"], [1, "#A87F52"]], true),
    linear("cotton", [[0, "#D8CBB2"], [0.3, "#F5EEDF"], [0.75, "#EDE3CF"], [1, "#C9B99B"]], true),
    linear("jute", [[0, "#A98455"], [0.3, "#CDA873"], [0.75, "#BF9761"], [1, "#8F6B40"]], true),
    linear("glass", [[0, "#FFFFFF", 0.55], [0.2, "#FFFFFF", 0.12], [0.8, "#FFFFFF", 0.05], [1, "#FFFFFF", 0.4]], true),
    linear("amber", [[0, "#B86A12"], [0.3, "#F2B13A"], [0.7, "#E39A22"], [1, "#9C5408"]], true),
    linear("oilgold", [[0, "#C98F12"], [0.3, "#F7CE4A"], [0.7, "#EDBB32"], [1, "#B37708"]], true),
    `<pattern id="weave" width="36" height="24" patternUnits="userSpaceOnUse"><rect width="36" height="24" fill="#C89E5C"/><rect x="1" y="1" width="17" height="10" rx="4" fill="#E6C587"/><rect x="19" y="13" width="17" height="10" rx="4" fill="#DDB873"/><rect x="19" y="1" width="16" height="10" rx="4" fill="#D3AB66"/><rect x="1" y="13" width="16" height="10" rx="4" fill="#CBA15A"/></pattern>`,
    `<pattern id="hessian" width="10" height="10" patternUnits="userSpaceOnUse"><path d="M0 2H10M0 7H10" stroke="#7A5A32" stroke-opacity=".22" stroke-width="1.6"/><path d="M2 0V10M7 0V10" stroke="#FFF1D2" stroke-opacity=".22" stroke-width="1.6"/></pattern>`,
  ].join("")
}
