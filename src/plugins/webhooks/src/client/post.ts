'use client'

/** Posts as the person who is signed in. `error` says what went wrong, in a sentence. */
export const post = async (url: string): Promise<{ error?: string; secret?: string }> => {
  try {
    const response = await fetch(url, { credentials: 'include', method: 'POST' })
    const { errors, ...answer } = (await response.json()) as {
      errors?: { message: string }[]
      secret?: string
    }
    return response.ok ? answer : { error: errors?.[0]?.message ?? response.statusText }
  } catch (error) {
    // Offline, or an answer from something in between.
    return { error: String(error) }
  }
}
