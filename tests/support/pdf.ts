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
