import type { StateLabel } from "../orders/states"

const label = <Tone extends StateLabel["tone"]>(tone: Tone) => (text: string): { text: string; tone: Tone } => ({ text, tone })

/** Nothing to do about it; waits for somebody; done or good; needs a look. */
export const plain = label("plain")
export const straw = label("straw")
export const leaf = label("leaf")
export const vermilion = label("vermilion")
