import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import sharp from "sharp"
import { readData, readProducts } from "../lib/data"
import { composePicture } from "./compose"
import { composePlace, type PlaceSeed } from "./places"

interface Task { file: string; svg: () => Promise<string>; quality: number; width: number }

/** The addresses of a product's pictures: the scene, a closer look, where it comes from. */
export function pictureAddresses(backendUrl: string): Record<string, string[]> {
  const address = (file: string) => `${backendUrl}/static/pictures/${file}.webp`
  const products = readProducts().map(({ handle, picture }): [string, string[]] => [handle, [handle, `${handle}-near`, placeOf(picture)].map(address)])
  const tiles = readData<PlaceSeed[]>("places.json").map(({ key }): [string, string[]] => [key, [address(key)]])
  return Object.fromEntries([...products, ...tiles])
}

const placeOf = ({ scene, light }: { scene: string; light: string }) => `place-${scene}-${light}`

/** Draws what is not drawn yet into `folder`; nothing when neither data nor brush have changed. Answers how many were drawn. */
export async function renderPictures(folder: string): Promise<number> {
  fs.mkdirSync(folder, { recursive: true })
  const mark = path.join(folder, "fingerprint")
  const current = fingerprint()
  if (!fs.existsSync(mark) || fs.readFileSync(mark, "utf8") !== current) fs.rmSync(folder, { recursive: true })
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(mark, current)
  const missing = tasks().filter(({ file }) => !fs.existsSync(path.join(folder, `${file}.webp`)))
  const queue = [...missing]
  await Promise.all([1, 2, 3].map(async () => {
    for (let task = queue.shift(); task; task = queue.shift()) await draw(task, folder)
  }))
  return missing.length
}

function tasks(): Task[] {
  const products = readProducts()
  const scenes = products.flatMap(({ handle, picture }): Task[] => [
    { file: handle, svg: () => composePicture(picture, handle), quality: 82, width: 900 },
    { file: `${handle}-near`, svg: () => composePicture(picture, handle, "190 300 560 560"), quality: 76, width: 800 },
  ])
  const origins = [...new Map(products.map(({ picture }) => [placeOf(picture), picture])).entries()]
    .map(([file, { scene, light }]): Task => ({ file, svg: () => composePlace({ key: file, scene, light, wide: false, things: [] }), quality: 78, width: 900 }))
  const tiles = readData<PlaceSeed[]>("places.json").map((place): Task => ({ file: place.key, svg: () => composePlace(place), quality: 80, width: place.wide ? 1600 : 600 }))
  return [...scenes, ...origins, ...tiles]
}

/** Written beside and moved into place: a picture that is there is whole. */
async function draw({ file, svg, quality, width }: Task, folder: string): Promise<void> {
  const target = path.join(folder, `${file}.webp`)
  const image = await sharp(Buffer.from(await svg())).resize({ width }).webp({ quality, effort: 2 }).toBuffer()
  fs.writeFileSync(`${target}.part`, image)
  fs.renameSync(`${target}.part`, target)
}

function fingerprint(): string {
  const hash = createHash("sha256")
  for (const file of fs.readdirSync(__dirname).sort()) hash.update(fs.readFileSync(path.join(__dirname, file)))
  hash.update(JSON.stringify([readProducts(), readData("places.json")]))
  return hash.digest("hex")
}
