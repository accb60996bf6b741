import path from "node:path"
import sharp from "sharp"

/** Packaged 3D art by our names; colours are turned where the thing itself has another colour. */
const ART: Record<string, { file: string; tone?: { brightness?: number; saturation?: number; hue?: number } }> = {
  potato: { file: "1f954", tone: { hue: 14, saturation: 0.92 } }, purplepotato: { file: "1f954", tone: { brightness: 0.72, saturation: 1.25, hue: -60 } },
  pepper: { file: "1f336-fe0f", tone: { hue: 14, saturation: 0.86, brightness: 0.95 } }, cabbage: { file: "1f96c" }, crab: { file: "1f980", tone: { hue: 27, saturation: 0.72, brightness: 0.9 } }, crayfish: { file: "1f99e", tone: { hue: 14, saturation: 0.85, brightness: 0.95 } }, shrimp: { file: "1f990" },
  fish: { file: "1f41f", tone: { saturation: 0.22, brightness: 0.95 } }, apple: { file: "1f34e", tone: { hue: 14, saturation: 0.85, brightness: 0.95 } }, kiwi: { file: "1f95d" }, pear: { file: "1f350", tone: { hue: -22, saturation: 0.9, brightness: 1.04 } },
  cherry: { file: "1f352", tone: { hue: 10, saturation: 0.88, brightness: 0.8 } }, mango: { file: "1f96d", tone: { hue: 28 } }, egg: { file: "1f95a" }, chicken: { file: "1f413" }, chick: { file: "1f424" }, goat: { file: "1f410" }, sheep: { file: "1f411" },
  yakanimal: { file: "1f9ac", tone: { brightness: 0.72, saturation: 0.7 } }, steak: { file: "1f969" }, honeypot: { file: "1f36f" }, bee: { file: "1f41d" }, scarf: { file: "1f9e3", tone: { brightness: 0.86 } },
  corn: { file: "1f33d" }, lotus: { file: "1fab7" }, thread: { file: "1f9f5" }, log: { file: "1fab5", tone: { hue: 24, saturation: 0.8 } }, flower: { file: "1f33c" }, herb: { file: "1f33f" }, sprout: { file: "1f331" }, riceplant: { file: "1f33e" },
  teapot: { file: "1fad6", tone: { saturation: 0.42, brightness: 0.62, hue: 22 } }, lemon: { file: "1f34b" }, whitebean: { file: "1fad8", tone: { saturation: 0.12, brightness: 1.75 } }, basketware: { file: "1f9fa" },
  rapeflower: { file: "1f33b" }, ginger: { file: "1fada" }, garlic: { file: "1f9c4" }, chestnut: { file: "1f330" }, leafpile: { file: "1f343" },
}

const FOLDER = path.join(path.dirname(require.resolve("@lobehub/fluent-emoji-3d/package.json")), "assets")
const loaded = new Map<string, Promise<string>>()

export const isArt = (name: string) => name in ART

/** A piece of art as an SVG definition, drawn around (0, 0), 100 across. */
export function artDefinition(name: string): Promise<string> {
  const held = loaded.get(name)
  if (held) return held
  const made = drawArt(name)
  loaded.set(name, made)
  return made
}

async function drawArt(name: string): Promise<string> {
  const { file, tone } = ART[name]!
  const source = sharp(path.join(FOLDER, `${file}.webp`)).trim()
  const png = await (tone ? source.modulate(tone) : source).resize(320, 320, { fit: "contain", background: { r: 0, g: 0, b: 0, alpha: 0 }, kernel: "lanczos3" }).png({ compressionLevel: 3 }).toBuffer()
  return `<image id="art-${name}" x="-50" y="-50" width="100" height="100" href="data:image/png;base64,${png.toString("base64")}"/>`
}

export function art(name: string): string {
  return `<use href="#art-${name}"/>`
}
