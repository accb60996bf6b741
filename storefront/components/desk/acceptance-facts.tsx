"use client"

import { papersText, quantityText } from "@fupin/contract/codes"
import type { AcceptanceAnswer } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Notice } from "@/components/ui"
import { countersignAcceptance } from "@/lib/desk/actions"
import type { Door } from "@/lib/desk/door"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** What was signed at the door: by whom, which papers came, the pictures; and the second signature where one is missing. */
export function AcceptanceFacts({ door, answer: { sheet, photos, papers, may_countersign, second_signature } }: { door: Door; answer: AcceptanceAnswer }) {
  const { id, title, lines, notes } = door
  const { state, busy, form } = useActionForm(countersignAcceptance, BLANK_FORM)
  const lineOf = (variant: string) => lines.find(({ variant_id }) => variant_id === variant)
  const titleOf = (variant: string) => lineOf(variant)?.title ?? ""
  if (notes.length === 0 && !sheet && photos.length === 0) return null
  return (
    <section aria-labelledby={`door-${id}`} className="grid gap-4">
      <h2 id={`door-${id}`} className="text-xl">{title}</h2>
      {notes.length > 0 && <p className="flex flex-wrap gap-x-5 text-sm">{notes.map((note, place) => <a key={note} href={note} className="link py-1.5 font-semibold text-leaf">送货单{notes.length > 1 && ` ${place + 1}`}</a>)}</p>}
      <FormMessage state={state} />
      {sheet && <p className="text-sm">{sheet.signed_by} 登记{sheet.countersigned_by ? `，${sheet.countersigned_by} 复核` : ""}　{papersText(papers, sheet.certificates)}</p>}
      {sheet && !sheet.counted_at && second_signature && (
        <Notice title="等待第二人复核，复核后才计入验收">
          <ul>{sheet.lines.map(({ variant_id, accepted, reason }) => <li key={variant_id}>{titleOf(variant_id)} 实收 {quantityText(accepted, lineOf(variant_id)?.settle_by ?? "count")}{reason && `，${reason}`}</li>)}</ul>
        </Notice>
      )}
      {may_countersign && <form {...form}><DoorFields door={door} /><Button type="submit" look="benefit" busy={busy}>{busy ? "正在复核…" : "复核签字"}</Button></form>}
      {photos.length > 0 && (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {photos.map(({ id: photo, variant_id }, place) => (
            <li key={photo}><a href={`${door.photos}/${photo}`} className="grid gap-1 text-sm">
              <img src={`${door.photos}/${photo}`} alt={`${titleOf(variant_id)}的验收照片 ${place + 1}`} loading="lazy" className="aspect-square w-full rounded-lg border border-line bg-paper-deep object-cover" />
              <span>{titleOf(variant_id)}</span>
            </a></li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Which delivery a form is about. */
export const DoorFields = ({ door: { id, kind, page } }: { door: Door }) => <><input type="hidden" name="id" value={id} /><input type="hidden" name="kind" value={kind} /><input type="hidden" name="page" value={page} /></>
