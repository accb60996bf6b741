import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"

interface Act {
  run: () => Promise<unknown>
  /** What is said when it is done, or how to say it from the answer. */
  done: string | ((answer: never) => string)
}

/** Does one thing at a time, says what became of it and reads again what may have changed. */
export function useAct(keys: string[]) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ run }: Act) => run(),
    onSuccess: (answer, { done }) => { toast.success(typeof done === "string" ? done : done(answer as never)) },
    onError: (error) => { toast.error("没有成功", { description: error.message }) },
    onSettled: () => Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}
