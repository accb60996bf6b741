/** What a person sees on the terminal while things happen: a line a step, with its duration. */

const interactive = Boolean(process.stdout.isTTY) && !process.env.CI

/** An error whose message is the whole story: printed as one line, without a stack. */
export class Fault extends Error {}

export function say(text = "") {
  process.stdout.write(`${text}\n`)
}

/**
 * Runs `work` as a named step and prints how long it took; answers what `work` answers.
 * @template T
 * @param {string} name
 * @param {(note: (text: string) => void) => Promise<T> | T} work `note` replaces the text behind the running step
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = Date.now()
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} 秒`
  let detail = ""
  const draw = () => process.stdout.write(`\r\x1b[K  … ${name} ${seconds()}${detail && ` · ${detail}`}`)
  const ticker = interactive ? setInterval(draw, 500) : undefined
  if (!interactive) say(`  … ${name}`)
  try {
    const result = await work((text) => { detail = text.slice(0, 60) })
    finish(ticker, `  ✓ ${name} ${seconds()}${detail && ` · ${detail}`}`)
    return result
  } catch (error) {
    finish(ticker, `  ✗ ${name} ${seconds()}`)
    throw error
  }
}

function finish(ticker, line) {
  clearInterval(ticker)
  say(interactive ? `\r\x1b[K${line}` : line)
}

/** Prints a fault as one clear line, anything unforeseen with its stack, and sets the exit code. */
export function sayFault(error) {
  process.stderr.write(error instanceof Fault ? `\n✗ ${error.message}\n` : `\n✗ ${error?.stack ?? error}\n`)
  process.exitCode = 1
}
