import { buttonClass, Field, Input } from "@/components/ui"

/** A number, typed or pasted; works without script. */
export function VerifyForm({ number = "" }: { number?: string }) {
  return (
    <form action="/verify" className="grid max-w-xl gap-4 sm:grid-cols-[1fr_auto] sm:items-end">
      <Field id="number" label="编号" hint="认定编号、证书编号、批次号、文件编号，照原件上的样子填写">
        <Input id="number" name="number" required maxLength={60} defaultValue={number} autoComplete="off" aria-describedby="number-hint" placeholder="例如 AGI01234" />
      </Field>
      <button type="submit" className={buttonClass({}, "sm:mb-7")}>查验</button>
    </form>
  )
}
