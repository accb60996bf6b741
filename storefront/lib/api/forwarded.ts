/** For whom a call was made, with the caller's own address last, as every proxy adds it: whatever was written before it stays behind it. */
export const forwardedFor = (written: string | string[] | undefined, peer: string | undefined): string =>
  [...(Array.isArray(written) ? written : [written]), peer].filter(Boolean).join(", ")
