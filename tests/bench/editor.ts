import type { ServerProcess } from '../support/server-process.ts'

/** Somebody who is signed in and writes. */
export type Editor = {
  /** Gives a brief a new Chinese title and publishes it. Resolves with the moment of the answer. */
  publish: (id: string, title: string) => Promise<number>
}

/** Of the administrator whom each database of the bench has. */
export const editorSignIn = { email: 'bench@qiao.example', password: 'for measurements only' }

/** Signs in at a server. */
export const signInEditor = async ({ url }: Pick<ServerProcess, 'url'>): Promise<Editor> => {
  const send = async (path: string, init: { body: unknown; method: string; token?: string }) => {
    const answer = await fetch(`${url}/api${path}`, {
      body: JSON.stringify(init.body),
      headers: {
        'Content-Type': 'application/json',
        ...(init.token && { Authorization: `JWT ${init.token}` }),
      },
      method: init.method,
    })
    const body = (await answer.json()) as { token?: string }
    if (!answer.ok)
      throw new Error(`${init.method} ${path}: ${answer.status} ${JSON.stringify(body)}`)
    return body
  }
  const { token = '' } = await send('/users/login', { body: editorSignIn, method: 'POST' })
  return {
    publish: async (id, title) => {
      const brief = `/news-briefs/${id}`
      await send(`${brief}?locale=zh&draft=true`, { body: { title }, method: 'PATCH', token })
      await send(`${brief}/publish`, { body: { locales: ['zh'] }, method: 'POST', token })
      return performance.now()
    },
  }
}
