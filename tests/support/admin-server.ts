import type { Credentials } from './admin-ui.ts'

import { startServer, type ServerProcess } from './server-process.ts'
import { freshDatabaseUrl, isMongodb, removeTestDatabases } from './test-database.ts'

export type AdminServer = ServerProcess & {
  admin: Credentials
  editor: Credentials
  /** Asks the REST API as the administrator. */
  post: <Answer>(path: string, body: unknown) => Promise<Answer>
  /** Who translates into Chinese. */
  translator: Credentials
}

/** A server with the admin UI on a fresh database, which knows an administrator, an editor and a translator. */
export async function startAdminServer(): Promise<AdminServer> {
  const databaseUrl = freshDatabaseUrl()
  const admin = { email: 'admin@qiao.example', password: 'the password of the administrator' }
  const editor = { email: 'editor@qiao.example', password: 'the password of the editor' }
  const translator = { email: 'translator@qiao.example', password: 'the password of translators' }
  const server = await startServer({ databaseUrl, firstAdmin: admin })
  const { token } = await post<{ token: string }>(server, { path: '/api/users/login', body: admin })
  await post(server, {
    path: '/api/users',
    body: { ...editor, name: '编辑', roles: ['editor'] },
    token,
  })
  await post(server, {
    path: '/api/users',
    body: { ...translator, locales: ['zh'], name: '王译', roles: ['translator'] },
    token,
  })
  const stop = async () => {
    await server.stop()
    if (!isMongodb(databaseUrl)) removeTestDatabases()
  }
  return {
    ...server,
    admin,
    editor,
    post: (path, body) => post(server, { path, body, token }),
    stop,
    translator,
  }
}

async function post<Answer>(
  server: ServerProcess,
  { body, path, token }: { body: unknown; path: string; token?: string },
): Promise<Answer> {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `JWT ${token}` }),
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok)
    throw new Error(`${path}: ${answer.status} ${await answer.text()}\n${server.output()}`)
  return (await answer.json()) as Answer
}
