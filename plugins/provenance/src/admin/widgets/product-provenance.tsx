import type { ProductDossier } from "@fupin/contract/schemas"
import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { Badge, Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { getDossier } from "../provenance/api"
import { CertificateDrawer } from "../provenance/certificate-drawer"
import { DesignationDrawer } from "../provenance/designation-drawer"
import { Certificates, Designations } from "../provenance/lists"
import { LotDrawer } from "../provenance/lot-drawer"
import { Lots } from "../provenance/lot-list"
import { ProfileDrawer } from "../provenance/profile-drawer"
import { day, FLAGS, PRODUCER_KINDS } from "../provenance/words"

function Section({ title, action, children }: { title: string; action: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h3">{title}</Heading>
        {action}
      </div>
      {children}
    </section>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="text-ui-fg-subtle grid grid-cols-[8rem_1fr] items-center px-6 py-3">
      <Text size="small" weight="plus">{label}</Text>
      <div className="flex flex-wrap items-center gap-2 txt-small">{children}</div>
    </div>
  )
}

function Profile({ profile }: { profile: ProductDossier["profile"] }) {
  if (!profile) return <Text size="small" className="text-ui-fg-subtle px-6 pb-4">还没有登记。未登记的商品不显示产地，也不计受益。</Text>
  const { producer, origin } = profile
  return (
    <div className="divide-y border-t">
      <Fact label="经营主体"><span className="text-ui-fg-base">{producer.name}</span><Badge size="2xsmall">{PRODUCER_KINDS[producer.kind]}</Badge></Fact>
      <Fact label="信用代码">{producer.uscc ?? "—"}</Fact>
      <Fact label="产地">{origin.path.join(" › ")}{origin.flags.map((flag) => <Badge key={flag} size="2xsmall" color="green">{FLAGS[flag] ?? flag}</Badge>)}</Fact>
      <Fact label="登记起始">{day(profile.valid_from)}</Fact>
    </div>
  )
}

const ProductProvenanceWidget = ({ data: product }: DetailWidgetProps<AdminProduct>) => {
  const { data: dossier, error } = useQuery({ queryKey: ["provenance", product.id], queryFn: () => getDossier(product.id) })
  if (error) return <Container><Heading level="h2">产地与认定</Heading><Text size="small" className="text-ui-fg-error mt-2">{error.message}</Text></Container>
  if (!dossier) return <Container><Heading level="h2">产地与认定</Heading><Text size="small" className="text-ui-fg-subtle mt-2">正在读取…</Text></Container>
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4"><Heading level="h2">产地与认定</Heading></div>
      <Section title="经营主体与产地" action={<ProfileDrawer productId={product.id} described={dossier.profile !== null} />}><Profile profile={dossier.profile} /></Section>
      <Section title="认定" action={<DesignationDrawer productId={product.id} />}><Designations productId={product.id} rows={dossier.designations} /></Section>
      <Section title="证书" action={<CertificateDrawer productId={product.id} />}><Certificates rows={dossier.certificates} /></Section>
      <Section title="批次" action={dossier.profile !== null && <LotDrawer productId={product.id} />}><Lots rows={dossier.lots} /></Section>
    </Container>
  )
}

export const config = defineWidgetConfig({ zone: "product.details.after" })

export default ProductProvenanceWidget
