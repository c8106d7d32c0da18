/** Describes a part of a schema that has no description yet. */
export const describe = (
  part: null | undefined | { description?: null | string | undefined },
  description: string | undefined,
): void => {
  if (part && description && !part.description) part.description = description
}
