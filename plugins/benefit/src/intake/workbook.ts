import { refusal } from "@fupin/access"
import { listParts, type Part, unpack } from "./unzip"
import { readAllXml } from "./xml"

/** What must be known of a workbook before its first sheet is read row by row. */
export interface Workbook {
  sheet: Part
  strings: string[]
  /** By cell style: whether numbers are shown as dates. */
  date_styles: boolean[]
  is_1904: boolean
}

const MB = 1_000_000
/** Unpacked; a roster of 200,000 rows has about 120 MB of sheet and 20 MB of strings. */
export const LIMITS = { sheet: 400 * MB, strings: 120 * MB, other: 10 * MB }

/** Opens an archive as a workbook: its first visible sheet. Errors: intake_not_xlsx, intake_too_big. */
export async function openWorkbook(file: Buffer): Promise<Workbook> {
  const parts = listParts(file)
  const { sheet, is_1904 } = await readBook(parts)
  const styles = parts.get("xl/styles.xml")
  const strings = parts.get("xl/sharedStrings.xml")
  return { sheet, is_1904, date_styles: styles ? await readDateStyles(styles) : [], strings: strings ? await readStrings(strings) : [] }
}

async function readBook(parts: Map<string, Part>): Promise<Pick<Workbook, "sheet" | "is_1904">> {
  const [book, relations] = [parts.get("xl/workbook.xml"), parts.get("xl/_rels/workbook.xml.rels")]
  if (!book || !relations) throw refusal("invalid_data", "intake_not_xlsx")
  const sheets: { id: string; isVisible: boolean }[] = []
  let is_1904 = false
  await readAllXml(unpack(book, LIMITS.other), { open: (name, attributes) => {
    if (name === "workbookPr") is_1904 = ["1", "true"].includes(attributes.date1904 ?? "")
    if (name === "sheet") sheets.push({ id: Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "", isVisible: (attributes.state ?? "visible") === "visible" })
  } })
  const targets = new Map<string, string>()
  await readAllXml(unpack(relations, LIMITS.other), { open: (name, { Id, Target }) => { if (name === "Relationship" && Id && Target) targets.set(Id, Target) } })
  const target = targets.get(sheets.find(({ isVisible }) => isVisible)?.id ?? "")
  const sheet = target && parts.get(target.startsWith("/") ? target.slice(1) : `xl/${target}`)
  if (!sheet) throw refusal("invalid_data", "intake_not_xlsx")
  return { sheet, is_1904 }
}

async function readStrings(part: Part): Promise<string[]> {
  const strings: string[] = []
  let [text, inText, phonetic] = ["", false, 0]
  await readAllXml(unpack(part, LIMITS.strings), {
    open: (name) => { if (name === "si") text = ""; if (name === "rPh") phonetic++; inText = name === "t" && phonetic === 0 },
    text: (piece) => { if (inText) text += piece },
    close: (name) => { if (name === "si") strings.push(text); if (name === "rPh") phonetic--; inText = false },
  })
  return strings
}

/** The formats that every spreadsheet program knows by number and shows as dates. */
const isBuiltInDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
const isDateCode = (code: string) => /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ""))

async function readDateStyles(part: Part): Promise<boolean[]> {
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  let inCells = false
  await readAllXml(unpack(part, LIMITS.other), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === "numFmt") codes.set(Number(numFmtId), formatCode ?? "")
      if (name === "cellXfs") inCells = true
      if (name === "xf" && inCells) styles.push(isBuiltInDate(Number(numFmtId)) || isDateCode(codes.get(Number(numFmtId)) ?? ""))
    },
    close: (name) => { if (name === "cellXfs") inCells = false },
  })
  return styles
}
