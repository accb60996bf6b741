import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CalendarMini } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useSearchParams } from "react-router-dom"
import { Board } from "../../components/filing/board"
import { Detail } from "../../components/filing/detail"
import { Units } from "../../components/filing/units"

const FilingsPage = () => {
  const client = useQueryClient()
  const [params, setParams] = useSearchParams()
  const [isEditing, setEditing] = useState(false)
  const filing = params.get("filing")
  return (
    <div className="flex flex-col gap-4">
      {filing
        ? <Detail key={filing} id={filing} onBack={() => setParams({})} />
        : <Board onOpen={(id) => setParams({ filing: id })} action={<Button variant="secondary" onClick={() => setEditing(true)}>单位与设置</Button>} />}
      {isEditing && <Units onDone={() => { setEditing(false); void client.invalidateQueries({ queryKey: ["filings"] }) }} />}
    </div>
  )
}

export const config = defineRouteConfig({ label: "填报", icon: CalendarMini, rank: 18 })

export default FilingsPage
