import { type ServerOptions, type ServerProcess, startServer } from '../support/server-process.ts'

type Started = { stop: () => Promise<void> }

const running = new Set<Started>()

/** Notes what was started, so that nothing of a measurement that fails is left running beside the next. */
export const noteStarted = <T extends Started>(started: T): T => {
  const noted = {
    ...started,
    stop: async () => {
      if (running.delete(noted)) await started.stop()
    },
  }
  running.add(noted)
  return noted
}

/** Stops what is still running. */
export const stopStarted = async (): Promise<void> => {
  await Promise.all([...running].map(({ stop }) => stop()))
}

/** The server under test, without its admin UI, whose memory and start are measured elsewhere. */
export const startQiao = async (
  database: { folder: string; url: string },
  settings: ServerOptions['settings'] = {},
): Promise<ServerProcess> =>
  noteStarted(
    await startServer({
      admin: false,
      dataDir: database.folder,
      databaseUrl: database.url,
      settings,
    }),
  )
