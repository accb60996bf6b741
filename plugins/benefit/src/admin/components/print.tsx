import { Button } from "@medusajs/ui"

/** The dashboard scrolls inside itself and keeps its navigation: on paper only the page is left, in full length. */
const PAPER = `@media print {
  aside, nav, [data-sonner-toaster], .print\\:hidden { display: none !important }
  html, body, #medusa, #medusa div, main { height: auto !important; max-height: none !important; overflow: visible !important }
}`

export function PrintButton() {
  return (
    <>
      <style>{PAPER}</style>
      <Button variant="secondary" className="print:hidden" onClick={() => window.print()}>打印</Button>
    </>
  )
}
