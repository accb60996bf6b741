import fs from "node:fs"
import path from "node:path"

const DATA = path.join(__dirname, "..", "data")

export interface ProductSeed {
  handle: string
  title: string
  subtitle: string
  description: string
  category: string
  collection: string | null
  producer: string
  /** The village it comes from. */
  origin: string
  temperature: "ambient" | "chilled" | "frozen"
  facts: Record<string, string>
  /** Specification, grams, yuan, stock. */
  variants: [title: string, grams: number, yuan: number, stock: number][]
  /** Agreed cost of one item as a share of its price, for agreements that share profit. */
  unit_cost_share: number
  /** First and last month in which it is sold; the whole year when absent. */
  season?: [number, number]
  /** Kind, number, and the protected area of an indication. */
  certificates: [kind: string, number: string, area?: string][]
  designation: "valid" | "expired" | "withdrawn"
  picture: PictureSeed
}

export interface PictureSeed {
  scene: string
  light: string
  set: string
  item: string
  accent: string
}

/** A file of seed/data, as it stands. */
export function readData<T>(name: string): T {
  return JSON.parse(fs.readFileSync(path.join(DATA, name), "utf8"))
}

/** Every product, in the order of the files of seed/data/products; its category is the file's name. */
export function readProducts(): ProductSeed[] {
  const files = fs.readdirSync(path.join(DATA, "products")).sort()
  return files.flatMap((file) => readData<ProductSeed[]>(path.join("products", file)).map((product) => ({ ...product, category: path.basename(file, ".json") })))
}

/** The number of a specification in the shop's own stock-keeping. */
export function skuOf(handle: string, variant: number): string {
  return `${handle.toUpperCase()}-${variant + 1}`
}
