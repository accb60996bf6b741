import type { Division } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { DivisionPicker } from "@/components/checkout/division-picker"
import { BaseForm } from "@/components/desk/base-form"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { Button, ButtonLink, Empty, Field, Link, Notice, Select } from "@/components/ui"
import { getDivisions } from "@/lib/api"
import { businessDate } from "@/lib/dates"
import { getBaseChoices } from "@/lib/desk/bases"
import { openDesk } from "@/lib/desk/open-desk"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "提出帮扶基地" }

const isCode = (code: unknown, digits: number): code is string => typeof code === "string" && new RegExp(`^\\d{${digits}}$`).test(code)

/** First where, then whose goods: what may be ticked depends on the place. */
export default async function NewBasePage({ searchParams }: PageProps<"/desk/bases/new">) {
  const { county_code, town } = await searchParams
  const desk = await openDesk("/desk/bases/new")
  if (!desk) return <NoUnit />
  return (
    <DeskFrame desk={desk} title="提出帮扶基地" lead="先选基地所在的乡镇，再勾选当地的主要产品；提出后由当地工作人员核实。" here="/desk/bases">
      {!has(desk.organisation, "buyer") ? <Notice title="帮扶基地由采购人员提出">您在本单位的角色可以查看；提出请联系采购负责人。</Notice>
        : isCode(town, 9) ? <Facts organisationId={desk.organisation.id} town={town} />
          : isCode(county_code, 6) ? <Towns county={county_code} towns={await getDivisions(county_code)} />
            : <Counties provinces={await getDivisions("")} />}
    </DeskFrame>
  )
}

function Counties({ provinces }: { provinces: Division[] }) {
  return (
    <form className="grid max-w-3xl gap-6">
      <DivisionPicker provinces={provinces} code="" />
      <Button type="submit" className="justify-self-start">下一步：选乡镇</Button>
    </form>
  )
}

function Towns({ county, towns }: { county: string; towns: Division[] }) {
  if (towns.length === 0) return <Empty title="这个区县还没有乡镇资料" action={<ButtonLink href="/desk/bases/new">重新选择区县</ButtonLink>} />
  return (
    <form className="grid max-w-3xl gap-6">
      <input type="hidden" name="county_code" value={county} />
      <Field id="town" label="乡镇（街道）"><Select id="town" name="town" required defaultValue=""><option value="" disabled>请选择</option>{towns.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}</Select></Field>
      <p className="flex flex-wrap items-center gap-5"><Button type="submit">下一步：填写基地</Button><Link href="/desk/bases/new" className="link">重新选择区县</Link></p>
    </form>
  )
}

async function Facts({ organisationId, town }: { organisationId: string; town: string }) {
  const producers = await withSession("/desk/bases/new", (token) => getBaseChoices(token, organisationId, town))
  const county = `/desk/bases/new?county_code=${town.slice(0, 6)}`
  if (producers.length === 0) return <Empty title="这个乡镇还没有在售的产品" action={<ButtonLink href={county}>换一个乡镇</ButtonLink>}><p>基地的主要产品须在本馆在售、产地在当地；可请当地工作人员先登记产品。</p></Empty>
  return (
    <div className="grid gap-6">
      <Link href={county} className="link justify-self-start">换一个乡镇</Link>
      <BaseForm organisationId={organisationId} town={town} villages={await getDivisions(town)} producers={producers} today={businessDate(new Date())} />
    </div>
  )
}
