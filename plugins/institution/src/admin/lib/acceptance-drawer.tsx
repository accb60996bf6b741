import { papersText, quantityText } from "@fupin/contract/codes"
import type { AcceptanceAnswer, Occurrence } from "@fupin/contract/schemas"
import { Drawer, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { get } from "./client"
import { PackedLots } from "./packed-lots"
import { ListState } from "./states"

const day = (moment: string) => new Date(moment).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" })

/** What was signed at the door of one delivery: quantities side by side, who signed, the notes and the pictures. */
export const AcceptanceDrawer = ({ occurrence: { id, organisation_name, delivery_date, lines, order_ids }, onClose }: { occurrence: Occurrence; onClose: () => void }) => {
  const query = useQuery({ queryKey: ["institution", "acceptance", id], queryFn: () => get<AcceptanceAnswer>(`occurrences/${id}/acceptance`) })
  const answer = query.data
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>{organisation_name}</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">{delivery_date} 的送货与验收</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto whitespace-normal">
          <ul className="divide-y border-y">
            {lines.map(({ variant_id, title, specification, settle_by, requested, supplied, accepted, reason }) => (
              <li key={variant_id} className="flex flex-col gap-y-1 py-3">
                <Text size="small" weight="plus">{title} {specification}</Text>
                <Text size="small" className="text-ui-fg-subtle">需求 {quantityText(requested, settle_by)}　供货 {supplied === null ? "—" : quantityText(supplied, settle_by)}　验收 {accepted === null ? "—" : quantityText(accepted, settle_by)}{reason && `　${reason}`}</Text>
              </li>
            ))}
          </ul>
          <PackedLots load={{ kind: "occurrence", id }} />
          <section className="flex flex-col gap-y-1">
            <Heading level="h3">送货单</Heading>
            {order_ids.map((order, place) => <a key={order} className="txt-small text-ui-fg-interactive" href={`/admin/institution/occurrences/${id}/delivery-notes/${order}`} target="_blank" rel="noreferrer">送货单 {place + 1}（PDF）</a>)}
          </section>
          <ListState query={query} isEmpty={answer?.sheet === null} empty="还没有登记验收。">
            {answer?.sheet && <Text size="small">{answer.sheet.signed_by} {day(answer.sheet.signed_at)} 登记{answer.sheet.countersigned_by && answer.sheet.countersigned_at ? `；${answer.sheet.countersigned_by} ${day(answer.sheet.countersigned_at)} 复核` : answer.second_signature && !answer.sheet.counted_at ? "；等待复核" : ""}　{papersText(answer.papers, answer.sheet.certificates)}</Text>}
            <ul className="grid grid-cols-2 gap-3">
              {answer?.photos.map(({ id: photo, variant_id, sha256, taken_at }) => (
                <li key={photo}>
                  <a href={`/admin/institution/occurrences/${id}/photos/${photo}`} target="_blank" rel="noreferrer" className="flex flex-col gap-y-1">
                    <img src={`/admin/institution/occurrences/${id}/photos/${photo}`} alt={`${lines.find((line) => line.variant_id === variant_id)?.title ?? ""}的验收照片`} loading="lazy" className="bg-ui-bg-subtle aspect-square w-full rounded-lg object-cover" />
                    <Text size="xsmall" className="text-ui-fg-subtle break-all">{day(taken_at)}　SHA-256 {sha256.slice(0, 16)}…</Text>
                  </a>
                </li>
              ))}
            </ul>
          </ListState>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
