import type { UnitMembers } from "@fupin/contract/schemas"
import { InvitationForm, RevokeForm } from "@/components/desk/invitation-form"
import { PersonForms } from "@/components/desk/person-forms"
import { Badge } from "@/components/ui"
import { chinaDay, momentText } from "@/lib/dates"
import { byPerson, eventText, INVITATION_STATES } from "@/lib/desk/member-words"
import { ROLE_NAMES } from "@/lib/desk/words"

/** Who acts for the unit, who is invited, and what was changed by whom: for those who manage it. */
export function UnitMembersSection({ organisationId, unit: { members, invitations, events }, me }: { organisationId: string; unit: UnitMembers; me: string }) {
  return (
    <section aria-labelledby="members" className="grid gap-5">
      <h2 id="members" className="text-2xl">成员</h2>
      <ul className="grid gap-4 lg:grid-cols-2">
        {byPerson(members).map((person) => (
          <li key={person.customer_id} className="grid content-start gap-3 rounded-lg border border-line bg-white p-4">
            <p className="flex flex-wrap items-baseline gap-x-3"><span className="font-semibold">{person.name}</span><span className="text-sm break-all text-ink-soft">{person.email}</span>{person.email === me && <Badge>您自己</Badge>}</p>
            <ul className="grid gap-1 text-sm">
              {person.roles.map(({ id, role, verified_at }) => (
                <li key={id} className="flex flex-wrap items-center gap-x-3"><Badge tone={verified_at ? "leaf" : "straw"}>{ROLE_NAMES[role]}</Badge><span className="text-ink-soft">{verified_at ? <><span className="figures">{chinaDay(verified_at)}</span> 起</> : "待帮扶办核验"}</span></li>
              ))}
            </ul>
            <PersonForms organisationId={organisationId} person={person} isMe={person.email === me} />
          </li>
        ))}
      </ul>
      <div className="grid gap-8 lg:grid-cols-2">
        <div className="grid content-start gap-4"><h3 className="text-lg">邀请成员</h3><InvitationForm organisationId={organisationId} /></div>
        {invitations.length > 0 && (
          <div className="grid content-start gap-3">
            <h3 className="text-lg">邀请记录</h3>
            <ul className="divide-y divide-line border-y border-line">
              {invitations.map(({ id, role, note, state, expires_at }) => (
                <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 text-sm">
                  <span className="font-semibold">{ROLE_NAMES[role]}</span>{note && <span>{note}</span>}<Badge tone={INVITATION_STATES[state].tone}>{INVITATION_STATES[state].text}</Badge>
                  {state === "open" && <><span className="figures text-ink-soft">{chinaDay(expires_at)} 前有效</span><RevokeForm id={id} /></>}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {events.length > 0 && (
        <details>
          <summary className="link py-1 font-semibold">变更记录</summary>
          <ol className="mt-3 grid gap-1.5 text-sm">{events.map((event) => <li key={event.id} className="flex gap-3"><time dateTime={event.at} className="figures shrink-0 text-ink-soft">{momentText(event.at)}</time><span>{eventText(event)}</span></li>)}</ol>
        </details>
      )}
    </section>
  )
}
