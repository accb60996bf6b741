/** pdfjs has its own canvas where there is no browser. */
interface CanvasFactory {
  create: (width: number, height: number) => { context: CanvasRenderingContext2D }
}

export interface PdfPage {
  width: number
  height: number
  /** Pieces of text in the order in which they were drawn. */
  text: string[]
}

/** Opens a PDF as a reader would, and answers what stands on each page. */
export async function openPdf(file: Uint8Array): Promise<PdfPage[]> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs")
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0, useSystemFonts: false }).promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const [, , width, height] = page.view as [number, number, number, number]
    const { items } = await page.getTextContent()
    pages.push({ width: Math.round(width), height: Math.round(height), text: items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item.str] : [])) })
  }
  await pdf.destroy()
  return pages
}

/** What a phone reads in the code printed on the first page, by a reader (jsqr, Apache-2.0) that shares nothing with what drew it; null when there is none to be read. */
export async function readQr(file: Uint8Array): Promise<string | null> {
  const [{ getDocument }, { default: { default: jsQr } }] = await Promise.all([import("pdfjs-dist/legacy/build/pdf.mjs"), import("jsqr")])
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0, useSystemFonts: false }).promise
  const page = await pdf.getPage(1)
  const viewport = page.getViewport({ scale: 3 })
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
  const { context } = (pdf.canvasFactory as CanvasFactory).create(width, height)
  await page.render({ canvasContext: context, viewport }).promise
  const { data } = context.getImageData(0, 0, width, height)
  await pdf.destroy()
  return jsQr(data, width, height)?.data ?? null
}
