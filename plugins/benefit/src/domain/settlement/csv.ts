/** A record of a CSV file with the line it begins on, counted from 1. */
export interface CsvRecord {
  line: number
  fields: string[]
}

/** Fields as a bank's software reads them: quoted where they must be (RFC 4180). */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((fields) => fields.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",")).join("\r\n") + "\r\n"
}

/** Records of a CSV text (RFC 4180), empty lines left out; null where a quote is never closed. */
export function readCsv(text: string): CsvRecord[] | null {
  const records: CsvRecord[] = []
  let line = 1
  let record: CsvRecord = { line, fields: [] }
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y
  while (field.lastIndex < text.length) {
    const found = field.exec(text)
    if (!found) return null
    const [all, quoted, plain, end] = found
    record.fields.push((quoted?.replaceAll('""', '"') ?? plain ?? "").trim())
    line += (all.match(/\r\n|\n|\r/g) ?? []).length
    if (end === ",") {
      if (field.lastIndex === text.length) record.fields.push("")
      else continue
    }
    if (record.fields.some((value) => value !== "")) records.push(record)
    record = { line, fields: [] }
  }
  if (record.fields.length > 0) records.push(record)
  return records
}
