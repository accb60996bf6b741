import { type DocumentMark, issuedOn, type Place } from "./sheet"

/** How a paper presents itself: heading and names by the region's template, number and QR code once issued. */
export interface Dress {
  title?: string
  /** 填报单位 */
  unit?: string
  /** 受理单位 */
  office?: string
  phone?: string
  document?: DocumentMark
}

/** Who reports to whom, above the table. */
export function unitNotes({ unit, office }: Dress): string[] {
  const said = [...(unit ? [`填报单位：${unit}`] : []), ...(office ? [`报送：${office}`] : [])]
  return said.length > 0 ? [said.join("　　")] : []
}

/** Seal and signatures, below it. */
export function officialPlaces({ unit, phone, document }: Dress): Place[] {
  return [
    { label: "填报单位（盖章）", value: unit }, { label: "负责人" }, { label: "填表人" }, { label: "联系电话", value: phone },
    { label: "日期", value: document && issuedOn(document) },
  ]
}

/** Rows of pages, one after the other. */
export async function* rowsOf<Row, Printed>(pages: Iterable<Row[]> | AsyncIterable<Row[]>, print: (row: Row) => Printed): AsyncGenerator<Printed> {
  for await (const page of pages) for (const row of page) yield print(row)
}
