import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import sharp from "sharp"
import { readData, readProducts } from "../lib/data"
import { composePicture } from "./compose"
import { composePlace, type PlaceSeed } from "./places"

interface Task { file: string; svg: () => Promise<string>; quality: number; width: number; near?: boolean }

/** What the closer look shows of a product's picture. */
const NEAR = { left: 170, top: 300, width: 580, height: 580 }

/** The addresses of a product's pictures: the scene, a closer look, where it comes from. On whatever host the page is. */
export function pictureAddresses(): Record<string, string[]> {
  const address = (file: string) => `/static/pictures/${file}.webp`
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
  await Promise.all([1, 2].map(async () => {
    for (let task = queue.shift(); task; task = queue.shift()) await draw(task, folder)
  }))
  return missing.length
}

function tasks(): Task[] {
  const products = readProducts()
  const scenes = products.map(({ handle, picture }): Task => ({ file: handle, svg: () => composePicture(picture, handle), quality: 82, width: 900, near: true }))
  const origins = [...new Map(products.map(({ picture }) => [placeOf(picture), picture])).entries()]
    .map(([file, { scene, light }]): Task => ({ file, svg: () => composePlace({ key: file, scene, light, things: [] }), quality: 78, width: 900 }))
  const tiles = readData<PlaceSeed[]>("places.json").map((place): Task => ({ file: place.key, svg: () => composePlace(place), quality: 80, width: 600 }))
  return [...scenes, ...origins, ...tiles]
}

/** Written beside and moved into place: a picture that is there is whole. The picture itself comes last, as the proof of the set. */
async function draw({ file, svg, quality, width, near }: Task, folder: string): Promise<void> {
  const { data, info } = await sharp(Buffer.from(await svg())).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const write = async (name: string, image: sharp.Sharp) => {
    const target = path.join(folder, `${name}.webp`)
    fs.writeFileSync(`${target}.part`, await image.webp({ quality, effort: 1 }).toBuffer())
    fs.renameSync(`${target}.part`, target)
  }
  if (near) await write(`${file}-near`, sharp(data, { raw: info }).extract(NEAR).resize(720))
  await write(file, sharp(data, { raw: info }).resize({ width }))
}

function fingerprint(): string {
  const hash = createHash("sha256")
  for (const file of fs.readdirSync(__dirname).sort()) hash.update(fs.readFileSync(path.join(__dirname, file)))
  hash.update(JSON.stringify([readProducts(), readData("places.json")]))
  return hash.digest("hex")
}
