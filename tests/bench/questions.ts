/** What is asked: ten briefs in Chinese with their relations, and one. */
export const list = '/api/news-briefs?locale=zh&depth=1&limit=10&sort=-newsDate'

const query = `{ NewsBriefs(locale: zh, limit: 10, sort: "-newsDate") { totalDocs docs {
  id title slug summary kind newsDate body { json } programs { id title }
  topics { id title } participations { role partner { id name } } } } }`

/** The same list, by GraphQL over GET, which caches know. */
export const graphqlList = `/api/graphql?query=${encodeURIComponent(query.replaceAll(/\s+/g, ' '))}`

export const single = (id: string): string => `/api/news-briefs/${id}?locale=zh&depth=1`

/** The answer to a question. @throws when there is none */
export const answerTo = async (url: string, path: string): Promise<string> => {
  const answer = await fetch(`${url}${path}`)
  const text = await answer.text()
  if (!answer.ok || text.includes('"errors":[')) {
    throw new Error(`${path} was answered with ${answer.status}: ${text.slice(0, 500)}`)
  }
  return text
}

/** The ids of the ten briefs of the list. */
export const listedIds = async (url: string): Promise<string[]> => {
  const { docs } = JSON.parse(await answerTo(url, list)) as { docs: { id: string }[] }
  if (docs.length !== 10) throw new Error(`The list holds ${docs.length} briefs.`)
  return docs.map(({ id }) => id)
}
