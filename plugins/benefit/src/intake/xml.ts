import { StringDecoder } from "node:string_decoder"
import { refusal } from "@fupin/access"
import { SaxesParser } from "saxes"

export interface XmlReader {
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

/** The name without its namespace's prefix: some programs write x:row. */
const bare = (name: string) => name.slice(name.indexOf(":") + 1)

/** Reads XML piece by piece; after each piece the caller may hand on what has come together. Document types are not followed. Error: intake_not_xlsx. */
export async function* readXml(pieces: AsyncIterable<Buffer>, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser()
  const decoder = new StringDecoder("utf8")
  parser.on("error", (error) => { throw error })
  parser.on("opentag", ({ name, attributes }) => reader.open?.(bare(name), attributes as Record<string, string>))
  parser.on("text", (text) => reader.text?.(text))
  parser.on("cdata", (text) => reader.text?.(text))
  parser.on("closetag", ({ name }) => reader.close?.(bare(name)))
  for await (const piece of pieces) {
    parse(() => parser.write(decoder.write(piece)))
    yield
  }
  parse(() => parser.close())
  yield
}

function parse(step: () => unknown): void {
  try {
    step()
  } catch (error) {
    if (error instanceof Error && error.name === "MedusaError") throw error
    throw refusal("invalid_data", "intake_not_xlsx", "文件已损坏，请重新保存后上传")
  }
}

/** The same to the end. */
export async function readAllXml(pieces: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  for await (const _piece of readXml(pieces, reader)) continue
}
