/** A message with line breaks, for people; as it is when it is no JSON. */
export const messageText = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
