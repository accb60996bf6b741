import { Link } from "./link"
import type { ComponentProps } from "react"
import { cx } from "./cx"

const BASE =
  "inline-flex items-center justify-center gap-2 rounded-md font-semibold text-center transition-colors duration-150 select-none " +
  "disabled:cursor-not-allowed disabled:opacity-45 aria-busy:cursor-progress"

const LOOKS = {
  primary: "bg-vermilion text-white hover:bg-vermilion-deep active:bg-vermilion-deep",
  secondary: "border-[1.5px] border-ink bg-transparent text-ink hover:bg-ink hover:text-paper",
  benefit: "bg-leaf text-white hover:bg-leaf-deep",
  quiet: "text-ink underline decoration-1 underline-offset-4 hover:decoration-2",
} as const

const SIZES = {
  sm: "min-h-10 px-3.5 text-sm",
  md: "min-h-12 px-5 text-base",
  lg: "min-h-14 px-7 text-lg",
} as const

interface Shape {
  look?: keyof typeof LOOKS
  size?: keyof typeof SIZES
  wide?: boolean
}

export function buttonClass({ look = "primary", size = "md", wide = false }: Shape, className?: string): string {
  return cx(BASE, LOOKS[look], SIZES[size], wide && "w-full", className)
}

/** An action. `busy` keeps the words and says so to a screen reader. */
export function Button({ look, size, wide, busy = false, className, type = "button", ...rest }: Shape & { busy?: boolean } & ComponentProps<"button">) {
  return <button type={type} aria-busy={busy || undefined} className={buttonClass({ look, size, wide }, className)} {...rest} disabled={rest.disabled || busy} />
}

/** A link that looks like an action. */
export function ButtonLink({ look, size, wide, className, ...rest }: Shape & ComponentProps<typeof Link>) {
  return <Link className={buttonClass({ look, size, wide }, className)} {...rest} />
}
