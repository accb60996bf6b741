import { type ReactNode, Suspense } from "react"
import { DeskNav, type DeskPlace } from "@/components/desk/desk-nav"
import { NoticeBell } from "@/components/notices/notice-bell"
import { Badge, Button, Page, Select } from "@/components/ui"
import { chooseUnit } from "@/lib/desk/actions"
import { getNotices } from "@/lib/desk/notices"
import type { Desk } from "@/lib/desk/open-desk"
import { KIND_NAMES, ROLE_NAMES } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

interface DeskFrameProps {
  desk: Desk
  title: ReactNode
  lead?: ReactNode
  here: DeskPlace | "/desk/notices"
  aside?: ReactNode
  children: ReactNode
}

/** The institution desk: which unit, which part of it, and what one does there. */
export function DeskFrame({ desk, title, lead, here, aside, children }: DeskFrameProps) {
  const { organisation } = desk
  return (
    <>
      <div className="no-print border-b border-line bg-paper-deep">
        <div className="wrap flex flex-wrap items-center justify-between gap-x-6 gap-y-1 pt-3">
          <p className="flex flex-wrap items-center gap-2 py-1"><span className="font-song text-lg font-bold">{organisation.name}</span><Badge>{KIND_NAMES[organisation.kind]}</Badge>{organisation.roles.map((role) => <Badge key={role} tone="leaf">{ROLE_NAMES[role]}</Badge>)}</p>
          <span className="flex flex-wrap items-center gap-x-5"><Suspense fallback={null}><Bell organisationId={organisation.id} /></Suspense><UnitSwitch desk={desk} /></span>
        </div>
        <DeskNav here={here} />
      </div>
      <Page title={title} lead={lead} aside={aside}>{children}</Page>
    </>
  )
}

async function Bell({ organisationId }: { organisationId: string }) {
  const { unread } = await withSession("/desk/notices", (token) => getNotices(token, organisationId, { limit: 0 }))
  return <NoticeBell href="/desk/notices" unread={unread} />
}

function UnitSwitch({ desk: { organisation, organisations } }: { desk: Desk }) {
  if (organisations.length < 2) return null
  return (
    <form action={chooseUnit} className="flex items-center gap-2">
      <label htmlFor="unit" className="text-sm whitespace-nowrap">切换单位</label>
      <Select id="unit" name="unit" defaultValue={organisation.id} className="min-h-10! py-1!">{organisations.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</Select>
      <Button type="submit" size="sm" look="secondary" className="shrink-0">切换</Button>
    </form>
  )
}
