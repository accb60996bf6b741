import counties832 from "./counties-832.json"
import divisions from "./divisions.json"

export { counties832 }

/** Code → name, towns after it; see scripts/derive-divisions.mjs. */
export const packedDivisions: Record<string, string> = divisions
