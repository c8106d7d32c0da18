import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A website that knows nothing but the API's address: it shows the document of a preview link. */
export const startWebsite = async (
  apiUrl: string,
): Promise<{ stop: () => Promise<void>; url: string }> => {
  const server = createServer((req, res) => {
    const token = new URL(req.url ?? '', 'http://website').searchParams.get('preview') ?? ''
    void fetch(`${apiUrl}/api/preview?preview=${token}`).then(async (answer) => {
      const { doc, errors } = (await answer.json()) as {
        doc?: { title: string }
        errors?: { message: string }[]
      }
      res.setHeader('Content-Type', 'text/html; charset=utf-8')
      res.end(`<h1>${doc?.title ?? errors?.[0]?.message ?? ''}</h1>`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    stop: () => new Promise((resolve) => server.close(() => resolve())),
    url: `http://127.0.0.1:${port}`,
  }
}
