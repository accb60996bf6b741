/** What TypeScript callers of the embedded Postgres see. */
export function startPostgres(options: { directory: string; careless?: boolean; port?: number }): Promise<{ port: number; password: string; url: (database: string) => string; stop: (signal?: NodeJS.Signals) => Promise<void> }>
