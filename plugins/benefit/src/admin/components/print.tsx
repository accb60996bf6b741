import { Button } from "@medusajs/ui"

/** The dashboard scrolls inside itself and keeps its navigation: on paper only the page is left, in full length. */
const PAPER = `@media print {
  body *:not(:has(main)):not(main):not(main *), main .print\\:hidden { display: none !important }
  html, body, body :has(main), main { display: block !important; height: auto !important; overflow: visible !important }
}`

export function PrintButton() {
  return (
    <>
      <style>{PAPER}</style>
      <Button variant="secondary" className="print:hidden" onClick={() => window.print()}>打印</Button>
    </>
  )
}
