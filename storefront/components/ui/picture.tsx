import Image from "next/image"
import { cx } from "./cx"

interface PictureProps {
  src: string | null
  /** What is seen; empty when the words beside it already say so. */
  alt: string
  /** How wide it is shown, as in `img sizes`. */
  sizes: string
  ratio?: "square" | "landscape" | "wide"
  /** For the first pictures of a page, which everyone sees. */
  eager?: boolean
  className?: string
}

const RATIOS = { square: "aspect-square", landscape: "aspect-4/3", wide: "aspect-16/9" } as const

/** A product scene, resized by the server, on a ground of the page's colour; a drawn sprout where there is none. */
export function Picture({ src, alt, sizes, ratio = "square", eager = false, className }: PictureProps) {
  return (
    <span className={cx("relative block overflow-hidden bg-paper-deep", RATIOS[ratio], className)}>
      {src
        ? <Image src={src} alt={alt} fill sizes={sizes} className="object-cover" {...(eager ? { loading: "eager" as const, fetchPriority: "high" as const } : {})} />
        : <NoPicture label={alt} />}
    </span>
  )
}

function NoPicture({ label }: { label: string }) {
  return (
    <svg viewBox="0 0 120 120" className="absolute inset-0 m-auto w-2/5 text-line-strong" role={label ? "img" : undefined} aria-label={label || undefined} aria-hidden={label ? undefined : true} fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round">
      <path d="M60 96V58M60 70c-2-18-14-27-32-27 0 17 11 28 32 27ZM60 60c1-20 12-31 33-33 1 20-12 32-33 33ZM30 98h60" />
    </svg>
  )
}
