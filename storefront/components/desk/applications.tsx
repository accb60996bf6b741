import type { Application, Division } from "@fupin/contract/schemas"
import { ApplyAgainForm } from "@/components/desk/register-form"
import { Badge, Notice } from "@/components/ui"
import { momentText } from "@/lib/dates"
import { APPLICATION_STATES, eventText } from "@/lib/desk/member-words"
import { ROLE_NAMES } from "@/lib/desk/words"

/** What the person applied for, how far it is, why it was refused, and the form that puts it right. */
export function Applications({ applications, provinces }: { applications: Application[]; provinces: Division[] }) {
  if (applications.length === 0) return null
  return (
    <section aria-labelledby="applications" className="grid gap-5">
      <h2 id="applications" className="text-2xl">我的申请</h2>
      <ul className="grid gap-5">
        {applications.map((application) => <li key={application.organisation.id}><One application={application} provinces={provinces} /></li>)}
      </ul>
    </section>
  )
}

function One({ application: { organisation, is_registrant, state, reason, roles, events }, provinces }: { application: Application; provinces: Division[] }) {
  const ofUnit = is_registrant && state === "refused"
  const reasons = [...new Set([...(ofUnit && reason ? [reason] : []), ...roles.flatMap((one) => (one.state === "refused" && one.reason ? [one.reason] : []))])]
  return (
    <div className="grid gap-4 rounded-lg border border-line bg-white p-4 sm:p-5">
      <div className="grid gap-2">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1"><span className="text-lg font-semibold">{organisation.name}</span><span className="figures text-sm text-ink-soft">{organisation.uscc}</span></p>
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {is_registrant && <li>单位登记　<Badge tone={APPLICATION_STATES[state].tone}>{APPLICATION_STATES[state].text}</Badge></li>}
          {roles.map(({ role, state: held }) => <li key={role}>本人（{ROLE_NAMES[role]}）　<Badge tone={APPLICATION_STATES[held].tone}>{APPLICATION_STATES[held].text}</Badge></li>)}
        </ul>
      </div>
      {reasons.length > 0
        ? <><Notice tone="problem" title="帮扶办退回了这份申请">{reasons.map((text) => <p key={text}>{text}</p>)}</Notice><ApplyAgainForm id={organisation.id} unit={ofUnit ? organisation : null} provinces={provinces} /></>
        : <p className="text-sm text-ink-soft">当地帮扶办正在核验，通过后就能使用。</p>}
      {events.length > 1 && <details><summary className="link py-1 text-sm font-semibold">办理经过</summary><ol className="mt-2 grid gap-1.5 text-sm">{events.map((event) => <li key={event.id} className="flex gap-3"><time dateTime={event.at} className="figures shrink-0 text-ink-soft">{momentText(event.at)}</time><span>{eventText(event)}</span></li>)}</ol></details>}
    </div>
  )
}
