import { Button } from "@medusajs/ui"
import { useRef } from "react"

/** Picks one file; the same again may be picked again. */
export function FileButton({ label, accept, isBusy, onFile }: { label: string; accept: string; isBusy: boolean; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input ref={input} type="file" accept={accept} className="hidden" aria-label={label} onChange={({ target }) => {
        const [file] = target.files ?? []
        target.value = ""
        if (file) onFile(file)
      }} />
      <Button variant="secondary" isLoading={isBusy} onClick={() => input.current?.click()}>{label}</Button>
    </>
  )
}
