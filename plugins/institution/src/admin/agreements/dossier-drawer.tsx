import type { AgreementDossier, SupplyAgreement } from "@fupin/contract/schemas"
import { Button, Drawer, Input, Label, Text, toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, messageOf, post, postFile, today } from "../lib/client"
import { TextField } from "../lib/fields"
import { ListState } from "../lib/states"
import { History, OpenProposals } from "./negotiation"
import { ProposalForm } from "./proposal-form"

type Whole = { agreement: SupplyAgreement; dossier: AgreementDossier }

/** What goes with an agreement, and what the office does with it: the producer's answers, the signed scan, signing, renewal, termination. */
export function DossierDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const client = useQueryClient()
  const query = useQuery({ queryKey: ["institution", "agreement", id], queryFn: () => get<Whole>(`agreements/${id}`) })
  const act = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onSuccess: () => { toast.success("已保存"); return client.invalidateQueries({ queryKey: ["institution"] }) },
    onError: (error) => toast.error("没有成功", { description: messageOf(error) }),
  })
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>{query.data?.agreement.number ?? "协议"}</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">协商、签订与履约</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          <ListState query={query} isEmpty={false} empty="">{query.data && <Body whole={query.data} busy={act.isPending} act={act.mutate} onSaved={() => client.invalidateQueries({ queryKey: ["institution"] })} />}</ListState>
        </Drawer.Body>
        <Drawer.Footer><Drawer.Close asChild><Button variant="secondary">关闭</Button></Drawer.Close></Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

interface BodyProps { whole: Whole; busy: boolean; act: (run: () => Promise<unknown>) => void }

function Body({ whole: { agreement, dossier }, busy, act, onSaved }: BodyProps & { onSaved: () => unknown }) {
  const { id, state } = agreement
  const isOpen = state === "draft" || state === "negotiating"
  return (
    <div className="flex flex-col gap-y-6 whitespace-normal">
      {isOpen && <OpenProposals proposals={dossier.proposals} busy={busy} act={act} />}
      {isOpen && <ProposalForm key={agreement.version} agreement={agreement} series={dossier.price_series} onSaved={onSaved} />}
      <section className="flex flex-col gap-y-2">
        <Text weight="plus">文本与签订</Text>
        <a className="txt-small text-ui-fg-interactive" href={`/admin/institution/agreements/${id}/paper`}>下载协议文本（PDF）</a>
        {dossier.scan && <Text size="small" className="text-ui-fg-subtle break-all">扫描件 SHA-256 {dossier.scan.sha256} <a className="text-ui-fg-interactive" href={`/admin/institution/agreements/${id}/scan`}>下载</a></Text>}
        <Label htmlFor="scan" size="small">{dossier.scan ? "换一份扫描件" : "上传双方盖章的扫描件"}</Label>
        <Input id="scan" type="file" accept=".pdf,.jpg,.jpeg,.png" disabled={busy} onChange={(event) => { const [file] = event.target.files ?? []; if (file) act(() => postFile(`agreements/${id}/scan`, file)) }} />
        {isOpen && <Button size="small" className="self-start" disabled={busy} onClick={() => act(() => post(`agreements/${id}/sign`, { signed_on: today() }))}>登记签订（今天）</Button>}
      </section>
      <Commitments commitments={dossier.commitments} />
      {!isOpen && <Renew id={id} busy={busy} act={act} />}
      {(state === "in_force" || state === "upcoming") && !dossier.terminated && <Terminate id={id} busy={busy} act={act} />}
      <History history={dossier.history} />
      {dossier.terminated && <Text size="small">已终止，最后配送日 {dossier.terminated.last_day}：{dossier.terminated.reason}</Text>}
    </div>
  )
}

function Commitments({ commitments }: { commitments: AgreementDossier["commitments"] }) {
  const bound = commitments.filter(({ term_min, term_max }) => term_min !== null || term_max !== null)
  if (bound.length === 0) return null
  return (
    <section className="flex flex-col gap-y-1">
      <Text weight="plus">双方履约</Text>
      {bound.map(({ variant_id, title, owed, requested, supplied, buyer_gap, producer_gap }) => (
        <Text key={variant_id} size="small">{title}：至今应订 {owed}，已订 {requested}，已供 {supplied}；采购方尚欠 {buyer_gap}，供方欠供 {producer_gap}</Text>
      ))}
    </section>
  )
}

function Renew({ id, busy, act }: Omit<BodyProps, "whole"> & { id: string }) {
  const [next, setNext] = useState({ number: "", valid_from: "", valid_to: "" })
  return (
    <section className="flex flex-col gap-y-2">
      <Text weight="plus">续签</Text>
      <TextField id="renew-number" label="新协议编号" value={next.number} onChange={(number) => setNext({ ...next, number })} />
      <TextField id="renew-from" label="开始日期" type="date" value={next.valid_from} onChange={(valid_from) => setNext({ ...next, valid_from })} />
      <TextField id="renew-to" label="结束日期（含当天）" type="date" value={next.valid_to} onChange={(valid_to) => setNext({ ...next, valid_to })} />
      <Button size="small" variant="secondary" className="self-start" disabled={busy || Object.values(next).includes("")} onClick={() => act(() => post(`agreements/${id}/renew`, next))}>生成续签草稿</Button>
    </section>
  )
}

function Terminate({ id, busy, act }: Omit<BodyProps, "whole"> & { id: string }) {
  const [end, setEnd] = useState({ last_day: today(), reason: "" })
  return (
    <section className="flex flex-col gap-y-2">
      <Text weight="plus">终止</Text>
      <TextField id="last_day" label="最后配送日" type="date" value={end.last_day} onChange={(last_day) => setEnd({ ...end, last_day })} />
      <TextField id="reason" label="原因" value={end.reason} onChange={(reason) => setEnd({ ...end, reason })} />
      <Button size="small" variant="danger" className="self-start" disabled={busy || end.reason.trim().length < 2} onClick={() => act(() => post(`agreements/${id}/terminate`, end))}>终止协议</Button>
    </section>
  )
}
