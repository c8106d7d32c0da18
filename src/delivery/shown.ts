/** Of relations, those that readers may see: what they may not is left as an id. */
export const shown = <Document extends object>(
  values: readonly (Document | null | string | undefined)[] | null | undefined,
): Document[] =>
  (values ?? []).filter((value): value is Document => typeof value === 'object' && value !== null)

/** The same of one relation. */
export const shownOne = <Document extends object>(
  value: Document | null | string | undefined,
): Document | undefined => shown([value])[0]
