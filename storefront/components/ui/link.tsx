import NextLink from "next/link"
import type { ComponentProps } from "react"
import { Pending } from "./pending"

/** A link that fetches nothing until it is followed: shelves hold dozens, and every page is made at request. */
export function Link({ children, ...rest }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink prefetch={false} {...rest}>
      {children}
      <Pending />
    </NextLink>
  )
}
