import { readFileSync } from "node:fs"

export type Weight = "regular" | "bold"

const FILES: Record<Weight, string> = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
}
const read = new Map<Weight, Buffer>()

/** Noto Sans SC, read once. A paper embeds only the characters that stand on it. */
export function fontOf(weight: Weight): Buffer {
  const held = read.get(weight) ?? readFileSync(require.resolve(FILES[weight]))
  read.set(weight, held)
  return held
}
