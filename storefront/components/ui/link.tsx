import NextLink from "next/link"
import type { ComponentProps } from "react"

/** A link that fetches nothing until it is followed: shelves hold dozens, and every page is made at request. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
