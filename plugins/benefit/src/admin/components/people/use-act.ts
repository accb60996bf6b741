import { toast } from "@medusajs/ui"
import { useState } from "react"
import { ask } from "../../lib/ask"

/** Sends something that changes a record, once at a time; says whether it was done. */
export function useAct(onDone: () => void) {
  const [isActing, setActing] = useState(false)
  const act = async (path: string, body: unknown, said: string) => {
    setActing(true)
    try {
      await ask(path, body)
      toast.success(said)
      onDone()
    } catch (error) {
      toast.error("没有成功", { description: error instanceof Error ? error.message : String(error) })
    } finally {
      setActing(false)
    }
  }
  return { act, isActing }
}
