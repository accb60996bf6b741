import type { PreorderContract, PreorderOffer } from "@fupin/contract/schemas"
import { Drawer, toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, messageOf, post } from "../lib/client"
import { ListState } from "../lib/states"
import { AcceptForm } from "./accept-form"
import { type ContractAct, ContractItem } from "./contract-item"
import { DeliveryForm } from "./delivery-form"
import { MoneyForm } from "./money-form"
import { ReasonForm } from "./reason-form"

/** Everybody's contract under one offer, those that owe or are owed something in front. */
export function ContractsDrawer({ offer, onClose }: { offer: PreorderOffer; onClose: () => void }) {
  const client = useQueryClient()
  const [open, setOpen] = useState<{ contract: PreorderContract; act: ContractAct } | null>(null)
  const list = useQuery({ queryKey: ["institution", "preorders", offer.id], queryFn: () => get<{ contracts: PreorderContract[] }>(`preorders/${offer.id}/contracts`) })
  const reload = () => client.invalidateQueries({ queryKey: ["institution", "preorders"] })
  const close = (isSaved: boolean) => { setOpen(null); if (isSaved) void reload() }
  const direct = useMutation({
    mutationFn: ({ id, act }: { id: string; act: "place" | "call-off" }) => post(`preorder-deliveries/${id}/${act}`), onSuccess: reload, onError: (error) => toast.error("没有成功", { description: messageOf(error) }),
  })
  const act = (contract: PreorderContract, chosen: ContractAct) => (chosen.do === "place" || chosen.do === "call-off" ? direct.mutate({ id: chosen.delivery.id, act: chosen.do }) : setOpen({ contract, act: chosen }))
  const contracts = (list.data?.contracts ?? []).toSorted((one, other) => other.owed_back_fen - one.owed_back_fen || other.due_fen - one.due_fen)
  return (
    <>
      <Drawer open onOpenChange={(isOpen) => !isOpen && !open && onClose()}>
        <Drawer.Content className="max-w-2xl!">
          <Drawer.Header><Drawer.Title>{offer.title}</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">预付款只记在合同里，验收后才转为货款、记入台账。</Drawer.Description></Drawer.Header>
          <Drawer.Body className="overflow-auto p-0">
            <ListState query={list} isEmpty={contracts.length === 0} empty="还没有单位认购。"><div className="divide-y whitespace-normal">{contracts.map((contract) => <ContractItem key={contract.id} contract={contract} onAct={(chosen) => act(contract, chosen)} />)}</div></ListState>
          </Drawer.Body>
        </Drawer.Content>
      </Drawer>
      {open && <ActForm contract={open.contract} act={open.act} onClose={close} />}
    </>
  )
}

function ActForm({ contract, act, onClose }: { contract: PreorderContract; act: ContractAct; onClose: (isSaved: boolean) => void }) {
  switch (act.do) {
    case "in":
    case "back": return <MoneyForm contract={contract} way={act.do} onClose={onClose} />
    case "deliver": return <DeliveryForm contract={contract} onClose={onClose} />
    case "accept": return <AcceptForm delivery={act.delivery} onClose={onClose} />
    case "close": return <ReasonForm title={`终结 ${contract.organisation.name} 的合同`} description="以后不再交付，用不完的预付款全部退回。" path={`preorder-contracts/${contract.id}/close`} onClose={onClose} />
    default: return null
  }
}
