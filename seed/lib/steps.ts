/** Says each step and how long it took, and at the end the whole. */
export function openSteps() {
  const began = performance.now()
  const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} 秒`
  return {
    async step<T>(name: string, work: () => Promise<T>): Promise<T> {
      const since = performance.now()
      const result = await work()
      process.stdout.write(`  ${name}  ${seconds(since)}\n`)
      return result
    },
    total(): void {
      process.stdout.write(`  共 ${seconds(began)}\n`)
    },
  }
}
