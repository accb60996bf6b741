import { createHash } from "node:crypto"
import type { Sheet } from "@fupin/benefit/papers/sheet"
import { writeWorkbook } from "@fupin/benefit/papers/xlsx"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { bytesOf } from "./bytes"
import { ZipWriter } from "./zip"

export interface PackFile {
  name: string
  content: Buffer
}

export interface Pack {
  /** Of the download, without its ending. */
  name: string
  /** Above the list of its files. */
  title: string
  notes: string[]
  files: AsyncIterable<PackFile>
}

const KEPT = "SHA-256 用于核对文件未被改动；照片、发票和扫描件按上传时的原样收入。"

/** What people named, as a file's name: inside its folder and without what a file system refuses. */
export const fileName = (text: string): string => text.replace(/[\\/:*?"<>|\p{Cc}]/gu, "").replace(/^\.+/, "")

/** The pack as a ZIP, file by file, with the list of all files and their SHA-256 at the end. What fails on the way breaks the connection off: half a pack must not look like a whole one. */
export async function sendPack(req: Pick<MedusaRequest, "scope">, res: MedusaResponse, pack: Pack): Promise<void> {
  for (const [header, value] of [["cache-control", "private, no-store"], ["content-type", "application/zip"], ["x-content-type-options", "nosniff"], ["content-disposition", `attachment; filename="evidence.zip"; filename*=UTF-8''${encodeURIComponent(`${pack.name}.zip`)}`]] as const) res.setHeader(header, value)
  const zip = new ZipWriter(res, new Date())
  const list: (string | number)[][] = []
  try {
    for await (const { name: file, content } of pack.files) {
      list.push([list.length + 1, file, createHash("sha256").update(content).digest("hex"), content.length])
      await zip.add(file, content)
    }
    await zip.add("附-材料清单.xlsx", await bytesOf((sink) => writeWorkbook(listSheet(pack, list), sink)))
    await zip.end()
  } catch (error) {
    if (!res.headersSent) throw error
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`evidence pack broke off: ${error instanceof Error ? error.message : String(error)}`)
    res.destroy()
  }
}

function listSheet({ title, notes }: Pack, rows: (string | number)[][]): Sheet {
  return {
    name: "附", title, notes: [...notes, KEPT],
    columns: [{ heading: "序号", width: 7, kind: "text" }, { heading: "文件", width: 52, kind: "wide_text" }, { heading: "SHA-256", width: 68, kind: "text" }, { heading: "字节", width: 12, kind: "text" }],
    rows, ending: () => ({ apart: [], foot: [] }),
  }
}
