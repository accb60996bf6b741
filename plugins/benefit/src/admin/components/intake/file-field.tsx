import { Label } from "@medusajs/ui"

interface FileFieldProps { id: string; label: string; accept: string; onFile: (file: File | null) => void }

/** The browser's own choice of a file: it speaks, and works with the keyboard. */
export function FileField({ id, label, accept, onFile }: FileFieldProps) {
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor={id} size="small" weight="plus">{label}</Label>
      <input id={id} type="file" accept={accept} onChange={(event) => onFile(event.target.files?.[0] ?? null)}
        className="txt-small file:txt-small-plus file:bg-ui-button-neutral file:border-ui-border-base file:mr-3 file:cursor-pointer file:rounded-md file:border file:border-solid file:px-3 file:py-1.5" />
    </div>
  )
}
