/** What a person is called where others see it: the name, else the address. */
export const nameOfPerson = (user: unknown): null | string => {
  const { email, name } = (user ?? {}) as { email?: unknown; name?: unknown }
  const found = [name, email].find((each) => typeof each === 'string' && each !== '')
  return typeof found === 'string' ? found : null
}
