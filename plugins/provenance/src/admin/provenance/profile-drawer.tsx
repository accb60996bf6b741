import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { getProducers, saveProfile } from "./api"
import { ChoiceField, FormDrawer, TextField } from "./fields"
import { RegionPicker } from "./region-picker"
import { PRODUCER_KINDS, today } from "./words"

export function ProfileDrawer({ productId, described }: { productId: string; described: boolean }) {
  const [q, setQ] = useState("")
  const [producerId, setProducerId] = useState("")
  const [origin, setOrigin] = useState<string[]>([])
  const [from, setFrom] = useState(today())
  const { data: producers = [] } = useQuery({ queryKey: ["producers", q], queryFn: () => getProducers(q) })
  const originCode = origin.at(-1)
  const isCountyOrBelow = originCode !== undefined && !originCode.endsWith("0000") && (originCode.length > 6 || !originCode.endsWith("00"))
  const save = () => saveProfile(productId, { producer_id: producerId, origin_code: originCode!, valid_from: from, valid_to: null })
  return (
    <FormDrawer title="经营主体与产地" trigger={described ? "变更" : "登记"} ready={producerId !== "" && isCountyOrBelow} productId={productId} onSave={save}>
      <TextField id="producer-search" label="查找经营主体" value={q} onChange={setQ} required={false} hint="输入名称的一部分；只列出您负责区划内的主体" />
      <ChoiceField id="producer" label="经营主体" value={producerId} onChange={setProducerId} options={producers.map(({ id, name, kind }) => [id, `${name}（${PRODUCER_KINDS[kind]}）`])} />
      <RegionPicker id="origin" path={origin} onChange={setOrigin} />
      <TextField id="profile-from" label="自哪一天起" type="date" value={from} onChange={setFrom} hint="之前的登记在这一天结束，历史订单不受影响" />
    </FormDrawer>
  )
}
