/** Wrong tries that are forgiven, by what they are counted for, within the window. */
export const TRIES = { token: 5, asker: 60 } as const
export const WINDOW_MINUTES = 15

/** Whether somebody with so many wrong tries in this window may try once more. */
export function mayTry(kind: keyof typeof TRIES, failures: number): boolean {
  return failures < TRIES[kind]
}
